// Which action changes what, told by the form of its request.
import type { IncomingMessage } from 'node:http';

export interface Call {
  /** `ecs-rollout` */
  readonly action: string;
  /** As the journal names it, or `PUT manifest` for the registry. */
  readonly operation: string;
}

const CHANGING =
  /^(?:Create|Update|Delete|Put|Register|Deregister|Run|Change|Modify|Restore|Start|Stop|Continue|Batch(?:Delete|Put))/;

/** A call to AWS, when it is made by an action and changes something. */
export function readAwsCall({ method, url = '', headers }: IncomingMessage, body: Buffer): Call | undefined {
  const action = /\bapp\/golive-([\w-]+)/.exec(headers['user-agent'] ?? '')?.[1];
  if (!action) return undefined;
  const target = headers['x-amz-target']?.toString() ?? '';
  const form = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const operation =
    /\.(\w+)$/.exec(target)?.[1] ??
    /^\/service\/[^/]+\/operation\/(\w+)$/.exec(url)?.[1] ??
    (form ? new URLSearchParams(body.toString('utf8')).get('Action') : undefined) ??
    (method === 'POST' && /^\/2013-04-01\/hostedzone\/[^/]+\/rrset\/?$/.test(url)
      ? 'ChangeResourceRecordSets'
      : undefined);
  return operation && CHANGING.test(operation) ? { action, operation } : undefined;
}

/** A call to the registry, which only one action changes; the name of the manifest's place, never its digest. */
export function readRegistryCall({ method = '', url = '' }: IncomingMessage): Call | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  const what = /\/manifests\/sha256:/.test(url) ? 'manifest' : /\/manifests\//.test(url) ? 'tag' : 'blob';
  return { action: 'build-scan-push', operation: `${method} ${what}` };
}
