import { AwsError } from '../../wire/aws-service.ts';

/** An error of the distribution protocol: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
export class DistributionError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const codes: Readonly<Record<string, readonly [status: number, code: string]>> = {
  RepositoryNotFoundException: [404, 'NAME_UNKNOWN'],
  ImageNotFoundException: [404, 'MANIFEST_UNKNOWN'],
  ImageTagAlreadyExistsException: [400, 'TAG_INVALID'],
  LayersNotFoundException: [404, 'MANIFEST_BLOB_UNKNOWN'],
  ReferencedImagesNotFoundException: [404, 'MANIFEST_BLOB_UNKNOWN'],
  ImageDigestDoesNotMatchException: [400, 'DIGEST_INVALID'],
  AccessDeniedException: [403, 'DENIED'],
};

/** How the registry says what the API says with an exception. */
export function translate(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof DistributionError) return error;
  if (!(error instanceof AwsError)) return { status: 500, code: 'UNKNOWN', message: 'internal error' };
  const [status, code] = codes[error.code] ?? [400, 'MANIFEST_INVALID'];
  return { status, code, message: error.message };
}
