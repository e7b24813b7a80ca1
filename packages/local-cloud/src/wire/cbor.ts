import { cbor, dateToTag } from '@smithy/core/cbor';
import { AwsError } from './aws-service.ts';
import { fault, type Protocol } from './protocol.ts';

/** Smithy RPC v2 CBOR, which botocore chooses for CloudWatch: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html */
export const cborProtocol: Protocol = {
  family: 'json',
  read(request) {
    if (request.body.length === 0) return {};
    try {
      return untag(cbor.deserialize(request.body));
    } catch {
      throw new AwsError('SerializationException', 'The request body is not valid CBOR');
    }
  },
  answer: (_operation, output, requestId) => response(200, output ?? {}, requestId),
  refuse: (error, requestId) =>
    response(error.status, { __type: error.code, message: error.message, ...error.fields }, requestId, {
      'x-amzn-query-error': `${error.code};${fault(error)}`,
    }),
};

function response(status: number, value: unknown, requestId: string, more: Record<string, string> = {}) {
  return {
    status,
    headers: {
      'content-type': 'application/cbor',
      'smithy-protocol': 'rpc-v2-cbor',
      'x-amzn-requestid': requestId,
      ...more,
    },
    body: Buffer.from(cbor.serialize(tagged(value))),
  };
}

function tagged(value: unknown): unknown {
  if (value instanceof Date) return dateToTag(value);
  if (Array.isArray(value)) return value.map(tagged);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, tagged(each)]),
  );
}

/** Timestamps (tag 1) become epoch seconds, as in JSON. */
function untag(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untag);
  if (typeof value !== 'object' || value === null) return value;
  if ('tag' in value && 'value' in value && Object.keys(value).length === 2) return Number(value.value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, untag(each)]));
}
