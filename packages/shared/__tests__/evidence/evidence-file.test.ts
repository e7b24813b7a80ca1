import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { check, worst } from '#shared/evidence/check';
import { type Evidence, readEvidenceDir, verifyChain, writeEvidence } from '#shared/evidence/evidence-file';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'evidence-'));
});
afterEach(() => rm(folder, { recursive: true }));

function anEvidence(minute: number, more: Partial<Evidence> = {}): Omit<Evidence, 'schema' | 'previous'> {
  const at = new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString();
  const checks = [check('a.b', 'api', 'pass', 'it is', { source: 'test', at })];
  const whence = { repository: 'o/r', commit: 'c', run: '1', attempt: 1, job: 'deploy' };
  return { action: 'smoke', ...whence, startedAt: at, finishedAt: at, verdict: 'pass', checks, timeline: [], ...more };
}

test('the worst verdict wins, and of nothing nothing was measured', () => {
  const fromBestToWorst = ['pass', 'warn', 'skipped', 'inconclusive', 'fail'] as const;
  for (const [index, verdict] of fromBestToWorst.entries())
    expect(worst(fromBestToWorst.slice(0, index + 1).reverse())).toBe(verdict);
  expect(worst([])).toBe('skipped');
});

test('each file carries the SHA-256 of the newest before it', async () => {
  const first = await writeEvidence(folder, anEvidence(1));
  const second = await writeEvidence(folder, anEvidence(2));
  expect(first.evidence.previous).toBeNull();
  expect(second.evidence.previous).toBe(first.sha256);
  expect(await readEvidenceDir(folder)).toEqual([first, second]);
});

test('names tell jobs, subjects and attempts apart, and no file is written over', async () => {
  await writeEvidence(folder, anEvidence(1));
  await writeEvidence(folder, anEvidence(2));
  await writeEvidence(folder, anEvidence(3, { attempt: 2 }));
  await writeEvidence(folder, anEvidence(4, { job: 'sign' }), '../qa lead');
  expect((await readdir(folder)).sort()).toEqual(
    ['smoke-deploy-1-1.json', 'smoke-deploy-1-2.json', 'smoke-deploy-2-1.json', 'smoke-sign-qa-lead-1-1.json'].sort(),
  );
});

test('actions that write at the same moment keep all their files', async () => {
  await Promise.all(Array.from({ length: 8 }, () => writeEvidence(folder, anEvidence(1))));
  expect(await readdir(folder)).toHaveLength(8);
});

test('a changed file breaks the chain, and the file that followed it is named', async () => {
  const { file } = await writeEvidence(folder, anEvidence(1));
  await writeEvidence(folder, anEvidence(2));
  expect(verifyChain(await readEvidenceDir(folder))).toEqual({ intact: true, problems: [] });
  await writeFile(file, (await readFile(file, 'utf8')).replace('it is', 'it was'));
  const { intact, problems } = verifyChain(await readEvidenceDir(folder));
  expect(intact).toBe(false);
  expect(problems[0]).toMatch(/^smoke-deploy-1-2.json follows a file/);
});

test('a folder that does not exist holds no evidence; a file that is none is an error', async () => {
  expect(await readEvidenceDir(path.join(folder, 'none'))).toEqual([]);
  await writeFile(path.join(folder, 'x.json'), '{"schema":"other"}');
  await expect(readEvidenceDir(folder)).rejects.toThrow(/x.json is no evidence file/);
});
