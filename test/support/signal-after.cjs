/**
 * Loaded into a run before it begins (`node --require`): it gets a signal from itself right after
 * the call to the disk that $AFTER counts. $CALLS names the calls that count.
 */
const fs = require('node:fs');

const { AFTER, CALLS, SIGNAL } = process.env;
let many = 0;

for (const name of CALLS.split(',')) {
  const call = fs[name];
  fs[name] = (...given) => {
    const gives = call(...given);
    if (++many === Number(AFTER)) process.kill(process.pid, SIGNAL);
    return gives;
  };
}
