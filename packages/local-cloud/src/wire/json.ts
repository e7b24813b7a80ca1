import { AwsError } from './aws-service.ts';
import { fault, type Protocol } from './protocol.ts';

/** awsJson 1.0 and 1.1: timestamps are epoch seconds, the error's name stands in `__type`. */
export function jsonProtocol(version: '1.0' | '1.1'): Protocol {
  const headers = (requestId: string) => ({
    'content-type': `application/x-amz-json-${version}`,
    'x-amzn-requestid': requestId,
  });
  return {
    family: 'json',
    read(request) {
      if (request.body.length === 0) return {};
      try {
        return JSON.parse(request.body.toString('utf8'));
      } catch {
        throw new AwsError('SerializationException', 'The request body is not valid JSON');
      }
    },
    answer: (_operation, output, requestId) => ({
      status: 200,
      headers: headers(requestId),
      body: toJson(output ?? {}),
    }),
    refuse: (error, requestId) => ({
      status: error.status,
      // Services that once spoke Query add the old code: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#awsquerycompatible-trait
      headers: { ...headers(requestId), 'x-amzn-query-error': `${error.code};${fault(error)}` },
      body: toJson({ __type: error.code, message: error.message, ...error.fields }),
    }),
  };
}

function toJson(value: unknown): string {
  return JSON.stringify(epochSeconds(value));
}

function epochSeconds(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(epochSeconds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, epochSeconds(each)]));
}
