import type { CloudHost } from './cloud.ts';
import { parseFault } from './faults.ts';
import { parsePolicy } from './iam/policy.ts';
import type { Guards } from './respond.ts';
import type { HttpRequest, HttpResponse } from './wire/aws-service.ts';

/** `/_golive/…`: what drills and the rehearsal ask of the cloud itself; unsigned, on loopback only. */
export async function control(cloud: CloudHost, guards: Guards, request: HttpRequest): Promise<HttpResponse> {
  const what = request.path.slice('/_golive/'.length);
  try {
    if (request.method === 'GET' && what === 'journal') return journal(cloud, request);
    const answer = await act(cloud, guards, `${request.method} ${what}`, body(request));
    if (answer === undefined) return json(404, { error: `there is no control ${request.method} ${request.path}` });
    return json(200, answer);
  } catch (error) {
    return json(400, { error: error instanceof Error ? error.message : String(error) });
  }
}

async function act(cloud: CloudHost, { faults, gate }: Guards, what: string, input: unknown): Promise<unknown> {
  switch (what) {
    case 'GET health':
      return {
        status: 'ok',
        now: cloud.clock.now().toISOString(),
        scale: cloud.clock.scale,
        services: [...cloud.parts.keys()],
      };
    case 'GET faults':
      return faults.list();
    case 'POST faults':
      faults.add(parseFault(input));
      return faults.list();
    case 'DELETE faults':
      faults.clear();
      return [];
    case 'POST policy': {
      const { action, policy } = Object(input) as Record<string, unknown>;
      if (typeof action !== 'string' || action === '') throw new Error('action must name an action, or *');
      gate.restrict(action, parsePolicy(policy));
      return { action };
    }
    case 'DELETE policy':
      gate.liftAll();
      return {};
  }
  for (const { controls } of cloud.parts.values())
    for (const [name, run] of Object.entries(controls ?? {}))
      if (what === `POST ${name}`) return (await run(input)) ?? {};
  return undefined;
}

/** One JSON object a line where the client asks for that, else an array. */
function journal(cloud: CloudHost, request: HttpRequest): HttpResponse {
  const { entries } = cloud.journal;
  if (!request.headers.accept?.includes('application/x-ndjson')) return json(200, entries);
  return {
    status: 200,
    headers: { 'content-type': 'application/x-ndjson' },
    body: entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  };
}

const json = (status: number, value: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const body = (request: HttpRequest): unknown =>
  request.body.length === 0 ? {} : JSON.parse(request.body.toString('utf8'));
