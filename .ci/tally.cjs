// Reads vitest's JSON report and prints "passed failed". A test that was skipped counts as failed,
// unless it cannot run on this system, or needs files that only our own machines have beside the
// repository and says so in its name.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const hasShared = existsSync(join(__dirname, '..', '..', 'shared'));
const isLinux = process.platform === 'linux';

let passed = 0;
let failed = 0;
for (const { name, status, assertionResults } of testResults) {
  if (status === 'failed' && assertionResults.every((each) => each.status !== 'failed'))
    failed += 1;
  for (const { fullName, status: ended } of assertionResults) {
    if (ended === 'passed') passed += 1;
    else if (ended === 'failed') failed += 1;
    else if (!isLinux || (!hasShared && fullName.includes('needs ../shared'))) continue;
    else {
      failed += 1;
      console.error(`skipped, and in CI none may be: ${name}: ${fullName}`);
    }
  }
}
console.log(passed, failed);
