/** The live lines of a release: each change of a few services; of many, what goes wrong at once and the rest together. */
import type { Progress } from '#shared/ecs/watch/outcome';

/** More lines than those of so many services nobody reads. */
const FEW = 20;
/** How often many services are told of together, in milliseconds. */
const TOGETHER_EVERY_MS = 15_000;

/** Takes the progress of each service as it comes to light, and says what a person can follow. */
export function liveLines(say: (line: string) => void, now: () => Date): (progress: Progress) => void {
  const latest = new Map<string, Progress>();
  let saidAt = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const before = latest.get(progress.service);
    latest.set(progress.service, progress);
    if (latest.size <= FEW || isTrouble(progress, before)) say(progress.text);
    if (latest.size <= FEW || now().getTime() - saidAt < TOGETHER_EVERY_MS) return;
    saidAt = now().getTime();
    say(together([...latest.values()]));
  };
}

/** Another failure, or a way back: nothing that happens to many services of a good release. */
function isTrouble({ failures, status }: Progress, before: Progress | undefined): boolean {
  if (failures > (before?.failures ?? 0)) return true;
  return status !== before?.status && /ROLLBACK|STOP/.test(status);
}

/** `200 services: 120 SUCCESSFUL, 80 IN_PROGRESS; 640/800 running, 12 pending; 3 failures`. */
function together(all: readonly Progress[]): string {
  const sum = (of: (one: Progress) => number) => all.reduce((total, one) => total + of(one), 0);
  const at = Map.groupBy(all, ({ status, stage }) => (stage ? `${status} (${stage})` : status));
  const stand = [...at].sort(([, a], [, b]) => b.length - a.length).map(([where, ones]) => `${ones.length} ${where}`);
  const [pending, failures] = [sum((one) => one.pending), sum((one) => one.failures)];
  const tasks = `${sum((one) => one.running)}/${sum((one) => one.desired)} running`;
  return [
    `${all.length} services: ${stand.join(', ')}`,
    pending > 0 ? `${tasks}, ${pending} pending` : tasks,
    ...(failures > 0 ? [`${failures} failures`] : []),
  ].join('; ');
}
