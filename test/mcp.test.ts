import { describe, expect, test } from 'vitest';
import { mcpFiles } from '../src/compose/mcp.ts';
import type { Persona } from '../src/persona.ts';
import { serverFacts } from '../src/server.ts';
import servers from '../src/servers.json' with { type: 'json' };
import { secretsIn } from '../src/secrets.ts';
import { shipped } from '../src/shipped.ts';
import { targetOf } from './support/agent-of.ts';

const [devops] = shipped.personas.filter(({ id }) => id === 'devops') as [Persona];
const filesOf = (target: string, names: readonly string[]) =>
  mcpFiles({ ...devops, servers: names }, [targetOf(target)]);

describe('the servers of a persona', () => {
  test('VS Code asks for a secret, and the file refers to the answer', () => {
    const [file] = filesOf('copilot', ['grafana']).files;

    expect(file?.path).toBe('.vscode/mcp.json');
    expect(JSON.parse(file!.text)).toEqual({
      servers: {
        grafana: {
          type: 'stdio',
          command: 'uvx',
          args: ['mcp-grafana'],
          env: {
            GRAFANA_URL: `\${input:GRAFANA_URL}`,
            GRAFANA_SERVICE_ACCOUNT_TOKEN: `\${input:GRAFANA_SERVICE_ACCOUNT_TOKEN}`,
          },
        },
      },
      inputs: [
        {
          type: 'promptString',
          id: 'GRAFANA_URL',
          description: 'GRAFANA_URL of grafana',
          password: false,
        },
        {
          type: 'promptString',
          id: 'GRAFANA_SERVICE_ACCOUNT_TOKEN',
          description: 'GRAFANA_SERVICE_ACCOUNT_TOKEN of grafana',
          password: true,
        },
      ],
    });
  });

  test.each([
    ['claude', '.mcp.json', `Bearer \${GITHUB_PERSONAL_ACCESS_TOKEN}`],
    ['cursor', '.cursor/mcp.json', `Bearer \${env:GITHUB_PERSONAL_ACCESS_TOKEN}`],
  ])('for %s they stand in %s, and refer to the environment', (target, path, token) => {
    const [file] = filesOf(target, ['github']).files;

    expect(file?.path).toBe(path);
    expect(JSON.parse(file!.text)).toEqual({
      mcpServers: {
        github: {
          type: 'http',
          url: 'https://api.githubcopilot.com/mcp/',
          headers: { Authorization: token },
        },
      },
    });
  });

  test('one that nobody told us how to start is a loss', () => {
    const { files, losses } = filesOf('claude', ['one-of-their-own']);

    expect(files).toEqual([]);
    expect(losses).toMatchObject([{ target: 'claude', what: 'server', name: 'one-of-their-own' }]);
  });

  test('a target without a configuration gets none', () => {
    expect(filesOf('skills', ['github']).files).toEqual([]);
  });
});

test.each(Object.keys(servers.servers))('%s is known with a way to start it', (name) => {
  expect(serverFacts(name).launch).toBeDefined();
});

test('no file has a secret in it', () => {
  for (const target of ['copilot', 'claude', 'cursor']) {
    const [file] = filesOf(target, Object.keys(servers.servers)).files;
    expect(secretsIn(file!.text)).toEqual([]);
  }
});
