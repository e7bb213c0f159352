import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Ended, env, persona } from '../support/built.ts';
import { folder } from '../support/disk.ts';
import { planFor, service, written } from './ask.ts';

/** What `verify` writes of a gate. */
export interface StageResult {
  readonly status: string;
  readonly passed: boolean;
  readonly summary: string;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly counts?: Readonly<Record<string, number>>;
  readonly command: string;
  readonly duration_seconds: number;
  readonly findings: readonly {
    readonly path: string;
    readonly line: number;
    readonly level: string;
    readonly says: string;
    readonly mend: string;
  }[];
}

export interface Report {
  readonly component: string;
  readonly stage: string;
  readonly persona: string;
  readonly passed: boolean;
  readonly stage_results: Readonly<Record<string, StageResult>>;
}

export const reportIn = (root: string, component: string): Report =>
  JSON.parse(readFileSync(join(root, `workflow_report_${component}.json`), 'utf8')) as Report;

/** A service with one endpoint, as the generators write it. */
export async function serviceWithQuests(more: Readonly<Record<string, string>> = {}) {
  const demo = await service();
  const said = { name: 'quest', store: ['redis', 'neo4j'] };
  return folder({ ...written(demo, await planFor('endpoint', said, demo)), ...more });
}

/** What the tools ask the outside world with: certificates, proxies, registries. */
const outsideWorld = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => /CERT|CA_|SSL|PROXY|INDEX|^PIP_|^UV_/i.test(name)),
) as Record<string, string>;

/** Run `verify` as somebody who has activated the environment that these tools are in. */
export const verify = (root: string, tools: string, words: readonly string[]): Promise<Ended> =>
  persona(root, ['verify', ...words], { env: { ...outsideWorld, VIRTUAL_ENV: dirname(tools) } });

/** Run it where no tool can be found at all. */
export const verifyAlone = (root: string, words: readonly string[]): Promise<Ended> =>
  persona(root, ['verify', ...words], { env: { PATH: join(root, 'nowhere') } });

/** Run it where there is uv, and no environment yet. */
export const verifyWithUv = (
  root: string,
  bin: string,
  words: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<Ended> =>
  persona(root, ['verify', ...words], {
    env: { ...outsideWorld, ...more, PATH: `${bin}:${env['PATH']}` },
  });
