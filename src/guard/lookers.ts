const names = (text: string) => new Set(text.split(/\s+/).filter(Boolean));

/** Programs that only look, whatever they are told. Those with a flag that writes are in `writers`. */
export const lookers = names(`
  ls dir cat bat tac nl head tail more wc cut tr paste comm diff cmp colordiff grep egrep fgrep zgrep
  rg ack ag file stat du df pwd echo printf date whoami id groups uname hostname which type whereis
  printenv true false test [ sleep basename dirname realpath readlink md5sum sha1sum sha256sum
  sha512sum shasum cksum sum od hexdump strings jq column rev fold fmt expand seq ps top htop pgrep
  pkill kill lsof free uptime jobs wait history clear set export unset local declare typeset readonly
  shift return exit break continue : ulimit umask getopts read mapfile readarray man info help cal bc
  expr tput numfmt zcat bzcat xzcat cd pushd popd dirs hash times shopt let yes nproc arch tty
  exa eza lsd tokei cloc scc ping dig host nslookup vmstat iostat
`);

/** Programs that run the tests, or read the code to judge it. */
export const testers = names(`
  pytest py.test tox nox vitest jest mocha ava coverage pyright mypy basedpyright flake8 pylint bandit
  pydocstyle vulture radon deptry pip-audit shellcheck yamllint actionlint hadolint markdownlint
  markdownlint-cli2 publint knip detect-secrets gitleaks
`);

/** Programs that run another one, with the flags of theirs that take a value. */
export const wrappers: ReadonlyMap<string, string> = new Map([
  ['command', ''],
  ['builtin', ''],
  ['exec', '-a'],
  ['nohup', ''],
  ['nice', '-n --adjustment'],
  ['ionice', '-c -n -p'],
  ['setsid', ''],
  ['stdbuf', '-i -o -e'],
  ['time', '-f -o'],
  ['timeout', '-k -s --kill-after --signal'],
  ['sudo', '-u -g -C -D -h -p -r -t -T -U'],
  ['doas', '-u -C'],
  ['env', '-u --unset -C --chdir -S --split-string'],
  ['busybox', ''],
  ['toybox', ''],
  ['npx', '-p --package'],
  ['bunx', ''],
  ['uvx', '--from --with --python'],
]);

/** `uv run pytest`: the words between the wrapper and the program. */
export const runners: ReadonlyMap<string, readonly string[]> = new Map([
  ['uv', ['run']],
  ['poetry', ['run']],
  ['pdm', ['run']],
  ['pipenv', ['run']],
  ['hatch', ['run']],
  ['rye', ['run']],
  ['pnpm', ['exec', 'dlx']],
  ['yarn', ['exec', 'dlx']],
  ['npm', ['exec', 'x']],
  ['bundle', ['exec']],
]);
