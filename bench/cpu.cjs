// Loaded before a program that is timed: leaves the processor time of its process, in milliseconds.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  if (process.env.CPU_TIME_FILE)
    writeFileSync(process.env.CPU_TIME_FILE, String((user + system) / 1000));
});
