/** Evidence of many jobs, as a fleet's release leaves it: half of the checks close boxes, the timeline is as long as the checks. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Size {
  readonly jobs: number;
  /** In all jobs together. */
  readonly checks: number;
}

export const commit = '0123456789abcdef0123456789abcdef01234567';
export const repository = 'octo-org/bench';

/** Writes the evidence files; gives their bytes in all. */
export async function writeJobs(folder: string, { jobs, checks }: Size): Promise<number> {
  await mkdir(folder, { recursive: true });
  const catalogue = JSON.parse(await readFile('checklist/checks.json', 'utf8')) as Record<string, { action: string }>;
  const known = Object.entries(catalogue).filter(([id]) => !id.includes('<'));
  let bytes = 0;
  for (let job = 0; job < jobs; job++) {
    const [, { action } = { action: 'smoke-test' }] = known[job % known.length] ?? [];
    const own = known.filter(([, one]) => one.action === action).map(([id]) => id);
    const count = Math.floor(((job + 1) * checks) / jobs) - Math.floor((job * checks) / jobs);
    const text = `${JSON.stringify(evidence(job, action, own, count), null, 2)}\n`;
    bytes += Buffer.byteLength(text);
    await writeFile(join(folder, `${action}-job-${job}-1-1.json`), text);
  }
  return bytes;
}

function evidence(job: number, action: string, ids: readonly string[], count: number) {
  const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 9, 0, job) + second * 1000).toISOString();
  return {
    schema: 'golive/evidence@1',
    action,
    repository,
    commit,
    run: '1',
    attempt: 1,
    job: `job-${job}`,
    startedAt: at(0),
    finishedAt: at(60),
    verdict: 'pass',
    checks: Array.from({ length: count }, (_, index) => ({
      id: index % 2 === 0 ? (ids[(index / 2) % ids.length] ?? 'own.fact') : `own.fact-${index}`,
      subject: `service-${job}`,
      verdict: 'pass',
      because: `service-${job} measured ${index * 17} of at most ${index * 17 + 40}, as asked of it in this release`,
      measured: { p95: index * 17, errors: 0, digest: `sha256:${String(job * 1000 + index).padStart(64, '0')}` },
      expected: { p95: index * 17 + 40 },
      source: 'ecs:DescribeServices',
      at: at(index),
    })),
    timeline: Array.from({ length: count }, (_, index) => ({
      at: at(index),
      what: `looked ${index} times`,
      subject: `service-${job}`,
    })),
    previous: null,
  };
}
