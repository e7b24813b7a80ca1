import type { AwsService, HttpRequest } from './aws-service.ts';
import { cborProtocol } from './cbor.ts';
import { jsonProtocol } from './json.ts';
import type { Protocol } from './protocol.ts';
import { queryProtocol } from './query.ts';
import { restXmlProtocol } from './rest-xml.ts';

/** Which operation of which service a request asks for, and in which protocol; told by its form alone, not its signature. */
export interface Asked {
  readonly service: AwsService;
  readonly operation: string;
  readonly protocol: Protocol;
}

export function identify(request: HttpRequest, services: readonly AwsService[]): Asked | undefined {
  return cbor(request, services) ?? json(request, services) ?? query(request, services) ?? rest(request, services);
}

function cbor(request: HttpRequest, services: readonly AwsService[]): Asked | undefined {
  const [, prefix, operation] = /^\/service\/([^/]+)\/operation\/([^/]+)$/.exec(request.path) ?? [];
  const service = services.find(({ wire }) => wire.kind === 'json' && wire.targetPrefix === prefix);
  return service && operation ? { service, operation, protocol: cborProtocol } : undefined;
}

function json(request: HttpRequest, services: readonly AwsService[]): Asked | undefined {
  const [, prefix, operation] = /^(.+)\.([^.]+)$/.exec(request.headers['x-amz-target'] ?? '') ?? [];
  for (const service of services)
    if (service.wire.kind === 'json' && service.wire.targetPrefix === prefix && operation)
      return { service, operation, protocol: jsonProtocol(service.wire.version) };
  return undefined;
}

function query(request: HttpRequest, services: readonly AwsService[]): Asked | undefined {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return undefined;
  const form = new URLSearchParams(request.body.toString('utf8'));
  const operation = form.get('Action');
  const version = form.get('Version');
  for (const service of services) {
    // The name space ends with the API version, by which the Query services differ.
    const xmlns = 'xmlns' in service.wire ? service.wire.xmlns : undefined;
    if (xmlns?.endsWith(`/${version}/`) && operation)
      return {
        service,
        operation,
        protocol: queryProtocol(xmlns, service.wire.kind === 'query' ? service.wire.lists : {}),
      };
  }
  return undefined;
}

function rest(request: HttpRequest, services: readonly AwsService[]): Asked | undefined {
  if (!request.path.startsWith('/2013-04-01/')) return undefined;
  const service = services.find(({ wire }) => wire.kind === 'rest-xml');
  const operation = service?.operationOf?.(request) ?? `${request.method} ${request.path}`;
  return service && { service, operation, protocol: restXmlProtocol };
}
