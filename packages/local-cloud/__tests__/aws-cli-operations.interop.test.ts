// Every operation of the local cloud, called through the library under the aws CLI; real waits, so apart from `npm test`.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startCloud } from '../src/start-cloud.ts';

interface Exercised {
  readonly called: Readonly<Record<string, readonly string[]>>;
  readonly waited: Readonly<Record<string, readonly string[]>>;
  /** Signing name -> waiter -> the operation that it asks. */
  readonly waiters: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly defects: readonly string[];
  readonly broken: readonly string[];
}

const WITHIN_MS = 240_000;

/** Waiters for what the local cloud has none of: alarms on alarms. */
const WITHOUT_SUBJECT = ['CompositeAlarmExists'];

/** The interpreter that has botocore: the one of the aws CLI, version 1. */
function interpreter(): string | undefined {
  try {
    execFileSync('python3', ['-c', 'import botocore'], { stdio: 'ignore' });
    return 'python3';
  } catch {
    return undefined;
  }
}
const python = interpreter();

(python ? describe : describe.skip)('the library under the aws CLI', () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'golive-botocore-'));
  let exercised: Exercised;
  let operations: Map<string, readonly string[]>;

  beforeAll(async () => {
    const { cloud, addresses } = await startCloud({ port: 0, scale: 40, stateDir });
    try {
      operations = new Map(
        [...cloud.parts.values()].flatMap(({ service }) =>
          service ? [[service.signingName, Object.keys(service.operations)] as const] : [],
        ),
      );
      exercised = await exercise({ ...addresses, region: cloud.region });
    } finally {
      await cloud.stop();
      rmSync(stateDir, { recursive: true, force: true });
    }
  }, WITHIN_MS);

  async function exercise(cloud: object): Promise<Exercised> {
    const child = spawn(python ?? '', [join(__dirname, 'botocore/exercise.py')], { timeout: WITHIN_MS });
    child.stdin.end(JSON.stringify(cloud));
    const [out, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
    if (out === '') throw new Error(`exercise.py said nothing: ${complaint}`);
    return JSON.parse(out);
  }

  test('finds every step of the exercise possible', () => {
    expect(exercised.broken.join('\n')).toBe('');
  });

  test('finds every reply as its model says', () => {
    expect(exercised.defects).toEqual([]);
  });

  test('calls every operation that the local cloud has', () => {
    const missed = [...operations].flatMap(([service, names]) =>
      names.filter((name) => !exercised.called[service]?.includes(name)).map((name) => `${service}:${name}`),
    );
    // Exercise it in botocore/, with a member of every kind in its reply.
    expect(missed).toEqual([]);
  });

  test('sees every waiter end whose operation the local cloud has', () => {
    const missed = Object.entries(exercised.waiters).flatMap(([service, waiters]) =>
      Object.entries(waiters)
        .filter(([, operation]) => operations.get(service)?.includes(operation))
        .map(([name]) => name)
        .filter((name) => !exercised.waited[service]?.includes(snake(name)) && !WITHOUT_SUBJECT.includes(name))
        .map((name) => `${service}: ${name}`),
    );
    expect(missed).toEqual([]);
  });
});

/** As botocore spells a waiter's name in Python. */
const snake = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
