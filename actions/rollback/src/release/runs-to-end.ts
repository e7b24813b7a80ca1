/** Which runs must have ended before anything is put back, and that they have. */
import type { ECSClient } from '@aws-sdk/client-ecs';
import { primarySet } from '#shared/ecs/code-deploy/task-sets';
import { targetOf } from '#shared/ecs/go-back';
import { leavesOpen } from '#shared/ecs/no-answer';
import { readTaskDefinition } from '#shared/ecs/register-task-definition';
import type { Check } from '#shared/evidence/check';
import type { ReleaseRecord } from '#shared/release/record';
import type { Run } from '#shared/runtime/run';
import { lookUp } from '#shared/verify/finding';
import { tagOf } from '../application/released-since.ts';
import { servicesIn } from '../application/services-in.ts';
import type { Inputs } from '../inputs.ts';
import { paceOf } from '../pace-of.ts';
import { endRelease, type GitHubClient } from './end-release.ts';
import { type ReleaseSettings, releaseSettings } from './release-settings.ts';

/** How often GitHub is asked whether the release has ended. */
const EVERY = { ms: 3000 };

/** Where a rollback without a release record looks. */
export interface Place {
  readonly cluster: string;
  readonly services: readonly string[];
}

/** Undefined where neither inputs nor golive.yml say it. */
export function placeOf(input: Inputs, settings: ReleaseSettings): Place | undefined {
  const cluster = input.cluster ?? settings.cluster;
  const services = input.services ?? Object.keys(settings.services);
  return cluster && services.length > 0 ? { cluster, services } : undefined;
}

/**
 * The run that the input or the record names; without both, those that deployed what the services run. One undefined
 * where nobody names any; the error where AWS did not tell.
 */
export async function runsToEnd(
  ecs: ECSClient,
  input: Inputs,
  record: ReleaseRecord | undefined,
  run: Run,
): Promise<readonly (string | undefined)[] | Error> {
  const named = input['run-id'] ?? record?.runId;
  const place = placeOf(input, releaseSettings(run.config.rollout));
  const isOpen = named === undefined && input['cancel-release'] !== false && input.levels.includes('application');
  if (!isOpen || !place) return [named];
  try {
    const found = await runsOfServices(ecs, place);
    return found.length > 0 ? found : [undefined];
  } catch (error) {
    if (error instanceof Error && leavesOpen(error)) return error;
    throw error;
  }
}

/** Whether the run is over; it is cancelled and waited for where it is not. */
export async function releaseEnd(
  github: GitHubClient | undefined,
  input: Inputs,
  run: Run,
  runId: string | undefined,
): Promise<Check> {
  const release = {
    runId,
    ownRunId: run.github.runId,
    cancel: input['cancel-release'] !== false,
    dryRun: input['dry-run'],
  };
  const ended = await endRelease(github, release, paceOf(run, EVERY, input['cancel-timeout']));
  run.log.info(`${ended.subject}: ${ended.because}`);
  return ended;
}

/** The runs that deployed what the services run, or are on their way to, by the tags of its task definitions. */
async function runsOfServices(ecs: ECSClient, { cluster, services }: Place): Promise<readonly string[]> {
  const found = await servicesIn(ecs, cluster, services);
  const definitions = [...found.values()].map((one) => primarySet(one)?.taskDefinition ?? targetOf(one));
  const runs = [...new Set(definitions)].map(async (name) => {
    // One that is gone tells nothing; whether it may be looked at is asked for again, and told, by the checks.
    const definition = await lookUp('ecs:DescribeTaskDefinition', /^ClientException$/, () =>
      readTaskDefinition(ecs, name),
    );
    return definition.kind === 'found' ? (tagOf(definition.value.tags, 'run') ?? []) : [];
  });
  return [...new Set((await Promise.all(runs)).flat())];
}
