/** Settings that ECS would refuse, alone or together, found before anything is asked of AWS. */
import type { z } from 'zod';
import { formatDuration } from '#shared/values/duration';
import type { capacityProviders, DeploymentSettings, ServiceSettings } from './settings.ts';

/** What is wrong, and at which key. */
export interface Impossible {
  readonly path: readonly (string | number)[];
  readonly because: string;
}

interface Said {
  readonly deployment: DeploymentSettings;
  readonly 'capacity-providers'?: z.output<typeof capacityProviders> | undefined;
  readonly services: Readonly<Record<string, ServiceSettings>>;
}

/** Everything that cannot be; a service's settings are looked at with those for all services beside them. */
export function impossibleIn({ deployment, services, ...all }: Said): Impossible[] {
  const common = impossibleOf(deployment).map((one) => ({ ...one, path: ['deployment', ...one.path] }));
  const own = Object.entries(services).flatMap(([name, settings]) => impossibleOfService(name, settings, deployment));
  const providers = all['capacity-providers'];
  return [...common, ...(providers ? under(['capacity-providers'], impossibleProviders(providers)) : []), ...own];
}

function impossibleOfService(name: string, settings: ServiceSettings, common: DeploymentSettings): Impossible[] {
  const { deployment: own, containers } = settings;
  const providers = settings['capacity-providers'];
  const found = own ? impossibleOf({ ...common, ...own }) : [];
  const placed = found.map((one): Impossible => {
    // What was said for all services goes wrong here by what this one says.
    const isOwn = Object.hasOwn(own ?? {}, one.path[0] ?? '');
    if (isOwn) return { ...one, path: ['deployment', ...one.path] };
    return { path: ['deployment', 'strategy'], because: `${one.path[0]} ${one.because}` };
  });
  const notOfAll = placed.filter(({ path }) => Object.hasOwn(own ?? {}, path[1] ?? ''));
  const tight = Object.entries(containers).flatMap(([container, said]): Impossible[] => {
    const { memory, 'memory-reservation': reserved } = typeof said === 'string' ? {} : said;
    // "If you specify both, memory must be greater than memoryReservation": ContainerDefinition, API reference.
    if (memory === undefined || reserved === undefined || memory > reserved) return [];
    const because = `keeps ${reserved} MiB for a container that is killed at ${memory} MiB; memory must be more`;
    return [{ path: ['containers', container, 'memory-reservation'], because }];
  });
  return under(
    ['services', name],
    [
      ...notOfAll,
      ...tight,
      ...forEvery(settings),
      ...(providers ? under(['capacity-providers'], impossibleProviders(providers)) : []),
    ],
  );
}

/** Under `*` stands what every container gets; of these settings there is nothing that fits them all. */
function forEvery(settings: ServiceSettings): Impossible[] {
  return (['containers', 'command', 'log-options'] as const)
    .filter((key) => Object.hasOwn(settings[key] ?? {}, '*'))
    .map((key) => ({
      path: [key, '*'],
      because: 'every container is only for environment and secrets; name the containers that are meant',
    }));
}

const under = (path: readonly (string | number)[], found: readonly Impossible[]): Impossible[] =>
  found.map((one) => ({ ...one, path: [...path, ...one.path] }));

/** 24 hours: bakeTimeInMinutes, canaryBakeTimeInMinutes and stepBakeTimeInMinutes, API reference. */
const LONGEST_BAKE_MS = 1440 * 60_000;
/** 14 days: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHookTimeoutConfiguration.html */
const LONGEST_PAUSE_MS = 20_160 * 60_000;

/** Settings, and the one strategy that takes them. */
const onlyWith = {
  'canary-percent': 'canary',
  'canary-bake-time': 'canary',
  'step-percent': 'linear',
  'step-bake-time': 'linear',
} as const;

function impossibleOf(said: DeploymentSettings): Impossible[] {
  const { strategy, pauses = [], 'minimum-healthy-percent': low, 'maximum-percent': high } = said;
  const told: Impossible[] = [];
  const tell = (because: string, ...path: readonly (string | number)[]) => told.push({ path, because });
  for (const [key, needed] of Object.entries(onlyWith))
    if (strategy && strategy !== needed && Object.hasOwn(said, key))
      tell(`needs the strategy ${needed}, not ${strategy}`, key);
  for (const key of ['bake-time', 'canary-bake-time', 'step-bake-time'] as const)
    if ((said[key]?.ms ?? 0) > LONGEST_BAKE_MS) tell('is longer than 24h, the most that ECS bakes', key);
  // "Valid values are multiples of 0.1": CanaryConfiguration and LinearConfiguration, API reference.
  for (const key of ['canary-percent', 'step-percent'] as const)
    if (!isTenths(said[key] ?? 0)) tell('must be a multiple of 0.1', key);
  if (strategy === 'rolling' && said['bake-time']) tell('needs another strategy than rolling', 'bake-time');
  // Only the other strategies have the stages at which a pause stands: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
  if (strategy === 'rolling' && pauses.length > 0) tell('need another strategy than rolling', 'pauses');
  if (strategy === 'rolling' && low === 100 && high === 100)
    tell('and minimum-healthy-percent are both 100, which lets no task be replaced', 'maximum-percent');
  for (const [at, { stage, timeout }] of pauses.entries()) {
    if (timeout.ms > LONGEST_PAUSE_MS)
      tell(`is ${formatDuration(timeout)}; ECS waits for 14 days (336h) at most`, 'pauses', at, 'timeout');
    if (pauses.findIndex((other) => other.stage === stage) !== at)
      tell(`has a pause already; give that one all suites of ${stage}`, 'pauses', at, 'stage');
  }
  return told;
}

const isTenths = (value: number): boolean => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9;

/** CapacityProviderStrategyItem, API reference. */
function impossibleProviders(providers: z.output<typeof capacityProviders>): Impossible[] {
  const based = providers.filter(({ base }) => base > 0);
  return [
    ...(based.length > 1 ? [{ path: [], because: 'more than one has a base; ECS takes it of one' }] : []),
    ...(providers.length > 1 && providers.every(({ weight }) => weight === 0)
      ? [{ path: [], because: 'all have the weight 0; one must have more' }]
      : []),
  ];
}
