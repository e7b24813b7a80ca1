import { mebibytes } from '#shared/ecs/settled-definition';
import { type Candidate, containersOf, isFargate } from '#shared/verify/candidate';
import { type Finding, fail, pass, skip } from '#shared/verify/finding';
import { formatSizes, problemOfPlatform, validFargateSize } from '../definition/fargate-size.ts';

/** Whether Fargate has tasks of this size on this platform; on EC2 the instances decide, and they are not asked. */
export function judgeSize(candidate: Candidate): Finding[] {
  const larger = largerThanTask(candidate);
  if (larger.length > 0) return larger;
  if (!isFargate(candidate)) return [skip('does not run on Fargate')];
  const { cpu, memory, runtimePlatform = {} } = candidate.definition;
  const problem = problemOfPlatform(runtimePlatform);
  if (problem) return [fail(problem)];
  const verdict = validFargateSize(cpu, memory, runtimePlatform);
  if (verdict.kind === 'valid') return [pass(`Fargate has tasks with cpu ${cpu} and memory ${memory}`)];
  return [fail(`${verdict.because}; nearest is ${formatSizes(verdict.nearest)}`)];
}

/** "The 'memory' setting for container is greater than for the task": RegisterTaskDefinition refuses it. */
function largerThanTask(candidate: Candidate): Finding[] {
  const { memory } = candidate.definition;
  const most = memory === undefined ? Number.NaN : Number(mebibytes(memory));
  return containersOf(candidate).flatMap(({ name, memory: killedAt = 0, memoryReservation = 0 }) => {
    const wanted = Math.max(killedAt, memoryReservation);
    return wanted > most ? [fail(`container ${name} wants ${wanted} MiB, and its task has ${most}`)] : [];
  });
}
