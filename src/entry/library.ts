/** What other programs may use: the same journey that the command line takes. */
export { generators } from '../../generators/index.ts';
export { build } from '../build.ts';
export { checks } from '../checks/index.ts';
export { commit } from '../commit.ts';
export { parseDocument, printDocument } from '../front-matter.ts';
export type { Generator, Question, Workspace } from '../generator.ts';
export { type Persona, personaSchema, readPersona } from '../persona.ts';
export { Problem } from '../problems.ts';
export { report } from '../report.ts';
export type * from '../stages.ts';
export { targets } from '../targets/index.ts';
export { diskTree, memoryTree, type Tree } from '../tree.ts';
export { openWorkspace } from '../workspace.ts';
