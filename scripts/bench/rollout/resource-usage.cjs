// Preloaded into what is measured: leaves its peak memory and processor time where RESOURCE_USAGE_FILE says.
const { writeFileSync } = require('node:fs');

const file = process.env.RESOURCE_USAGE_FILE;
if (file)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    // getrusage(2): kilobytes and microseconds.
    writeFileSync(file, JSON.stringify({ peakBytes: maxRSS * 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 }));
  });
