import { resolve } from 'node:path';
import { dirOf } from '../arguments.ts';
import { defineCommand, type ExitCode } from '../command.ts';
import { candidates } from '../completion.ts';
import { shellNotFound, tooManyWords } from '../problems.ts';
import { openWorkspace } from '../workspace.ts';

/** The words of a line go to us as one, joined by the unit separator: so no flag among them is taken for ours. */
const separator = '\x1f';

/** Each asks us anew at every Tab, so that a persona of the team is offered from the day it is there. */
const scripts: Readonly<Record<string, string>> = {
  bash: `_create_persona() {
  local IFS=$'\\x1f'
  local line="\${COMP_WORDS[*]:1:COMP_CWORD}"
  IFS=$'\\n'
  COMPREPLY=($(create-persona completion --words="$line" 2>/dev/null))
}
complete -o default -F _create_persona create-persona`,
  zsh: `#compdef create-persona
_create_persona() {
  local -a found
  found=("\${(@f)$(create-persona completion --words="\${(pj:\\x1f:)words[2,CURRENT]}" 2>/dev/null)}")
  found=(\${found:#})
  if (( $#found )); then compadd -- $found; else _files; fi
}
if [ "$funcstack[1]" = "_create_persona" ]; then _create_persona; else compdef _create_persona create-persona; fi`,
  fish: `function __create_persona
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  create-persona completion --words=(string join \\x1f -- $words[2..-1] "$current") 2>/dev/null
end
complete -c create-persona -f -a '(__create_persona)'
complete -c create-persona -l dir -r -F`,
};

export default defineCommand({
  name: 'completion',
  usage: 'create-persona completion <bash|zsh|fish>',
  describes: 'Print what teaches your shell to complete our commands, personas and flags',
  examples: [
    'source <(create-persona completion bash)',
    'create-persona completion zsh',
    'create-persona completion fish',
  ],
  flags: [
    {
      name: 'words',
      type: 'string',
      says: 'for the scripts: a line, of which they ask how it may go on',
    },
  ],
  takes: Object.keys(scripts),

  async run(
    { words: [shell = '', ...extra], flags, commands, generators },
    { cwd, print },
  ): Promise<ExitCode> {
    if (extra.length > 0) throw tooManyWords('completion', extra);
    const line = flags['words'];
    if (typeof line === 'string') {
      const words = line.split(separator);
      const workspace = await openWorkspace(resolve(cwd, dirOf(words)));
      const found = candidates(words, { commands, generators, workspace });
      if (found.length > 0) print(found.join('\n'));
      return 0;
    }
    const script = scripts[shell];
    if (script === undefined) throw shellNotFound(shell, Object.keys(scripts));
    print(script);
    return 0;
  },
});
