import type { Capability } from './capability.ts';
import servers from './servers.json' with { type: 'json' };

/** What we know of an MCP server: dated data, in `servers.json`. */
export interface Server {
  /** What one does with it, as it follows "to". */
  readonly says: string;
  /** Its tools by the capability that they belong to, where we know them. */
  readonly tools?: Readonly<Partial<Record<Capability, Readonly<Record<string, string>>>>>;
  /** The program that is it, or the place where it answers. */
  readonly launch?:
    | { readonly command: string; readonly args: readonly string[] }
    | { readonly url: string };
  /** What it wants to be told, with `${NAME}` for what only a person or the machine knows. */
  readonly env?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const known: Readonly<Record<string, Server>> = servers.servers;

/** What is known of a server; of one that nobody told us about, only that it is one. */
export const serverFacts = (name: string): Server =>
  known[name] ?? { says: `use the server ${name}` };

export const knownServers: readonly string[] = Object.keys(known);
