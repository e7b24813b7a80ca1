import WebSocket from 'ws';
import { excerpt, messageFits } from './judge.ts';
import type { WsStep } from './suite.ts';

export interface Conversation {
  readonly problems: readonly string[];
  /** From the first byte of the handshake to the awaited message. */
  readonly ms: number;
}

/** Opens a WebSocket, sends what the step says, and waits for the awaited message; others in between are passed over. */
export async function converse(url: string, step: WsStep, signal: AbortSignal): Promise<Conversation> {
  const start = performance.now();
  const { expect, send } = step;
  const headers = Object.fromEntries(Object.entries(step.headers).map(([name, value]) => [name, String(value)]));
  const socket = new WebSocket(url.replace(/^http/i, 'ws'), {
    headers,
    handshakeTimeout: expect.within.ms,
    maxPayload: 4 * 1024 * 1024,
  });
  let last: string | undefined;
  const problem = await new Promise<string | undefined>((resolve) => {
    const late = () =>
      resolve(
        `no awaited message within ${expect.within.ms} ms; ${last === undefined ? 'there was none at all' : `the last was ${excerpt(last)}`}`,
      );
    const timer = setTimeout(late, expect.within.ms);
    const end = (problem?: string) => {
      clearTimeout(timer);
      resolve(problem);
    };
    signal.addEventListener('abort', () => end('cancelled'), { once: true });
    socket.on('open', () => {
      if (send !== undefined) socket.send(typeof send === 'string' ? send : JSON.stringify(send));
    });
    socket.on('message', (data) => {
      last = data.toString();
      if (messageFits(last, expect)) end();
    });
    socket.on('unexpected-response', (_, response) => end(`handshake was answered with status ${response.statusCode}`));
    socket.on('error', (error) => end(`no connection: ${(error as NodeJS.ErrnoException).code ?? error.message}`));
    socket.on('close', (code) => end(`closed with code ${code} before the awaited message`));
  });
  // ws reports the handshake that this ends as an error.
  socket.on('error', () => {});
  socket.terminate();
  return { problems: problem === undefined ? [] : [problem], ms: performance.now() - start };
}
