import { aCloud, type RunningCloud } from './a-cloud.ts';

/** Forty digits that begin with these. */
export const sha = (start: string): string => start.padEnd(40, '0');

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what GitHub's own documentation says is there
  readonly body: any;
}

export interface RunningRepository {
  readonly name: string;
  readonly cloud: RunningCloud;
  control(what: string, body: object): Promise<{ status: number; body: unknown }>;
  /** Below the repository, or anywhere where the path begins with two slashes. */
  ask(method: string, path: string, options?: { body?: unknown; token?: string }): Promise<Answered>;
}

/** A repository with main at three commits, whose tokens are `full` (of mina, an administrator) and `reader`. */
export async function aRepository(name = 'acme/coldchain', more: object = {}): Promise<RunningRepository> {
  const cloud = await aCloud();
  const control = (what: string, body: object) =>
    cloud.control('POST', `github/${what}`, { repository: name, ...body });
  const ask: RunningRepository['ask'] = async (method, path, { body, token = 'full' } = {}) => {
    const url = path.startsWith('//') ? path.slice(1) : `/repos/${name}${path}`;
    const response = await fetch(`${cloud.github}${url}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
  await control('repositories', more);
  await control('collaborators', { user: 'mina', permission: 'admin' });
  await control('tokens', { token: 'full', user: 'mina' });
  const granted = { contents: 'read', actions: 'read', checks: 'read', statuses: 'read', deployments: 'read' };
  await control('tokens', { token: 'reader', permissions: granted });
  for (const start of ['a', 'b', 'c'])
    await control('commits', { sha: sha(start), branch: 'main', author: 'jonas', message: `Commit ${start}` });
  return { name, cloud, control, ask };
}
