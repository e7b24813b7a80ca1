/**
 * A container as a container: pulled from the local registry by digest and started by a Docker engine. Tasks share the
 * network of this machine, so that database, registry and load balancer are where the definitions say; what should
 * listen finds the task's own loopback address in HOST.
 */
import { z } from 'zod';
import type { Cloud } from '../../cloud.ts';
import { reason } from '../../state/ecs/wording.ts';
import { type ContainerEngine, StartFailure } from '../container-engine.ts';
import { containerConfig } from './container-config.ts';
import { type DockerApi, EngineError } from './engine-api.ts';
import type { Reaper } from './reaper.ts';
import { runningContainer } from './running-container.ts';

interface Registry {
  readonly host: string;
  resolve(reference: string): { readonly repository: string; readonly digest: string } | undefined;
}

const PULL_WITHIN_MS = 10 * 60_000;
const authorized = z.object({ authorizationData: z.tuple([z.object({ authorizationToken: z.string() })]) });
const created = z.object({ Id: z.string() });

export function dockerEngine(cloud: Cloud, api: DockerApi, cloudId: string, reaper: Reaper): ContainerEngine {
  const pulls = new Map<string, Promise<void>>();
  /** One pull for all tasks that want the image at once; a failed one is tried again by the next. */
  const pullOnce = (reference: string, authorization: string): Promise<void> => {
    const known = pulls.get(reference);
    if (known) return known;
    reaper.image(reference);
    const pull = pullImage(api, reference, authorization);
    pulls.set(reference, pull);
    pull.catch(() => pulls.delete(reference));
    return pull;
  };
  return {
    async pull(image) {
      const registry = cloud.service<Registry>('ecr');
      const found = registry.resolve(image);
      if (!found) throw new StartFailure(reason.pull(image));
      const reference = `${registry.host}/${found.repository}@${found.digest}`;
      await pullOnce(reference, await credentialsFor(cloud, registry));
      return {
        async start(container, onLine) {
          const body = containerConfig(reference, cloudId, container);
          const { Id: id } = created.parse(
            await told('CannotCreateContainerError', api.ask('POST', '/containers/create', { body })),
          );
          try {
            await told('CannotStartContainerError', api.ask('POST', `/containers/${id}/start`));
          } catch (error) {
            await api.ask('DELETE', `/containers/${id}?force=1&v=1`).catch(() => undefined);
            throw error;
          }
          return runningContainer(api, id, onLine);
        },
      };
    },
  };
}

/** The agent's own words before the engine's: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html */
async function told<T>(code: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new StartFailure(`${code}: Error response from daemon: ${error.message}`);
  }
}

/** https://docs.docker.com/reference/api/engine/#authentication */
async function credentialsFor(cloud: Cloud, { host }: Registry): Promise<string> {
  const { authorizationData } = authorized.parse(await cloud.call('ecr', 'GetAuthorizationToken', {}));
  const [username = '', ...password] = Buffer.from(authorizationData[0].authorizationToken, 'base64')
    .toString('utf8')
    .split(':');
  const auth = { username, password: password.join(':'), serveraddress: host };
  // URL-safe, and padded: the engine takes unpadded text for no credentials at all.
  return Buffer.from(JSON.stringify(auth)).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

const progress = z.object({ error: z.string().optional() });

/** The engine answers 200 first and tells in the stream of progress whether the pull failed. */
async function pullImage(api: DockerApi, reference: string, authorization: string): Promise<void> {
  const [name = '', digest = ''] = reference.split('@');
  const response = await told(
    'CannotPullContainerError',
    api.open('POST', `/images/create?fromImage=${encodeURIComponent(name)}&tag=${digest}`, {
      headers: { 'x-registry-auth': authorization },
      signal: AbortSignal.timeout(PULL_WITHIN_MS),
    }),
  );
  let text = '';
  for await (const chunk of response) text += chunk;
  for (const line of text.split('\n').filter(Boolean)) {
    const { error } = progress.parse(JSON.parse(line));
    if (error) throw new StartFailure(`CannotPullContainerError: Error response from daemon: ${error}`);
  }
}
