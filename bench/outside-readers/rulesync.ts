import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { counted, namesOf, type OutsideReader } from '../outside-reader.ts';

/** rulesync, which takes in the files of other tools: https://github.com/dyoshikawa/rulesync */
export const rulesync: OutsideReader = {
  name: 'rulesync import',
  from: 'npm',
  // It needs Node 22, which npm has as a package.
  packages: ['rulesync', 'node@22'],
  says: ({ folder, paths, installed, run }) => {
    const taken = (target: string, feature: string, to: string, names: readonly string[]) => {
      if (names.length === 0) return { ours: [], read: [] };
      rmSync(join(folder, '.rulesync'), { recursive: true, force: true });
      const program = installed('node_modules/rulesync/dist/index.js');
      run(installed('node_modules/.bin/node'), [
        program,
        ...['import', '--targets', target, '--features', feature],
      ]);
      return {
        ours: names,
        read: names.filter((name) => existsSync(join(folder, to, `${name}.md`))),
      };
    };
    const subagents = '.rulesync/subagents';
    return counted({
      'agents of Claude': taken(
        ...(['claudecode', 'subagents', subagents] as const),
        namesOf(paths, /^\.claude\/agents\/(.+)\.md$/),
      ),
      'instructions of Copilot': taken(
        ...(['copilot', 'rules', '.rulesync/rules'] as const),
        namesOf(paths, /^\.github\/instructions\/(.+)\.instructions\.md$/),
      ),
      'rules of Cursor': taken(
        ...(['cursor', 'rules', '.rulesync/rules'] as const),
        namesOf(paths, /^\.cursor\/rules\/(.+)\.mdc$/),
      ),
    });
  },
};
