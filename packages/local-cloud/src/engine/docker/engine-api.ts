/** The Engine API over a Unix socket: https://docs.docker.com/reference/api/engine/ */
import { type IncomingMessage, request } from 'node:http';
import { z } from 'zod';

export interface DockerApi {
  readonly socket: string;
  /** One exchange, answered whole; an error of the engine is an EngineError with the engine's own sentence. */
  ask(method: string, path: string, options?: AskOptions): Promise<unknown>;
  /** As `ask`, for answers that come bit by bit. */
  open(method: string, path: string, options?: AskOptions): Promise<IncomingMessage>;
}

export interface AskOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export class EngineError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export type SocketPlace =
  | { readonly kind: 'socket'; readonly socket: string }
  | { readonly kind: 'none'; readonly because: string };

/** The socket that the docker command line would use, or why there is none to be used. */
export function socketOf(env: Readonly<Record<string, string | undefined>>): SocketPlace {
  const host = env.DOCKER_HOST;
  if (!host) return { kind: 'socket', socket: '/var/run/docker.sock' };
  const [, socket] = /^unix:\/\/(\/.+)$/.exec(host) ?? [];
  return socket
    ? { kind: 'socket', socket }
    : { kind: 'none', because: 'DOCKER_HOST names no Unix socket, and tasks need an engine on this machine' };
}

const failure = z.object({ message: z.string() });

/** Without a version in the path an engine speaks its newest, as https://docs.docker.com/reference/api/engine/#versioning tells. */
export function dockerApi(socket: string): DockerApi {
  const open: DockerApi['open'] = async (method, path, { body, headers, signal } = {}) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request({
        socketPath: socket,
        method,
        path,
        agent: false,
        headers: {
          host: 'docker',
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...headers,
        },
        ...(signal ? { signal } : {}),
      });
      sent.once('response', resolve).once('error', reject).end(text);
    });
    const status = response.statusCode ?? 0;
    if (status < 400) return response;
    const told = failure.safeParse(parse(await textOf(response)));
    throw new EngineError(status, told.success ? told.data.message : `${method} ${path}: ${status}`);
  };
  return {
    socket,
    open,
    ask: async (method, path, options) => parse(await textOf(await open(method, path, options))),
  };
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
