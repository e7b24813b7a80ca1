import type { AwsError, HttpRequest, HttpResponse } from './aws-service.ts';

/** How one AWS protocol reads a request and writes an answer or an error. */
export interface Protocol {
  /** Error codes differ by family: `ThrottlingException` in JSON and CBOR, `Throttling` in Query and REST-XML. */
  readonly family: 'json' | 'xml';
  read(request: HttpRequest): unknown;
  answer(operation: string, output: unknown, requestId: string): HttpResponse;
  refuse(error: AwsError, requestId: string): HttpResponse;
}

export const fault = (error: AwsError): 'Sender' | 'Receiver' => (error.status >= 500 ? 'Receiver' : 'Sender');
