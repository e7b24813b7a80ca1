/** The OCI distribution protocol, as ECR speaks it: https://github.com/opencontainers/distribution-spec/blob/main/spec.md */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AwsError } from '../../wire/aws-service.ts';
import type { RegistryEngine } from '../registry.ts';
import { DistributionError, translate } from './distribution-error.ts';
import { blobs, manifests, tags, uploads } from './distribution-routes.ts';

export interface Exchange {
  readonly registry: RegistryEngine;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly repository: string;
  /** The digest, tag or upload id that ends the path. */
  readonly reference: string;
}

type Route = (exchange: Exchange) => Promise<void>;

const routes: readonly (readonly [RegExp, Route])[] = [
  [/^\/v2\/(.+)\/blobs\/uploads\/?([^/]*)$/, uploads],
  [/^\/v2\/(.+)\/blobs\/([^/]+)$/, blobs],
  [/^\/v2\/(.+)\/manifests\/([^/]+)$/, manifests],
  [/^\/v2\/(.+)\/tags\/(list)$/, tags],
];

export function distributionServer(registry: RegistryEngine): Server {
  return createServer((request, response) => {
    answer(registry, request, response).catch((error: unknown) => refuse(request, response, error));
  });
}

async function answer(registry: RegistryEngine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', registry.url);
  response.setHeader('docker-distribution-api-version', 'registry/2.0');
  if (!registry.tokens.accepts(request.headers.authorization)) {
    response.setHeader('www-authenticate', `Basic realm="${registry.url}/",service="ecr.amazonaws.com"`);
    throw new DistributionError(401, 'UNAUTHORIZED', 'Not Authorized');
  }
  if (/^\/v2\/?$/.test(url.pathname)) return void response.writeHead(200, { 'content-length': 0 }).end();
  for (const [pattern, route] of routes) {
    const [, repository = '', reference = ''] = pattern.exec(url.pathname) ?? [];
    if (!repository) continue;
    registry.repositories.get(repository);
    return route({ registry, request, response, url, repository, reference: decodeURIComponent(reference) });
  }
  throw new DistributionError(404, 'UNSUPPORTED', `The registry has nothing at ${url.pathname}`);
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const known = error instanceof DistributionError || error instanceof AwsError;
  if (!known) process.stderr.write(`local cloud: registry: ${error instanceof Error ? error.stack : error}\n`);
  const { status, code, message } = translate(error);
  const body = JSON.stringify({ errors: [{ code, message }] });
  // What the client still sends must be read, or it sees a broken connection instead of this answer.
  request.resume();
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
