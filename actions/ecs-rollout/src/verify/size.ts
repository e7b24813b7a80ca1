import { type Candidate, isFargate } from '#shared/verify/candidate';
import { type Finding, fail, pass, skip } from '#shared/verify/finding';
import { formatSizes, problemOfPlatform, validFargateSize } from '../definition/fargate-size.ts';

/** Whether Fargate has tasks of this size on this platform; on EC2 the instances decide, and they are not asked. */
export function judgeSize(candidate: Candidate): Finding[] {
  if (!isFargate(candidate)) return [skip('does not run on Fargate')];
  const { cpu, memory, runtimePlatform = {} } = candidate.definition;
  const problem = problemOfPlatform(runtimePlatform);
  if (problem) return [fail(problem)];
  const verdict = validFargateSize(cpu, memory, runtimePlatform);
  if (verdict.kind === 'valid') return [pass(`Fargate has tasks with cpu ${cpu} and memory ${memory}`)];
  return [fail(`${verdict.because}; nearest is ${formatSizes(verdict.nearest)}`)];
}
