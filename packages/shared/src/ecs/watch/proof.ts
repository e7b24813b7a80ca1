import type { Task } from '@aws-sdk/client-ecs';
import { countsOf, isOurs } from './counters.ts';
import type { ServiceState } from './state.ts';

export type Proof =
  | { readonly kind: 'right'; readonly running: number }
  | { readonly kind: 'wrong'; readonly because: string }
  | { readonly kind: 'open'; readonly because: string };

/** Whether a task's own answer proves all images that are asked about, disproves one, or says nothing yet. */
export function proofOfTask(task: Task, digests: Readonly<Record<string, readonly string[]>>): Proof {
  let open: string | undefined;
  for (const [name, right] of Object.entries(digests)) {
    const container = task.containers?.find((one) => one.name === name);
    const runs = container?.imageDigest;
    // Of an image of several platforms ECS tells the platform's digest; a reference by digest then is the proof.
    if (right.some((digest) => runs === digest || container?.image?.endsWith(`@${digest}`))) continue;
    const id = task.taskArn?.split('/').at(-1);
    if (runs) return { kind: 'wrong', because: `container ${name} of task ${id} runs ${runs}, not ${right[0]}` };
    open ??= `ECS does not tell which digest container ${name} of task ${id} runs`;
  }
  return open ? { kind: 'open', because: open } : { kind: 'right', running: 1 };
}

/** Whether every running task of a SUCCESSFUL deployment runs what was deployed, by lists that cover all of them. */
export function proofOf(one: ServiceState): Proof {
  const { digests } = one.watched;
  const { running: counted, desired } = countsOf(one);
  if (Object.keys(digests).length === 0) return { kind: 'right', running: counted };
  const ours = [...one.tasks.values()].filter((task) => isOurs(one, task));
  const wrong = one.startedBy
    ? ours.map((task) => proofOfTask(task, digests)).find((proof) => proof.kind === 'wrong')
    : undefined;
  if (wrong) return wrong;
  const listed = new Set(one.running.listed);
  const running = ours.filter(({ taskArn, lastStatus }) => lastStatus === 'RUNNING' && listed.has(taskArn ?? ''));
  const proofs = running.map((task) => proofOfTask(task, digests));
  const unseen = one.running.listed.filter((arn) => !one.tasks.has(arn));
  if (unseen.length > 0)
    return { kind: 'open', because: `ECS does not describe ${unseen.length} of its running tasks` };
  for (const proof of proofs) if (proof.kind !== 'right') return { kind: 'open', because: proof.because };
  const expected = Math.max(counted, desired > 0 ? 1 : 0);
  if (running.length < expected)
    return { kind: 'open', because: `${running.length} of ${expected} running tasks were seen` };
  return { kind: 'right', running: running.length };
}

/** `3 tasks run, every one with the deployed image`, without the images where none is held to a digest. */
export function sayRunning(running: number, digests: Readonly<Record<string, unknown>>): string {
  const isProven = Object.keys(digests).length > 0;
  if (running === 1) return `1 task runs${isProven ? ', with the deployed image' : ''}`;
  return `${running} tasks run${isProven && running > 0 ? ', every one with the deployed image' : ''}`;
}
