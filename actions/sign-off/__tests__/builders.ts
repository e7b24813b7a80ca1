import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Environment, GateView } from '../src/gates/read-environments.ts';
import { definition, type Input } from '../src/inputs.ts';

/** The inputs of a team with one role, as the parser gives them. */
export function anInput(change: Partial<Input> = {}): Input {
  const given = { mode: 'verify', roles: ['qa-lead'], 'github-token': 'secret' };
  return { ...definition.inputs.parse(given), ...change };
}

/** An environment as GitHub describes one that is protected as it should be. */
export function anEnvironment(change: Partial<Environment> = {}): Environment {
  return {
    name: 'golive-qa-lead',
    protection_rules: [
      { type: 'required_reviewers', prevent_self_review: true, reviewers: [{ type: 'User' }] },
      { type: 'branch_policy' },
    ],
    can_admins_bypass: false,
    deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    ...change,
  };
}

export function aView(change: Partial<GateView> = {}): GateView {
  return {
    gate: { environment: 'golive-qa-lead', role: 'qa-lead', reviewed: true },
    environment: { kind: 'found', value: anEnvironment() },
    policies: { kind: 'found', value: [{ id: 1, name: 'v*', type: 'tag' }] },
    ...change,
  };
}

export interface FakeGitHub extends AsyncDisposable {
  readonly apiUrl: string;
  readonly asked: string[];
}

/** A server on the loopback interface that answers each path with its next answer, the last one for ever. */
export async function aGitHub(answers: Record<string, [number, unknown][]>): Promise<FakeGitHub> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const queue = answers[path] ?? [[404, { message: 'Not Found' }]];
    const [status, body] = (queue.length > 1 ? queue.shift() : queue[0]) ?? [500, {}];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
