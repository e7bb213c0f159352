import type { OutsideReader } from '../outside-reader.ts';

/**
 * The schemas that tools publish, as check-jsonschema brings them along: of what we write it knows
 * the workflows of GitHub. https://check-jsonschema.readthedocs.io/en/stable/usage.html
 */
export const checkJsonschema: OutsideReader = {
  name: 'check-jsonschema',
  from: 'PyPI',
  packages: ['check-jsonschema'],
  says: ({ paths, installed, run }) => {
    const workflows = paths.filter((path) => /^\.github\/workflows\/.+\.ya?ml$/.test(path));
    if (workflows.length === 0) return undefined;
    const { status, stdout } = run(installed('venv/bin/check-jsonschema'), [
      ...['--builtin-schema', 'vendor.github-workflows'],
      ...workflows,
    ]);
    return status === 0
      ? `${workflows.length} of ${workflows.length} workflows`
      : `not valid: ${stdout.trim().split('\n').slice(0, 3).join(' ')}`;
  },
};
