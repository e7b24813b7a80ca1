import { soundsSecret } from '../../evidence/likely-secrets.ts';
import type { Duration } from '../../values/duration.ts';
import { poll } from '../../waiting/poll.ts';
import { askHttp, captureFrom, whyNoAnswer } from './http-step.ts';
import { judge } from './judge.ts';
import { isSecretCapture, joinUrl, type PlannedStep, type PlannedTest } from './plan.ts';
import { fill, fillDeep, type Scope, UnknownName } from './template.ts';
import { converse } from './ws-step.ts';

/** What came of one step. */
export interface StepResult {
  readonly test: string;
  readonly name: string;
  readonly id: string;
  readonly kind: 'passed' | 'failed' | 'skipped';
  readonly problems: readonly string[];
  readonly attempts: number;
  /** Of the last attempt; absent when nothing was answered. */
  readonly ms?: number;
  readonly asked: string;
  readonly at: string;
}

export interface Asking {
  readonly baseUrl: string;
  readonly timeout: Duration;
  readonly concurrency: number;
  /** Different in every run, so that two runs never register the same user. */
  readonly runId: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What asking needs of the world; an action's run is one. */
export interface World {
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** Told every captured secret before it is used or shown. */
  mask(secret: string): void;
  readonly log: { info(text: string): void };
}

/** Runs every test, several at once; the results are in the order of the suites. */
export async function ask(tests: readonly PlannedTest[], asking: Asking, run: World): Promise<StepResult[]> {
  const results: StepResult[][] = tests.map(() => []);
  const queue = tests.entries();
  const worker = async () => {
    for (const [index, test] of queue) results[index] = await askTest(test, asking, run);
  };
  await Promise.all(Array.from({ length: Math.min(asking.concurrency, tests.length) }, worker));
  return results.flat();
}

async function askTest(test: PlannedTest, asking: Asking, run: World): Promise<StepResult[]> {
  const captures: Record<string, unknown> = {};
  const env: Record<string, string | undefined> = { ...asking.environment };
  const scope: Scope = { captures, env, run: { id: asking.runId } };
  for (const [name, value] of Object.entries(test.env)) env[name] = fill(String(value), scope);
  for (const [name, value] of Object.entries(env)) if (value && soundsSecret(name)) run.mask(value);
  const results: StepResult[] = [];
  for (const step of test.steps) {
    run.signal.throwIfAborted();
    const failed = results.find((one) => one.kind !== 'passed');
    const result = failed
      ? skipped(test, step, failed.name, run)
      : await askStep(test, step, asking, scope, captures, run);
    results.push(result);
    const mark = { passed: '✓', failed: '✗', skipped: '–' }[result.kind];
    run.log.info(
      `${mark} ${test.name}: ${step.name}${result.problems.length > 0 ? `: ${result.problems.join('; ')}` : ''}`,
    );
  }
  return results;
}

function skipped(test: PlannedTest, step: PlannedStep, after: string, run: World): StepResult {
  const problems = [`not asked, because '${after}' failed`];
  const asked = step.http ? `${step.http.method} ${step.http.url}` : `WebSocket ${step.ws?.url}`;
  const at = run.now().toISOString();
  return { test: test.name, name: step.name, id: step.id, kind: 'skipped', problems, attempts: 0, asked, at };
}

async function askStep(
  test: PlannedTest,
  step: PlannedStep,
  asking: Asking,
  scope: Scope,
  captures: Record<string, unknown>,
  run: World,
): Promise<StepResult> {
  let attempts = 0;
  let last: Attempt = { problems: ['not asked'], captured: {} };
  const once = async () => {
    attempts += 1;
    last = await attempt(step, asking, scope, run.signal);
    run.signal.throwIfAborted();
    return last.problems.length === 0 || last.hopeless ? true : undefined;
  };
  await poll(
    {
      every: step.retry?.every ?? { ms: 0 },
      deadline: step.retry?.for ?? { ms: 0 },
      signal: run.signal,
      now: run.now,
      sleep: run.sleep,
    },
    once,
  );
  for (const [name, value] of Object.entries(last.captured)) {
    const secret = step.http?.captures[name]?.secret;
    if (isSecretCapture(name, secret)) run.mask(typeof value === 'string' ? value : JSON.stringify(value));
    captures[name] = value;
  }
  return {
    test: test.name,
    name: step.name,
    id: step.id,
    kind: last.problems.length === 0 ? 'passed' : 'failed',
    problems: last.problems,
    attempts,
    ...(last.ms === undefined ? {} : { ms: last.ms }),
    asked: step.http ? `${step.http.method} ${step.http.url}` : `WebSocket ${step.ws?.url}`,
    at: run.now().toISOString(),
  };
}

interface Attempt {
  readonly problems: readonly string[];
  readonly captured: Readonly<Record<string, unknown>>;
  readonly ms?: number;
  /** Asking again cannot help. */
  readonly hopeless?: boolean;
}

async function attempt(step: PlannedStep, asking: Asking, scope: Scope, signal: AbortSignal): Promise<Attempt> {
  try {
    if (step.ws) {
      const ws = fillDeep(step.ws, scope);
      return { ...(await converse(joinUrl(asking.baseUrl, ws.url), ws, signal)), captured: {} };
    }
    if (!step.http) return { problems: ['neither http nor ws'], captured: {}, hopeless: true };
    const http = fillDeep(step.http, scope);
    const answer = await askHttp(joinUrl(asking.baseUrl, http.url), http, asking.timeout, signal);
    const problems = judge(answer, http.check);
    const captured = Object.fromEntries(
      Object.entries(http.captures).map(([name, how]) => [name, captureFrom(answer, how)]),
    );
    const missing = Object.keys(captured).filter((name) => captured[name] === undefined);
    if (problems.length === 0) problems.push(...missing.map((name) => `the answer has nothing to capture as ${name}`));
    for (const name of missing) delete captured[name];
    return { problems, captured, ms: answer.ms };
  } catch (error) {
    if (error instanceof UnknownName || error instanceof SyntaxError)
      return { problems: [error.message], captured: {}, hopeless: true };
    return { problems: [whyNoAnswer(error)], captured: {} };
  }
}
