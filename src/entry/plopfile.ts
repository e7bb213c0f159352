import type { NodePlopAPI } from 'plop';
import { generators } from '../../generators/index.ts';
import { offer } from '../plop.ts';

/** The whole of a plopfile: `export { default } from 'create-persona/plopfile';` */
export default (plop: NodePlopAPI): Promise<void> =>
  offer(plop, generators, process.argv).catch((error: unknown) => {
    // Plop shows why it cannot read a plopfile, and ends as if it had.
    process.exitCode = 1;
    throw error;
  });
