// Preloaded into what is measured: leaves its peak memory and processor time where RESOURCE_USAGE_FILE says.
const { readFileSync, writeFileSync } = require('node:fs');

/** Linux counts what the parent had at the fork into getrusage's maximum; VmHWM begins anew with the program. */
function peakBytes() {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return Number(kilobytes) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

const file = process.env.RESOURCE_USAGE_FILE;
if (file)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ peakBytes: peakBytes(), cpuMs: (userCPUTime + systemCPUTime) / 1000 }));
  });
