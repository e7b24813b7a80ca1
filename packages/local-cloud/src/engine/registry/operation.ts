import type { Needed } from '../../iam/evaluate.ts';

/** What a request to the registry asks for, as faults and the journal know it: `PUT /v2/{name}/manifests/{reference}`. */
export interface RegistryOperation {
  readonly name: string;
  readonly route: 'base' | 'uploads' | 'blobs' | 'manifests' | 'tags';
  readonly repository: string;
  /** The digest, tag or upload id that ends the path. */
  readonly reference: string;
}

// The end points of https://github.com/opencontainers/distribution-spec/blob/main/spec.md#endpoints
const paths = [
  ['base', /^\/v2\/?()()$/, '/v2/'],
  ['uploads', /^\/v2\/(.+)\/blobs\/uploads\/?([^/]*)$/, '/v2/{name}/blobs/uploads/'],
  ['blobs', /^\/v2\/(.+)\/blobs\/([^/]+)$/, '/v2/{name}/blobs/{digest}'],
  ['manifests', /^\/v2\/(.+)\/manifests\/([^/]+)$/, '/v2/{name}/manifests/{reference}'],
  ['tags', /^\/v2\/(.+)\/tags\/(list)$/, '/v2/{name}/tags/list'],
] as const;

export function operationOf(method: string, path: string): RegistryOperation | undefined {
  for (const [route, pattern, template] of paths) {
    const [matched, repository = '', reference = ''] = pattern.exec(path) ?? [];
    if (matched === undefined) continue;
    const rest = route === 'uploads' && reference ? '{reference}' : '';
    return { name: `${method} ${template}${rest}`, route, repository, reference: decodeURIComponent(reference) };
  }
  return undefined;
}

/**
 * The permissions that ECR asks for: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html for
 * pushes, and the repository policy examples beside it for pulls.
 */
const permissions: Readonly<Record<string, readonly string[]>> = {
  'HEAD /v2/{name}/blobs/{digest}': ['BatchCheckLayerAvailability'],
  'GET /v2/{name}/blobs/{digest}': ['GetDownloadUrlForLayer'],
  'POST /v2/{name}/blobs/uploads/': ['InitiateLayerUpload'],
  'PATCH /v2/{name}/blobs/uploads/{reference}': ['UploadLayerPart'],
  'PUT /v2/{name}/blobs/uploads/{reference}': ['UploadLayerPart', 'CompleteLayerUpload'],
  'HEAD /v2/{name}/manifests/{reference}': ['BatchGetImage'],
  'GET /v2/{name}/manifests/{reference}': ['BatchGetImage'],
  'PUT /v2/{name}/manifests/{reference}': ['PutImage'],
  'GET /v2/{name}/tags/list': ['ListImages'],
};

export function permissionsOf({ name, repository }: RegistryOperation, arnPrefix: string): readonly Needed[] {
  return (permissions[name] ?? []).map((action) => ({
    action: `ecr:${action}`,
    resource: `${arnPrefix}:repository/${repository}`,
  }));
}
