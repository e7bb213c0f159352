import { version } from './version.ts';

/** What is told of an error that nobody foresaw: our fault, and all that is needed to mend it. */
export interface Failure {
  readonly says: string;
  readonly mend: string;
  /** Version, platform, command and stack: what a report needs. */
  readonly report: string;
}

/**
 * An error that is no `Problem`, in words for whoever ran the command.
 *
 * @param argv - the words of the command line, as they were given
 */
export function failureOf(error: unknown, argv: readonly string[]): Failure {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const { version: node, platform, arch } = process;
  return {
    says: `create-persona has failed: ${message}`,
    mend: 'The fault is ours, not yours. Please report it, with these lines:',
    report: [
      `create-persona ${version}, Node ${node}, ${platform} ${arch}`,
      ['create-persona', ...argv].join(' '),
      stack ?? message,
    ].join('\n'),
  };
}
