import { AwsError } from './aws-service.ts';
import type { Protocol } from './protocol.ts';
import { xmlError } from './query.ts';

/** Route 53 is the one REST-XML service here; its `handle` reads and answers, this writes what it throws. */
export const restXmlProtocol: Protocol = {
  family: 'xml',
  read: (request) => request,
  answer: () => {
    throw new AwsError('InternalFailure', 'a REST service answers by itself', 500);
  },
  refuse: (error, requestId) => xmlError('https://route53.amazonaws.com/doc/2013-04-01/', error, requestId),
};
