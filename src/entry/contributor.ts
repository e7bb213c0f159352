import type { NodePlopAPI } from 'plop';
import { generators } from '../../generators/index.ts';
import { units } from '../../generators/units/index.ts';
import { offer } from '../plop.ts';

/** The plopfile of this repository: what we publish, and what contributors add to it. */
export default (plop: NodePlopAPI): Promise<void> =>
  offer(plop, [...generators, ...units], process.argv);
