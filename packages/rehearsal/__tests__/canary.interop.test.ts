// A secret that is planted anywhere may come out nowhere: not in logs, outputs, summaries, evidence, journal or dossier.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTROL, canaryApp, type Fault } from './canary-app.ts';
import { type Canary, filesBelow, formsOf, sightings } from './canary-search.ts';
import { environment } from './npm-start.ts';

const root = join(__dirname, '../../..');
const WITHIN_MS = 240_000;
const LOOK_EVERY_MS = 20;

interface Rehearsed {
  readonly code: number | null;
  readonly canaries: readonly Canary[];
  /** Everything that was left, printed, or given to a process as its arguments. */
  readonly places: ReadonlyMap<string, string>;
}

async function rehearse(fault: Fault, ...args: string[]): Promise<Rehearsed> {
  const app = canaryApp(fault);
  const out = mkdtempSync(join(tmpdir(), 'golive-canary-out-'));
  const command = ['scripts/node24.mjs', 'packages/rehearsal/src/main.ts', '--app', app.folder, '--out', out, ...args];
  const child = spawn(process.execPath, command, { cwd: root, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const argv = new Set<string>();
  const looking = setInterval(() => lookAtArguments(argv), LOOK_EVERY_MS);
  const timer = setTimeout(() => child.kill('SIGKILL'), WITHIN_MS);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(looking);
  clearTimeout(timer);
  const places = filesBelow(out);
  places.set('what npm start printed', Buffer.concat(said).toString('utf8'));
  places.set('the arguments of a process', [...argv].join('\n'));
  return { code, canaries: app.canaries(), places };
}

/** The command line of every process of this machine, as any other user of it can read them. */
function lookAtArguments(seen: Set<string>): void {
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      seen.add(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
    } catch {
      // It has ended.
    }
  }
}

const KINDS = [
  ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'GITHUB_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
  ['PARTNER_API_TOKEN', 'USER_VARIABLE', 'password in REPORTING_DATABASE'],
  ['jwt', 'partner', 'JWT_SECRET', 'PARTNER', 'password in DATABASE_URL'],
].flat();

function expectNoSighting({ code, canaries, places }: Rehearsed, ended: number): void {
  const printed = places.get('what npm start printed') ?? '';
  expect(code === ended ? '' : printed).toBe('');
  // The control is printed, summarised and given to a process: the search finds it in all three.
  const control = sightings([{ name: 'control', value: CONTROL }], places).join('\n');
  expect(control).toContain('in summary.md');
  expect(control).toContain('in logs/release-build.log');
  expect(control).toContain('in the arguments of a process');
  for (const kind of KINDS) expect(canaries.map(({ name }) => name)).toContain(kind);
  expect(sightings(canaries, places)).toEqual([]);
}

test('the search finds a canary in every form', () => {
  const value = 'k3+/"Zq9 canary of this test';
  for (const [form, text] of Object.entries(formsOf(value)))
    expect(sightings([{ name: 'one', value }], new Map([['a place', `before ${text} after`]]))).toContain(
      `one, ${form}, in a place`,
    );
  const within = Buffer.from(`AWS:${value}, and more`).toString('base64');
  expect(sightings([{ name: 'one', value }], new Map([['a place', within]]))).toHaveLength(1);
});

test(
  'no secret comes out of a release and its rollback, though application, migration and build print all they know',
  async () => {
    const rehearsed = await rehearse('none', '--then', 'rollback');
    expectNoSighting(rehearsed, 0);
    expect(rehearsed.canaries.map(({ name }) => name)).toContain('captured-token');
    expect([...rehearsed.places.keys()]).toEqual(
      expect.arrayContaining(['dossier.html', 'dossier.md', 'dossier.json', 'release-record.json', 'journal.jsonl']),
    );
  },
  WITHIN_MS,
);

test(
  'no secret comes out of a release that fails because the application crashes, with its secrets as its last words',
  async () => {
    const rehearsed = await rehearse('crash');
    expectNoSighting(rehearsed, 1);
    // Its last words are shown all the same.
    expect([...rehearsed.places.values()].join('\n')).toContain('connecting to postgresql://coldchain:***@');
  },
  WITHIN_MS,
);

test(
  'no token comes out of a smoke test that fails with the answer that carries it',
  async () => {
    const rehearsed = await rehearse('smoke');
    expectNoSighting(rehearsed, 1);
    expect(rehearsed.canaries.map(({ name }) => name)).toContain('captured-token');
    expect([...rehearsed.places.values()].join('\n')).toContain('body does not contain nothing of this kind');
  },
  WITHIN_MS,
);
