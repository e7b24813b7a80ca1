/** The OCI distribution protocol, as ECR speaks it: https://github.com/opencontainers/distribution-spec/blob/main/spec.md */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as realTime } from 'node:timers/promises';
import type { Fault, Faults } from '../../faults.ts';
import { actionOf, type Journal } from '../../journal.ts';
import { AwsError } from '../../wire/aws-service.ts';
import type { RegistryEngine } from '../registry.ts';
import { DistributionError, translate } from './distribution-error.ts';
import { blobs, manifests, tags, uploads } from './distribution-routes.ts';
import { operationOf, permissionsOf, type RegistryOperation } from './operation.ts';

export interface Exchange {
  readonly registry: RegistryEngine;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly repository: string;
  /** The digest, tag or upload id that ends the path. */
  readonly reference: string;
}

/** What stands before the registry, as before the other services. */
export interface RegistryGuards {
  readonly faults: Faults;
  readonly journal: Journal;
  /** `arn:aws:ecr:<region>:<account>` */
  readonly arnPrefix: string;
  /** Throws where a policy denies one of these permissions to the caller. */
  readonly allow: (caller: string, action: string | undefined, needed: ReturnType<typeof permissionsOf>) => void;
}

const routes = { blobs, manifests, tags, uploads };

export function distributionServer(registry: RegistryEngine, guards: RegistryGuards): Server {
  return createServer((request, response) => {
    if (registry.downloads.serve(request, response, registry.blobs)) return;
    const url = new URL(request.url ?? '/', registry.url);
    const asked = operationOf(request.method ?? 'GET', url.pathname);
    const action = actionOf(request.headers['user-agent']);
    const fault = asked && guards.faults.meet('registry', asked.name, action);
    const entry = journalEntry(request, response, asked, fault, guards, action);
    answer({ registry, request, response, url, asked, action, fault, guards })
      .catch((error: unknown) =>
        entry.refused(refuse(request, response, error), error instanceof AwsError ? error.denied : undefined),
      )
      .finally(entry.end);
  });
}

interface Asking {
  readonly registry: RegistryEngine;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly asked: RegistryOperation | undefined;
  readonly action: string | undefined;
  readonly fault: Fault | undefined;
  readonly guards: RegistryGuards;
}

async function answer({ registry, request, response, url, asked, action, fault, guards }: Asking): Promise<void> {
  response.setHeader('docker-distribution-api-version', 'registry/2.0');
  const caller = registry.tokens.callerOf(request.headers.authorization);
  if (caller === undefined) {
    response.setHeader('www-authenticate', `Basic realm="${registry.url}/",service="ecr.amazonaws.com"`);
    throw new DistributionError(401, 'UNAUTHORIZED', 'Not Authorized');
  }
  if (!asked) throw new DistributionError(404, 'UNSUPPORTED', `The registry has nothing at ${url.pathname}`);
  guards.allow(caller, action, permissionsOf(asked, guards.arnPrefix));
  if (fault?.kind === 'throttle') throw new DistributionError(429, 'TOOMANYREQUESTS', 'Rate exceeded');
  if (fault?.kind === 'error') throw new DistributionError(503, 'UNKNOWN', 'The service is unavailable');
  if (fault?.kind === 'denied') throw new DistributionError(403, 'DENIED', `${caller} may not ${asked.name}`);
  if (fault?.kind === 'latency') await realTime(fault.ms);
  if (fault?.kind === 'drop') cutInsteadOfAnswering(request, response);
  const { route, repository, reference } = asked;
  if (route === 'base') return void response.writeHead(200, { 'content-length': 0 }).end();
  registry.repositories.get(repository);
  return routes[route]({ registry, request, response, url, repository, reference });
}

/** Every route makes its change before it begins to answer; here the connection ends instead. */
function cutInsteadOfAnswering(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead = (status: number) => {
    response.statusCode = status;
    request.socket.destroy();
    return response;
  };
}

function journalEntry(
  request: IncomingMessage,
  response: ServerResponse,
  asked: RegistryOperation | undefined,
  fault: Fault | undefined,
  { journal, arnPrefix }: RegistryGuards,
  action: string | undefined,
) {
  const at = new Date();
  const userAgent = request.headers['user-agent'];
  let code: string | undefined;
  let denied: string | undefined;
  return {
    refused: (error: string | undefined, lacking: string | undefined) => {
      code = error;
      denied = lacking;
    },
    end: () =>
      journal.add({
        at: at.toISOString(),
        service: 'registry',
        operation: asked?.name ?? `${request.method} ${request.url?.split('?')[0]}`,
        ...(action && { action }),
        ...(userAgent && { userAgent }),
        requestId: randomUUID(),
        status: response.statusCode,
        ...(code && { error: code }),
        ...(fault && { fault: fault.kind }),
        ...(asked && { permissions: permissionsOf(asked, arnPrefix) }),
        ...(denied !== undefined && { denied }),
        ms: Date.now() - at.getTime(),
      }),
  };
}

/** Answers the error where an answer is still possible; its code then. */
function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): string | undefined {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const known = error instanceof DistributionError || error instanceof AwsError;
  if (!known) process.stderr.write(`local cloud: registry: ${error instanceof Error ? error.stack : error}\n`);
  const { status, code, message } = translate(error);
  const body = JSON.stringify({ errors: [{ code, message }] });
  // What the client still sends must be read, or it sees a broken connection instead of this answer.
  request.resume();
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
  return code;
}
