// What a person does at the command line, end to end: `npm start` with each of its options, in its own process.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const root = join(__dirname, '../../..');
const WITHIN_MS = 240_000;
/** As outside jest: the rehearsal loads GitHub's parser in another way within it. */
const { JEST_WORKER_ID: _, ...outside } = process.env;
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

function begin(args: readonly string[], { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {}) {
  const out = mkdtempSync(join(tmpdir(), 'golive-command-line-'));
  const command = ['scripts/node24.mjs', 'packages/rehearsal/src/main.ts', '--out', out, ...args];
  const child = spawn(process.execPath, command, { cwd: root, env: { ...outside, ...env } });
  children.push(child);
  child.stdin.end(input);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said, out }));
  return { child, out, said: () => said, ended };
}

const start = (args: readonly string[], input = '') => begin(args, { input }).ended;
const lastLine = (said: string): Record<string, unknown> =>
  JSON.parse(said.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;

/** The example under another name, somewhere else. */
function anotherApp(): string {
  const app = mkdtempSync(join(tmpdir(), 'parcels-'));
  const left = new Set(['node_modules', '.golive']);
  cpSync(join(root, 'examples/coldchain'), app, { recursive: true, filter: (file) => !left.has(basename(file)) });
  for (const name of ['golive.yml', 'golive.rehearsal.yml']) {
    const file = join(app, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('coldchain', 'parcels'));
  }
  return app;
}

test(
  "another team's repository is dispatched with an input, and leaves all that was promised in --out",
  async () => {
    const dispatch = ['--event', 'workflow_dispatch', '--input', 'dns=false', '--scale', '40'];
    const { code, said, out } = await start(['--app', anotherApp(), ...dispatch, '--json']);
    expect(code === 0 ? '' : said).toBe('');
    expect(said).toMatch(/· dns +skipped/);
    expect(readdirSync(out)).toEqual(
      expect.arrayContaining([
        'dossier.html',
        'dossier.json',
        'dossier.md',
        'evidence',
        'journal.jsonl',
        'release-record.json',
      ]),
    );
    expect(readdirSync(join(out, 'evidence')).length).toBeGreaterThan(5);
    expect(readFileSync(join(out, 'release-record.json'), 'utf8')).toContain('"project": "parcels"');
    expect(Object.keys(lastLine(said))).toEqual(['verdict', 'drill', 'seconds', 'dossier']);
    expect(lastLine(said)).toMatchObject({ verdict: 'pass', drill: null, dossier: join(out, 'dossier.html') });
  },
  WITHIN_MS,
);

test(
  'the checks run on a push to main, and need no release',
  async () => {
    const { code, said } = await start(['--workflow', '.github/workflows/checks.yml', '--json']);
    expect(code === 0 ? '' : said).toBe('');
    expect(said).toMatch(/Checks: push on refs\/heads\/main/);
    expect(said).toMatch(/✔ required/);
    expect(lastLine(said)).toMatchObject({ verdict: 'pass', dossier: null });
  },
  WITHIN_MS,
);

test(
  'a person who is asked refuses one sign-off with a comment, and production stays as it is',
  async () => {
    const { code, said, out } = await start(
      ['--approve', 'ask', '--json'],
      `${'y fine by me\n'.repeat(7)}n not on a Friday\n`,
    );
    expect(code).toBe(1);
    const answered = [...said.matchAll(/sign-off \(([a-z-]+)\) .*(approved|rejected) by (\w+): (.*\S)/g)];
    const yes = answered.filter(([, , answer, , comment]) => answer === 'approved' && comment === 'fine by me');
    const no = answered.filter(([, , answer, , comment]) => answer === 'rejected' && comment === 'not on a Friday');
    // Whose job comes last is asked last; each role is its own person's.
    expect([yes.length, no.length]).toEqual([7, 1]);
    expect(Object.fromEntries(answered.map(([, role, , person]) => [role, person]))).toEqual({
      'devops-lead': 'minseo',
      'backend-lead': 'jonas',
      'frontend-lead': 'aiko',
      'qa-lead': 'leila',
      'security-lead': 'tomas',
      'project-manager': 'sofia',
      cto: 'david',
      ceo: 'amara',
    });
    expect(said).toMatch(/golive-[a-z-]+ was rejected by \w+: not on a Friday/);
    expect(said).toMatch(/· rollout +skipped/);
    expect(readFileSync(join(out, 'dossier.json'), 'utf8')).toContain('not on a Friday');
    expect(lastLine(said)).toMatchObject({ verdict: 'fail' });
  },
  WITHIN_MS,
);

test(
  'where nobody can be asked, it does not hang: every sign-off is refused, and it is said why',
  async () => {
    const { code, said } = await start(['--approve', 'ask']);
    expect(code).toBe(1);
    expect(said).toMatch(/nobody can be asked: standard input is at its end/);
    expect(said).toMatch(/· rollout +skipped/);
  },
  WITHIN_MS,
);

test(
  'a role that is denied stops the release before production changes',
  async () => {
    const { code, said } = await start(['--approve', 'deny:security-lead']);
    expect(code).toBe(1);
    expect(said).toMatch(/golive-security-lead was rejected by tomas/);
    expect(said).toMatch(/✔ sign-off \(ceo\)/);
    expect(said).toMatch(/· rollout +skipped/);
  },
  WITHIN_MS,
);

/** Processes that work in the folder, were started with it in their arguments, or have it in their environment. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .filter((pid) => {
      try {
        const texts = ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8'));
        return [...texts, readlinkSync(`/proc/${pid}/cwd`)].some((text) => text.includes(folder));
      } catch {
        return false;
      }
    });
}

const onLinux = existsSync('/proc/self/environ') ? test : test.skip;
onLinux.each([
  ['while the cloud starts', /Local cloud/, 300],
  ['while a job runs', /✔ record/, 1_500],
])(
  'Ctrl-C %s leaves no process behind, and says where the logs are',
  async (_when, line, laterMs) => {
    const temp = mkdtempSync(join(tmpdir(), 'golive-interrupt-'));
    // PostgreSQL runs as another user, who must get through.
    chmodSync(temp, 0o755);
    const { child, said, ended, out } = begin([], { env: { TMPDIR: temp } });
    while (!line.test(said()) && child.exitCode === null) await new Promise((done) => setTimeout(done, 50));
    await new Promise((done) => setTimeout(done, laterMs));
    expect(child.exitCode === null ? '' : said()).toBe('');
    expect(processesOf(temp).length).toBeGreaterThan(0);
    child.kill('SIGINT');
    expect((await ended).code).toBe(1);
    expect(said()).toContain('cancelling');
    expect(said()).toContain(join(out, 'logs'));
    expect(processesOf(temp)).toEqual([]);
    expect(readdirSync(temp).filter((name) => /^golive-(rehearsal|cloud|pg)-/.test(name))).toEqual([]);
    rmSync(temp, { recursive: true, force: true });
  },
  WITHIN_MS,
);
