import { AwsError, type HttpResponse, type ListNames } from './aws-service.ts';
import { fault, type Protocol } from './protocol.ts';
import { escapeXml, toXml } from './xml.ts';

/** awsQuery: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export function queryProtocol(xmlns: string, lists: ListNames): Protocol {
  return {
    family: 'xml',
    read: (request) => parseParameters(new URLSearchParams(request.body.toString('utf8'))),
    answer: (operation, output, requestId) =>
      xmlResponse(
        200,
        requestId,
        `<${operation}Response xmlns="${xmlns}">${toXml(`${operation}Result`, output ?? {}, lists)}` +
          `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>`,
      ),
    refuse: (error, requestId) => xmlError(xmlns, error, requestId),
  };
}

/** The error envelope that Query services and Route 53 share. */
export function xmlError(xmlns: string, error: AwsError, requestId: string): HttpResponse {
  return xmlResponse(
    error.status,
    requestId,
    `<ErrorResponse xmlns="${xmlns}"><Error><Type>${fault(error)}</Type><Code>${escapeXml(error.code)}</Code>` +
      `<Message>${escapeXml(error.message)}</Message>${Object.entries(error.fields)
        .map(([name, value]) => toXml(name, value))
        .join('')}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  );
}

function xmlResponse(status: number, requestId: string, body: string): HttpResponse {
  return { status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body };
}

interface Tree {
  [key: string]: Tree | string;
}

/** `Filters.Filter.1.Name=a` → `{ Filters: [{ Name: 'a' }] }`; every leaf stays text, an empty list stays `''`. */
export function parseParameters(parameters: URLSearchParams): Record<string, unknown> {
  const tree: Tree = Object.create(null);
  for (const [path, value] of parameters) {
    if (path === 'Action' || path === 'Version') continue;
    const keys = path.split('.');
    const last = keys.pop() as string;
    let node = tree;
    for (const key of keys) {
      const next = node[key] ?? Object.create(null);
      if (typeof next === 'string') throw new AwsError('MalformedInput', `${path} contradicts another parameter`);
      node[key] = next;
      node = next;
    }
    node[last] = value;
  }
  return Object.fromEntries(Object.entries(tree).map(([key, each]) => [key, shape(each)]));
}

function shape(node: Tree | string): unknown {
  if (typeof node === 'string') return node;
  const entries = Object.entries(node);
  const numbered = (tree: Tree | string | undefined): tree is Tree =>
    typeof tree === 'object' && Object.keys(tree).length > 0 && Object.keys(tree).every((key) => /^\d+$/.test(key));
  const inOrder = (tree: Tree) =>
    Object.entries(tree)
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, item]) => shape(item));
  if (numbered(node)) return inOrder(node);
  const only = entries.length === 1 ? entries[0]?.[1] : undefined;
  if (numbered(only)) return inOrder(only);
  return Object.fromEntries(entries.map(([key, each]) => [key, shape(each)]));
}
