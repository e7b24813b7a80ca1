import type { Duration } from '../../values/duration.ts';
import { atJsonPath } from './json-path.ts';
import { type Answer, parseJson } from './judge.ts';
import type { Capture, HttpStep } from './suite.ts';

const BODY_LIMIT = 4 * 1024 * 1024;

/** Sends a step whose templates are filled, and reads the whole answer. Rejects when there is none. */
export async function askHttp(url: string, step: HttpStep, timeout: Duration, signal: AbortSignal): Promise<Answer> {
  const start = performance.now();
  const { body, type } = bodyOf(step);
  const headers = new Headers(
    Object.entries(step.headers).map(([name, value]): [string, string] => [name, `${value}`]),
  );
  if (type && !headers.has('content-type')) headers.set('content-type', type);
  const response = await fetch(url, {
    method: step.method,
    headers,
    ...(body === undefined ? {} : { body }),
    redirect: step.followRedirects ? 'follow' : 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeout.ms)]),
  });
  const text = await readText(response);
  const ms = performance.now() - start;
  return { status: response.status, headers: Object.fromEntries(response.headers), body: text, ms };
}

function bodyOf(step: HttpStep): { body?: string | URLSearchParams | FormData; type?: string } {
  if (step.json !== undefined) return { body: JSON.stringify(step.json), type: 'application/json' };
  if (step.body !== undefined) return { body: step.body };
  if (step.form)
    return {
      body: new URLSearchParams(Object.entries(step.form).map(([key, one]): [string, string] => [key, String(one)])),
    };
  if (!step.multipart) return {};
  const form = new FormData();
  for (const [name, part] of Object.entries(step.multipart))
    if (typeof part === 'object') form.set(name, new File([part.content], part.filename, { type: part.type }));
    else form.set(name, String(part));
  return { body: form };
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error(`the answer is larger than ${BODY_LIMIT} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The value that a capture names; undefined when the answer does not have it. */
export function captureFrom(answer: Answer, { jsonpath, header, regex }: Capture): unknown {
  if (header !== undefined) return answer.headers[header.toLowerCase()];
  if (jsonpath !== undefined) return atJsonPath(parseJson(answer.body), jsonpath);
  const found = new RegExp(regex ?? '').exec(answer.body);
  return found?.[1] ?? found?.[0];
}

/** Why there was no answer, in words: fetch hides the reason in its error's cause. */
export function whyNoAnswer(error: unknown): string {
  const { name, message, cause } = error as { name?: string; message?: string; cause?: Cause };
  if (name === 'TimeoutError') return 'no answer in time';
  return cause?.code ?? cause?.errors?.[0]?.code ?? cause?.message ?? message ?? String(error);
}

interface Cause {
  readonly code?: string;
  readonly message?: string;
  readonly errors?: readonly { readonly code?: string }[];
}
