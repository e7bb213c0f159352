import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { contextOf, inspect, textFile } from '../check.ts';
import { checks } from '../checks/index.ts';
import { paint } from '../color.ts';
import { defineCommand } from '../command.ts';
import { placeOf } from '../place.ts';
import { folderMissing, pathMissing } from '../problems.ts';
import { findingText } from '../report.ts';
import { loadTokenizer } from '../tokens.ts';
import { count } from '../words.ts';
import { openWorkspace } from '../workspace.ts';

export default defineCommand({
  name: 'check',
  usage: 'create-persona check [path…] [flags]',
  describes: 'Read the agent files that are there with the checks that new files must pass',
  examples: [
    'create-persona check',
    'create-persona check .github/agents',
    'create-persona check --json',
  ],
  flags: [],

  async run({ words: starts, flags }, { cwd, print, hasColor }) {
    const root = resolve(cwd, typeof flags['dir'] === 'string' ? flags['dir'] : '.');
    if (!existsSync(root)) throw folderMissing(root);
    const workspace = await openWorkspace(root);
    const { project, targets } = workspace;
    for (const start of starts) if (!project.has(start)) throw pathMissing(start);

    const chosen = project.paths().flatMap((path) => {
      const place = placeOf(path, targets);
      const isAsked =
        starts.length === 0 ||
        starts.some(
          (start) =>
            path === start || path.startsWith(`${start.replace(/^\.\//, '').replace(/\/$/, '')}/`),
        );
      return place === undefined || !isAsked ? [] : [{ path, place }];
    });
    await loadTokenizer();
    const context = contextOf(project, workspace);
    const findings = chosen.flatMap(({ path, place }) => [
      ...inspect(checks, textFile(path, project.read(path) ?? '', place), context),
    ]);

    const errors = findings.filter(({ level }) => level === 'error').length;
    const warnings = findings.filter(({ level }) => level === 'warning').length;
    const summary = `${count(chosen.length, 'file')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(findings.length - errors - warnings, 'info')}`;
    if (flags['json'] === true)
      print(JSON.stringify({ files: chosen.length, findings }, undefined, 2));
    else {
      for (const finding of findings) print(`${findingText(finding, paint(hasColor))}\n`);
      if (flags['quiet'] !== true) print(summary);
    }
    return errors > 0 ? 1 : 0;
  },
});
