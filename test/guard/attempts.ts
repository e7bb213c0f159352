/** A project, and the persona that is held in it. */
export const personaText = `---
id: keeper
title: Keeper
summary: Keeps the services. Use when a service changes.
expertise: [Python]
focus: [Tests]
can: [read, search, edit, execute, test]
servers: [context7, github]
paths:
  deny:
    - "**/frontend/**"
    - "docs/decisions"
    - "*.lock"
budget: 900
handoffs:
  - { to: frontend-dev, how: delegate, for: "pages" }
---

## Role description

I keep services.
`;

export const files = {
  '.persona/personas/keeper.md': personaText,
  'frontend/app.ts': 'export {};\n',
  'frontend/deep/page.ts': 'export {};\n',
  'docs/decisions/one.md': '# One\n',
  'docs/guide.md': '# Guide\n',
  'src/api.py': 'x = 1\n',
  'src/old/gone.py': 'x = 1\n',
  'scripts/tidy.sh': 'rm -rf src/old\n',
  'scripts/evil.sh': 'rm -rf frontend\n',
  'evil.patch':
    'diff --git a/frontend/app.ts b/frontend/app.ts\n--- a/frontend/app.ts\n+++ b/frontend/app.ts\n@@ -1 +1 @@\n-export {};\n+\n',
  'good.patch': '--- a/src/api.py\n+++ b/src/api.py\n@@ -1 +1 @@\n-x = 1\n+x = 2\n',
  'poetry.lock': '',
  'other/frontend/x.ts': '',
};

/** Links of that project: where, and to what. */
export const links = {
  'src/page.ts': '../frontend/app.ts',
  pages: 'frontend',
  'src/up': '..',
  'src/nothing.ts': '../frontend/not-yet.ts',
};

const frontend = 'denies `**/frontend/**`';
const decisions = 'denies `docs/decisions`';
const lock = 'denies `*.lock`';
const own = 'part of what holds `keeper`';
const unknown = 'cannot be known';

export type Attempt = readonly [
  what: string,
  tool: string,
  input: Readonly<Record<string, unknown>>,
  /** What the reason says; empty where the call may pass. */
  denied: string,
];

const write = (what: string, path: string, denied = ''): Attempt => [
  what,
  'Write',
  { file_path: path, content: '' },
  denied,
];
const bash = (what: string, command: string, denied = ''): Attempt => [
  what,
  'Bash',
  { command },
  denied,
];

/** The ways in which a path can be written. `{root}` is the folder of the project. */
export const paths: readonly Attempt[] = [
  write('a denied file', 'frontend/app.ts', frontend),
  write('a new file in a denied folder', 'frontend/new/page.ts', frontend),
  write('a denied folder further down', 'packages/web/frontend/a.ts', frontend),
  write('a file of another folder', 'src/api.py'),
  write('a name that only begins like a denied one', 'frontend-notes.md'),
  write('a glob without stars, and a file below it', 'docs/decisions/two.md', decisions),
  write('its neighbour', 'docs/guide.md'),
  write('a glob for names at the top', 'poetry.lock', lock),
  write('the absolute path', '{root}/frontend/app.ts', frontend),
  write('the absolute path of another project', '/elsewhere/frontend/app.ts'),
  write('`..` that goes out and comes back', '../project/frontend/app.ts', frontend),
  write('`..` in the middle', 'src/../frontend/app.ts', frontend),
  write('`..` that stays harmless', 'frontend/../src/api.py'),
  write('`.` in the middle', 'frontend/./app.ts', frontend),
  write('two slashes', 'frontend//app.ts', frontend),
  write('a slash at the end', 'frontend/', frontend),
  write('`./` in front', './././frontend/app.ts', frontend),
  write('a link to a denied file', 'src/page.ts', frontend),
  write('a link to a denied folder', 'pages/app.ts', frontend),
  write('a new file behind a link to a folder', 'pages/new/deep.ts', frontend),
  write('a link to a denied file that is not there yet', 'src/nothing.ts', frontend),
  write('`..` behind a link, as the system goes', 'pages/../frontend/app.ts', frontend),
  write('a link that leads up, and down again', 'src/up/frontend/app.ts', frontend),
  write('a tilde for somewhere else', '~/notes.md'),
  write('a backslash, as a Windows tool writes it', 'frontend\\app.ts', frontend),
  write('a file URI', 'file://{root}/frontend/app.ts', frontend),
  write('a file URI with a sign escaped', 'file://{root}/front%65nd/app.ts', frontend),
  write('a variable that a tool would fill in', '$PWD/frontend/app.ts', frontend),
  write('a NUL in the name', 'src/a\0.py', 'NUL'),
  write('an empty name', '', 'names no file'),
  write('its own persona', '.persona/personas/keeper.md', own),
  write('a persona of its own in a folder below', 'src/.persona/personas/keeper.md', own),
  write('the settings that call the guard', '.claude/settings.local.json', own),
  write('its own agent file', '.claude/agents/keeper.md', own),
  write('the hooks of Copilot', '.github/hooks/guard.json', own),
  write('the guard itself', 'node_modules/create-persona/dist/guard.cjs', own),
  write('a hook of git', '.git/hooks/pre-commit', own),
];

/** Folders that a tool may say it stands in, with a file that is meant from there. */
export const folders: readonly (readonly [what: string, cwd: string, path: string])[] = [
  ['the project, as a dot', '.', 'frontend/app.ts'],
  ['a folder of it, relative', 'src', '../frontend/app.ts'],
  ['the denied folder', '{root}/frontend', 'app.ts'],
  ['the denied folder, relative', 'frontend/deep', 'page.ts'],
  ['a link to it', '{root}/pages', 'app.ts'],
  ['a folder that is not there', '{root}/nowhere', '../frontend/app.ts'],
  ['another place, with the whole path', '/', '{root}/frontend/app.ts'],
];

/** Every tool that edits. */
export const edits: readonly Attempt[] = [
  ['an edit', 'Edit', { file_path: 'frontend/app.ts', old_string: 'a', new_string: 'b' }, frontend],
  [
    'an edit whose text speaks of a denied path',
    'Edit',
    { file_path: 'src/api.py', old_string: 'frontend/app.ts', new_string: 'b' },
    '',
  ],
  ['many edits of a file', 'MultiEdit', { file_path: 'frontend/app.ts', edits: [] }, frontend],
  [
    'many edits of many files',
    'MultiEdit',
    { edits: [{ file_path: 'src/api.py' }, { file_path: 'frontend/app.ts' }] },
    frontend,
  ],
  [
    'a cell of a notebook',
    'NotebookEdit',
    { notebook_path: 'frontend/a.ipynb', new_source: '' },
    frontend,
  ],
  [
    'a patch that adds',
    'apply_patch',
    { input: '*** Begin Patch\n*** Add File: frontend/new.ts\n+x\n*** End Patch' },
    frontend,
  ],
  [
    'a patch that moves there',
    'apply_patch',
    {
      input:
        '*** Begin Patch\n*** Update File: src/api.py\n*** Move to: frontend/api.py\n*** End Patch',
    },
    frontend,
  ],
  [
    'a patch that deletes',
    'apply_patch',
    { input: '*** Begin Patch\n*** Delete File: frontend/app.ts\n*** End Patch' },
    frontend,
  ],
  [
    'a patch of another file',
    'apply_patch',
    { input: '*** Begin Patch\n*** Update File: src/api.py\n@@\n-x\n+y\n*** End Patch' },
    '',
  ],
  ['a patch without a header', 'apply_patch', { input: 'x' }, 'names no file'],
  [
    'VS Code, one file',
    'create_file',
    { filePath: '{root}/frontend/new.ts', content: '' },
    frontend,
  ],
  ['VS Code, several files', 'editFiles', { files: ['src/api.py', 'frontend/app.ts'] }, frontend],
  [
    'VS Code, replacements in a list',
    'multi_replace_string_in_file',
    { replacements: [{ filePath: 'frontend/app.ts' }] },
    frontend,
  ],
  ['VS Code, a folder', 'create_directory', { dirPath: 'frontend/new' }, frontend],
  [
    'the editor that also views, viewing',
    'str_replace_editor',
    { command: 'view', path: 'frontend/app.ts' },
    '',
  ],
  [
    'the editor that also views, writing',
    'str_replace_editor',
    { command: 'create', path: 'frontend/app.ts', file_text: '' },
    frontend,
  ],
  ['Augment, a new file', 'save-file', { path: 'frontend/new.ts', file_content: '' }, frontend],
  [
    'Augment, removing',
    'remove-files',
    { file_paths: ['src/api.py', 'frontend/app.ts'] },
    frontend,
  ],
  ['reading what may not be changed', 'Read', { file_path: 'frontend/app.ts' }, ''],
  ['searching there', 'Grep', { pattern: 'x', path: 'frontend' }, ''],
  ['a tool that nobody knows', 'Teleport', { file_path: 'src/api.py' }, 'does not know the tool'],
];

/** Servers, and capabilities that the persona does not have. */
export const rights: readonly Attempt[] = [
  ['a server that it has', 'mcp__context7__get-library-docs', { topic: 'x' }, ''],
  [
    'a server that it does not have',
    'mcp__serena__find_symbol',
    { name_path: 'x' },
    'server `serena`, which `keeper` does not have',
  ],
  ['one from a plugin', 'mcp__plugin_tools_serena__find_symbol', {}, 'server `serena`'],
  ['one as VS Code writes it', 'serena/find_symbol', {}, 'server `serena`'],
  [
    'a server of its own that writes to a denied path',
    'mcp__github__create_or_update_file',
    { path: 'frontend/app.ts' },
    frontend,
  ],
  [
    'a server of its own that reads one',
    'mcp__github__get_file_contents',
    { path: 'frontend/app.ts' },
    '',
  ],
  [
    'the web, which it was not given',
    'WebFetch',
    { url: 'https://example.org' },
    'capability `web`',
  ],
  [
    'another agent, which it may not start',
    'Agent',
    { subagent_type: 'x', prompt: 'y' },
    'capability `delegate`',
  ],
  ['a list of tasks, which it may not keep', 'TodoWrite', { todos: [] }, 'capability `plan`'],
  ['a question to the person', 'AskUserQuestion', { questions: [] }, ''],
];

/** Commands that must pass, or nobody would keep the guard. */
export const work: readonly Attempt[] = [
  bash('the tests', 'pytest -q'),
  bash('the tests, by a module', 'python -m pytest tests -x --maxfail=1'),
  bash('the tests, in an environment', 'uv run pytest -q 2>&1 | tail -20'),
  bash('tests that read a denied folder', 'npx vitest run frontend/app.test.ts'),
  bash('the linter', 'ruff check .'),
  bash('the formatter', 'ruff format src tests'),
  bash('the types', 'pyright src'),
  bash('git', 'git status && git diff HEAD~1 -- frontend && git log --oneline | head -5'),
  bash('a commit', 'git add src && git commit -m "api: say > what $x is"'),
  bash('a branch', 'git switch -c topic'),
  bash('looking', 'ls -la frontend; cat frontend/app.ts | grep -n export'),
  bash('looking for', "find . -name '*.ts' -not -path './node_modules/*' | xargs grep -l export"),
  bash('sed that prints', "sed -n '1,20p' frontend/app.ts"),
  bash('awk that prints', "awk -F: '{ print $1 }' frontend/app.ts"),
  bash('to nowhere', 'ls frontend > /dev/null 2>&1'),
  bash(
    'its own files',
    'mkdir -p src/new && touch src/new/a.py && echo "x = 1" >> src/new/a.py && rm -rf src/old',
  ),
  bash('a here-document for its own file', "cat > src/new.py <<'EOF'\nfrontend = '$x' > 1\nEOF"),
  bash('a loop over its own files', 'for f in src/*.py; do sed -i s/a/b/ "$f"; done'),
  bash('a variable that is known', 'D=src/old; rm -rf "$D"'),
  bash('a line of Python that only prints', 'python -c "import sys; print(sys.version)"'),
  bash('a script that can be read, and is harmless', 'bash scripts/tidy.sh'),
  bash('a program of the project', 'make build'),
  bash('an environment, switched on', 'source .venv/bin/activate && pytest -q'),
  bash('a line of Node that only prints', 'node -e "console.log(process.version)"'),
  bash('what is left is cleaned', 'rm -rf build dist && find . -name "*.pyc" -delete'),
  bash('a log', 'nohup uvicorn app:app > log.txt 2>&1 &'),
  bash('a request', "curl -s localhost:8000/health | jq '.status'"),
  bash('a patch of its own', 'git apply good.patch'),
  bash('what is made is cleaned', "find src -name '__pycache__' -exec rm -rf {} +"),
  bash('a copy out of a denied folder', 'cp frontend/app.ts /tmp/look.ts'),
];

/** Commands that would write there. */
export const commands: readonly Attempt[] = [
  bash('a redirect', 'echo x > frontend/app.ts', frontend),
  bash('one that appends', 'echo x>>frontend/app.ts', frontend),
  bash('one that insists', 'echo x >| frontend/app.ts', frontend),
  bash('one of errors', 'ls 2> frontend/log', frontend),
  bash('one without a command', '> frontend/app.ts', frontend),
  bash('one after a block', '{ echo a; echo b; } > frontend/app.ts', frontend),
  bash('one in quotes', `echo x > "front"'end'/app.ts`, frontend),
  bash('one with an escape', 'echo x > fr\\ontend/app.ts', frontend),
  bash('one in C quotes', "echo x > $'\\x66rontend/app.ts'", frontend),
  bash('tee', 'echo x | tee -a src/a.py frontend/app.ts', frontend),
  bash('sed -i', "sed -i 's/a/b/' frontend/app.ts", frontend),
  bash('sed -i with an ending', "sed -i.bak -e 's/a/b/' frontend/app.ts", frontend),
  bash('sed that writes from its script', "sed -n 'w frontend/app.ts' src/api.py", frontend),
  bash('cp', 'cp src/api.py frontend/', frontend),
  bash('cp -t', 'cp -t frontend src/api.py', frontend),
  bash(
    'cp of a denied folder to a name that may be a folder',
    'cp -r other/frontend new',
    frontend,
  ),
  bash('cp of a folder that brings a denied one', 'cp -r other src/copy', frontend),
  bash('mv there', 'mv src/api.py frontend/api.py', frontend),
  bash('mv away', 'mv frontend /tmp/gone', frontend),
  bash('rm', 'rm -f frontend/app.ts', frontend),
  bash('rm of the folder above', 'rm -rf .', 'would change .'),
  bash('rm of a glob', 'rm -rf front*', frontend),
  bash('rm of a glob further in', 'rm */app.ts', frontend),
  bash('rm of braces', 'rm {src,frontend}/app.ts', frontend),
  bash('touch', 'touch frontend/new', frontend),
  bash('mkdir', 'mkdir -p frontend/new', frontend),
  bash('ln, to write through it later', 'ln -s frontend f && echo x > f/app.ts', frontend),
  bash('dd', 'dd if=/dev/zero of=frontend/app.ts count=1', frontend),
  bash('truncate', 'truncate -s 0 frontend/app.ts', frontend),
  bash('chmod', 'chmod -R 000 frontend', frontend),
  bash('install', 'install -m 644 src/api.py frontend/api.py', frontend),
  bash('rsync', 'rsync -a src/ frontend/', frontend),
  bash('sort -o', 'sort -o frontend/app.ts src/api.py', frontend),
  bash('curl -o', 'curl -so frontend/app.ts https://example.org', frontend),
  bash('a formatter', 'npx prettier --write .', frontend),
  bash('a formatter with a path', 'ruff format frontend'),
  bash('git checkout of a path', 'git checkout -- frontend/app.ts', frontend),
  bash('git checkout of everything', 'git checkout .', 'would change .'),
  bash('git restore', 'git restore --source HEAD~3 frontend', frontend),
  bash('git rm', 'git rm -r frontend', frontend),
  bash('git in another folder', 'git -C frontend checkout -- app.ts', frontend),
  bash('git apply of a patch', 'git apply evil.patch', frontend),
  bash(
    'git apply of a here-document',
    "git apply <<'EOF'\n--- a/frontend/app.ts\n+++ b/frontend/app.ts\nEOF",
    frontend,
  ),
  bash('git with a pathspec of magic', "git checkout ':(top)frontend'", unknown),
  bash('git stash', 'git stash', unknown),
  bash('git reset --hard', 'git reset --hard HEAD~1', unknown),
  bash('an alias of git', "git -c alias.x='!rm -rf frontend' x", unknown),
  bash('patch', 'patch -p1 < evil.patch', unknown),
  bash('patch with its input named', 'patch -p1 -i evil.patch', frontend),
  bash('cd first', 'cd frontend && rm app.ts', frontend),
  bash('cd in a subshell', '(cd frontend; touch a)', frontend),
  bash('cd that may fail', 'cd nowhere || cd frontend; touch a', frontend),
  bash('cd behind a link', 'cd pages && echo x > app.ts', frontend),
  bash('cd into a denied folder, and a build there', 'cd frontend && npm run build', frontend),
  bash('pushd', 'pushd frontend; touch a', frontend),
  bash('a variable', 'D=frontend; rm -rf $D', frontend),
  bash('a variable put together', 'A=front B=end; rm -rf "$A$B"', frontend),
  bash('a variable set twice', 'D=frontend; false && D=src; rm -rf $D/x', frontend),
  bash('a variable from elsewhere', 'rm -rf "$TARGET"', unknown),
  bash('a loop', 'for f in src frontend; do rm -rf $f; done', frontend),
  bash('the output of a command', 'rm -rf $(echo frontend)', unknown),
  bash('a redirect to the output of a command', 'echo x > `echo frontend/app.ts`', unknown),
  bash('a command in a word', 'echo $(rm frontend/app.ts)', frontend),
  bash('a command in a here-document', 'cat <<EOF\n$(rm frontend/app.ts)\nEOF', frontend),
  bash('a command in an assignment', 'X=$(touch frontend/a)', frontend),
  bash('a process substitution', 'cat <(rm frontend/app.ts)', frontend),
  bash('bash -c', "bash -c 'rm frontend/app.ts'", frontend),
  bash('sh -c in bash -c', `bash -c "sh -c 'rm frontend/app.ts'"`, frontend),
  bash('bash -c of something computed', 'bash -c "$X"', unknown),
  bash('a here-document for bash', "bash <<'EOF'\nrm frontend/app.ts\nEOF", frontend),
  bash('a pipe into sh', 'echo cm0gLXJm | base64 -d | sh', unknown),
  bash('a script that can be read', 'bash scripts/evil.sh', frontend),
  bash('eval', "eval 'rm frontend/app.ts'", frontend),
  bash('eval of something computed', 'eval "$X"', unknown),
  bash('a trap', "trap 'rm frontend/app.ts' EXIT", frontend),
  bash('a function', 'f() { rm frontend/app.ts; }; f', frontend),
  bash('sudo', 'sudo -u root rm frontend/app.ts', frontend),
  bash('env', 'env X=1 rm frontend/app.ts', frontend),
  bash('timeout', 'timeout 5 rm frontend/app.ts', frontend),
  bash('a path to the program', '/bin/rm frontend/app.ts', frontend),
  bash('a program in quotes', `r"m" frontend/app.ts`, frontend),
  bash('a program that is computed', '$RM frontend/app.ts', unknown),
  bash('xargs', 'git ls-files | xargs rm', unknown),
  bash('xargs with a denied name', 'echo app.ts | xargs -I{} rm frontend/{}', frontend),
  bash('find -delete', "find . -name '*.ts' -delete", frontend),
  bash('find -exec', 'find frontend -type f -exec rm {} +', frontend),
  bash('find -exec sh', `find . -exec sh -c 'rm "$1"' _ {} ';'`, unknown),
  bash('Python in a word', `python3 -c "open('frontend/app.ts','w')"`, unknown),
  bash(
    'Python that spells it out',
    `python -c "__import__('os').remove('front'+'end/app.ts')"`,
    unknown,
  ),
  bash(
    'Python in a here-document',
    "python - <<'EOF'\nfrom pathlib import Path\nPath('a').write_text('')\nEOF",
    unknown,
  ),
  bash('Python from a pipe', 'cat x.py | python', unknown),
  bash('Node in a word', `node -e "require('fs').rmSync('frontend',{recursive:true})"`, unknown),
  bash('Perl in place', "perl -pi -e 's/a/b/' frontend/app.ts", frontend),
  bash('awk that writes', `awk '{ print > "frontend/app.ts" }' src/api.py`, unknown),
  bash('an archive', 'tar xf a.tar', unknown),
  bash('a program that is told of a denied path', 'mytool --out=frontend/app.ts', frontend),
  bash('a report of the tests', 'pytest --junitxml=frontend/report.xml', frontend),
  bash('a line that no shell would take', "echo 'x", unknown),
  bash(
    'one after many that are harmless',
    'ls; pwd; date; true && false || touch frontend/a',
    frontend,
  ),
  bash('one in the background', 'sleep 1 & touch frontend/a &', frontend),
  bash('one in a condition', 'if true; then touch frontend/a; fi', frontend),
  bash('one in a case', 'case x in x) touch frontend/a;; esac', frontend),
  bash('a value with a space, outside quotes', 'X="a frontend/app.ts"; rm $X', unknown),
  bash('a value with a glob in it', 'X="front*"; rm -rf $X', unknown),
  bash('another home', 'HOME=frontend; rm ~/app.ts', unknown),
  bash('the folder of before', 'cd frontend; cd ..; rm ~-/app.ts', unknown),
  bash('an option in a variable', 'F=-n; F=-i; sed $F s/a/b/ frontend/app.ts', frontend),
  bash('a subcommand in a variable', 'X=status; X=checkout; git $X frontend', frontend),
  bash('a folder for git that is computed', 'git -C "$X" checkout -- app.ts', unknown),
  bash('a command that a rebase runs', "git rebase -x 'rm frontend/app.ts' main", unknown),
  bash('an alias of git that was made before', 'git tidy', unknown),
  bash('a module that takes code', `python -m timeit "open('x','w')"`, unknown),
  bash(
    'a found folder that has a denied one in it',
    'find . -name other -exec rm -rf {} +',
    frontend,
  ),
  bash('two stars, which may go down', 'shopt -s globstar; rm **/app.ts', unknown),
  bash('braces with a variable', 'rm {src,$X}/app.ts', unknown),
  bash('a container', 'docker run -v $PWD:/w img rm -rf /w/frontend', unknown),
  bash('an editor with a script', "ed -s src/api.py <<'EOF'\nw frontend/app.ts\nEOF", unknown),
  bash('a reader that starts a program', 'rg --pre ./x.sh foo', unknown),
  bash('a pager', "PAGER='tee frontend/app.ts' git log", frontend),
  bash('a coprocess', 'coproc touch frontend/a', frontend),
  bash('a descriptor', 'exec 3> frontend/a; echo x >&3', frontend),
  bash('find -exec of an editor', 'find . -type f -exec sed -i s/a/b/ {} \\;', 'would change .'),
  bash('Python with a cluster of flags', `python -Bc "open('a','w')"`, unknown),
  bash('Python after a flag with a value', `python -W ignore -c "open('a','w')"`, unknown),
  bash('Node after a module', `node -r fs -e "fs.rmSync('frontend')"`, unknown),
  bash('bash -c with the end of the flags', "bash -c -- 'rm frontend/app.ts'", frontend),
  bash('bash with what a command says', 'bash <(echo rm frontend/app.ts)', unknown),
  bash('a script that is sourced', 'source scripts/evil.sh', frontend),
  bash('a script that is started', './scripts/evil.sh', frontend),
  bash('script -c', "script -c 'rm frontend/app.ts' /dev/null", frontend),
  bash('a command for later', "at now <<< 'rm frontend/app.ts'", unknown),
  bash('a mode like a flag', 'chmod -x frontend/app.ts', frontend),
  bash('its own rules', "sed -i '/frontend/d' .persona/personas/keeper.md", own),
  bash('its own rules, by git', 'git checkout HEAD~5 -- .persona', own),
  bash('the hooks of git', 'git config core.hooksPath /tmp/x', own),
];
