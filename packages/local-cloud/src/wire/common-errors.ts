import { AwsError } from './aws-service.ts';
import type { Protocol } from './protocol.ts';

// The errors common to all services, as the two families of protocols spell them:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html and .../STS/latest/APIReference/CommonErrors.html
type Family = Protocol['family'];

export const missingToken = (family: Family) =>
  family === 'json'
    ? new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token')
    : new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);

export const unknownKey = (family: Family) =>
  family === 'json'
    ? new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.')
    : new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);

export const badSignature = (family: Family, message: string) =>
  family === 'json'
    ? new AwsError('InvalidSignatureException', message)
    : new AwsError('SignatureDoesNotMatch', message, 403);

export const expiredToken = (family: Family) =>
  family === 'json'
    ? new AwsError('ExpiredTokenException', 'The security token included in the request is expired')
    : new AwsError('ExpiredToken', 'The security token included in the request is expired', 403);

export const accessDenied = (family: Family, message: string) =>
  family === 'json' ? new AwsError('AccessDeniedException', message) : new AwsError('AccessDenied', message, 403);

export const throttled = (family: Family) =>
  family === 'json'
    ? new AwsError('ThrottlingException', 'Rate exceeded')
    : new AwsError('Throttling', 'Rate exceeded', 400);

export const unknownOperation = (family: Family, operation: string) =>
  family === 'json'
    ? new AwsError('UnknownOperationException', `The operation ${operation} is not known to this service`)
    : new AwsError('InvalidAction', `Could not find operation ${operation}`, 400);

export const internal = () =>
  new AwsError('InternalFailure', 'The request processing has failed because of an unknown error.', 500);
