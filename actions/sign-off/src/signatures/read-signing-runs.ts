import { z } from 'zod';
import { type Answer, type Ask, askAll } from '#shared/github/rest';
import { shortDigest } from '../brief/brief.ts';
import type { RoleGate } from '../gates/gate.ts';
import type { Tools } from '../mode.ts';
import type { Approval } from './approval.ts';
import { readApprovals } from './read-approvals.ts';

const release = z.looseObject({ created_at: z.string() });

const runs = z.looseObject({
  workflow_runs: z.array(
    z.looseObject({
      display_title: z.string(),
      actor: z.looseObject({ login: z.string(), type: z.string().optional() }).nullish(),
    }),
  ),
});

/** Who signed: by approving a role's environment, or where the plan has no reviewers by starting the signing workflow. */
export function readSignatures(
  { ask, input, run }: Tools,
  roles: readonly RoleGate[],
  digest?: string,
): Promise<Answer<readonly Approval[]>> {
  if (input['sign-by'] === 'environment') return readApprovals(ask, run.github.runId);
  return readSigningRuns(ask, { workflow: input['sign-workflow'], release: run.github.runId, roles, digest });
}

/** The name of a run of the signing workflow: `golive: qa-lead approves 0123456789ab: a comment`. */
const title = /^golive: ([a-z0-9-]+) (approves|refuses) ([0-9a-f]{12})(?::\s*(.*))?$/s;

/**
 * The runs of the signing workflow since the release began. actions: read. GitHub tells who started a run, and nobody
 * can start one as somebody else; the name says for which role and which brief. An approval of another brief is none,
 * and a refusal counts whatever it saw: https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow
 */
export async function readSigningRuns(
  ask: Ask,
  about: {
    readonly workflow: string;
    readonly release: string;
    readonly roles: readonly RoleGate[];
    readonly digest?: string | undefined;
  },
): Promise<Answer<readonly Approval[]>> {
  const began = await ask(`/actions/runs/${encodeURIComponent(about.release)}`, release);
  if (began.kind !== 'found') return began;
  const since = encodeURIComponent(`>=${began.value.created_at}`);
  const path = `/actions/workflows/${encodeURIComponent(about.workflow)}/runs?event=workflow_dispatch&created=${since}`;
  const listed = await askAll(ask, path, runs, (page) => page.workflow_runs);
  if (listed.kind !== 'found') return listed;
  return { kind: 'found', value: listed.value.flatMap((one) => signatureOf(one, about)) };
}

function signatureOf(
  { display_title: name, actor }: z.infer<typeof runs>['workflow_runs'][number],
  { roles, digest }: { readonly roles: readonly RoleGate[]; readonly digest?: string | undefined },
): readonly Approval[] {
  const [, role, verb, brief, comment = ''] = title.exec(name) ?? [];
  const gate = roles.find((one) => one.role === role);
  if (gate === undefined || !actor) return [];
  if (verb === 'approves' && digest !== undefined && brief !== shortDigest(digest)) return [];
  const state = verb === 'approves' ? 'approved' : 'rejected';
  const bot = actor.type === 'Bot' || actor.login.endsWith('[bot]');
  return [{ environment: gate.environment, state, login: actor.login, bot, comment: comment.trim() }];
}
