/** Route 53's REST-XML on the wire: https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations_Amazon_Route_53.html */
import { XMLParser } from 'fast-xml-parser';
import { AwsError, type HttpRequest, type HttpResponse } from '../wire/aws-service.ts';
import { toXml } from '../wire/xml.ts';

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly operation: string;
  readonly status: number;
}

const route = (method: string, path: RegExp, operation: string, status = 200): Route => ({
  method,
  path,
  operation,
  status,
});

const routes: readonly Route[] = [
  route('POST', /^\/2013-04-01\/hostedzone\/?$/, 'CreateHostedZone', 201),
  route('GET', /^\/2013-04-01\/hostedzone\/?$/, 'ListHostedZones'),
  route('GET', /^\/2013-04-01\/hostedzonesbyname\/?$/, 'ListHostedZonesByName'),
  route('GET', /^\/2013-04-01\/hostedzone\/([^/]+)$/, 'GetHostedZone'),
  route('DELETE', /^\/2013-04-01\/hostedzone\/([^/]+)$/, 'DeleteHostedZone'),
  route('GET', /^\/2013-04-01\/hostedzone\/([^/]+)\/rrset\/?$/, 'ListResourceRecordSets'),
  route('POST', /^\/2013-04-01\/hostedzone\/([^/]+)\/rrset\/?$/, 'ChangeResourceRecordSets'),
  route('GET', /^\/2013-04-01\/change\/([^/]+)$/, 'GetChange'),
];

export function routeOf(request: HttpRequest): Route | undefined {
  return routes.find(({ method, path }) => method === request.method && path.test(request.path));
}

const queryNames: Readonly<Record<string, string>> = {
  name: 'StartRecordName',
  type: 'StartRecordType',
  identifier: 'StartRecordIdentifier',
  maxitems: 'MaxItems',
  marker: 'Marker',
  dnsname: 'DNSName',
  hostedzoneid: 'HostedZoneId',
};

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: (name) => name === 'Change' || name === 'ResourceRecord',
});

/** Body, query and path as the one input that the operation takes. */
export function readInput(request: HttpRequest, { path }: Route): Record<string, unknown> {
  const [, Id] = path.exec(request.path) ?? [];
  const query = Object.fromEntries(
    [...request.query].flatMap(([name, value]) => (queryNames[name] ? [[queryNames[name], value]] : [])),
  );
  return { ...(request.body.length > 0 && bodyOf(request.body)), ...query, ...(Id && { Id: decodeURIComponent(Id) }) };
}

function bodyOf(body: Buffer): Record<string, unknown> {
  let document: Record<string, unknown>;
  try {
    document = parser.parse(body, true);
  } catch {
    throw new AwsError('InvalidInput', 'Invalid XML ; the request body could not be parsed');
  }
  const root = Object.entries(document).find(([name]) => name !== '?xml')?.[1];
  return unwrapLists(root) as Record<string, unknown>;
}

/** `<Changes><Change/>…</Changes>` is a list by itself. */
function unwrapLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapLists);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const items = name === 'Changes' ? each?.Change : name === 'ResourceRecords' ? each?.ResourceRecord : undefined;
      return [name, unwrapLists(items ?? each)];
    }),
  );
}

const lists = {
  HostedZones: 'HostedZone',
  NameServers: 'NameServer',
  ResourceRecordSets: 'ResourceRecordSet',
  ResourceRecords: 'ResourceRecord',
};

export function writeAnswer({ operation, status }: Route, output: object, requestId: string): HttpResponse {
  const content = Object.entries(output)
    .map(([name, value]) => toXml(name, value, lists))
    .join('');
  const zone = (output as { HostedZone?: { Id: string } }).HostedZone?.Id;
  return {
    status,
    headers: {
      'content-type': 'text/xml',
      'x-amzn-requestid': requestId,
      ...(status === 201 && zone && { location: `https://route53.amazonaws.com/2013-04-01${zone}` }),
    },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<${operation}Response xmlns="https://route53.amazonaws.com/doc/2013-04-01/">${content}</${operation}Response>`,
  };
}
