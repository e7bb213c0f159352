import { serverFacts } from './server.ts';

/** How an MCP server is started or reached, in the form that most configurations share. */
export type Launch =
  | {
      readonly type: 'stdio';
      readonly command: string;
      readonly args: readonly string[];
      readonly env?: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'http';
      readonly url: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/**
 * How to start a server; nothing where nobody told us.
 *
 * @param refer - how the configuration refers to a variable of the environment, or to an input of
 *   that name: no secret ever stands in the file itself
 */
export function launchOf(server: string, refer: (variable: string) => string): Launch | undefined {
  const { launch, env = {}, headers = {} } = serverFacts(server);
  if (launch === undefined) return undefined;
  const filled = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        value.replace(/\$\{(\w+)\}/g, (_, variable: string) => refer(variable)),
      ]),
    );
  const isNeeded = (values: object) => Object.keys(values).length > 0;
  return 'url' in launch
    ? { type: 'http', url: launch.url, ...(isNeeded(headers) && { headers: filled(headers) }) }
    : {
        type: 'stdio',
        command: launch.command,
        args: launch.args,
        ...(isNeeded(env) && { env: filled(env) }),
      };
}

/** The variables that a server needs: those of its environment and of its headers. */
export const variablesOf = (server: string): readonly string[] => {
  const { env = {}, headers = {} } = serverFacts(server);
  return [...Object.values(env), ...Object.values(headers)].flatMap((value) =>
    [...value.matchAll(/\$\{(\w+)\}/g)].map(([, variable]) => variable!),
  );
};
