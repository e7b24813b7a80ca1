import { isDeepStrictEqual } from 'node:util';
import type { DeploymentConfiguration, Service, ServiceRevision, UpdateServiceCommandInput } from '@aws-sdk/client-ecs';

/** Everything of a service that UpdateService can set, besides its task definition and desired count. */
const fields = [
  'availabilityZoneRebalancing',
  'capacityProviderStrategy',
  'deploymentConfiguration',
  'enableECSManagedTags',
  'enableExecuteCommand',
  'healthCheckGracePeriodSeconds',
  'loadBalancers',
  'networkConfiguration',
  'placementConstraints',
  'placementStrategy',
  'platformVersion',
  'propagateTags',
  'serviceRegistries',
] as const satisfies readonly (keyof Service & keyof UpdateServiceCommandInput)[];

/** Those that ECS shows on the service's primary deployment instead. */
const fieldsOfDeployment = ['serviceConnectConfiguration', 'volumeConfigurations', 'vpcLatticeConfigurations'] as const;

/** The settings of a service, raw, as a rollback has to give them back. */
export type ServiceSettings = Partial<
  Pick<UpdateServiceCommandInput, (typeof fields)[number] | (typeof fieldsOfDeployment)[number]>
>;

export function settingsOf(service: Service): ServiceSettings {
  const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
  const own = fields.map((field) => [field, service[field]] as const);
  const deployed = fieldsOfDeployment.map((field) => [field, primary?.[field]] as const);
  return Object.fromEntries([...own, ...deployed].filter(([, value]) => value !== undefined));
}

/** Ports that the settings speak of by name, each of which the task definition has to have. */
export function namedPortsOf(settings: ServiceSettings): { readonly who: string; readonly port: string }[] {
  const { serviceConnectConfiguration: connect, vpcLatticeConfigurations: lattices = [] } = settings;
  const offered = connect?.enabled ? (connect.services ?? []) : [];
  const of = (who: string, list: readonly { readonly portName: string | undefined }[]) =>
    list.flatMap(({ portName }) => (portName === undefined ? [] : [{ who, port: portName }]));
  return [...of('Service Connect', offered), ...of('VPC Lattice', lattices)];
}

/** The settings that a service revision tells. It also tells a platform version, but the resolved one. */
export const fieldsOfRevision = [
  'capacityProviderStrategy',
  'loadBalancers',
  'networkConfiguration',
  'serviceConnectConfiguration',
  'serviceRegistries',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
] as const satisfies readonly (keyof ServiceRevision & keyof ServiceSettings)[];

/**
 * The settings that a service has to have to be at an earlier revision again; what no revision tells stays as it is.
 * @param configuration that the deployment of the revision went by
 */
export function settingsOfRevision(
  service: Service,
  revision: ServiceRevision,
  configuration: DeploymentConfiguration | undefined,
): ServiceSettings {
  const told = Object.fromEntries(fieldsOfRevision.map((field) => [field, revision[field]]));
  const settings = {
    ...settingsOf(service),
    ...told,
    ...(configuration ? { deploymentConfiguration: configuration } : {}),
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/**
 * What UpdateService must be given for a service to have the recorded settings again: only what differs, so that a
 * rollback of an image asks for no permission to touch a load balancer.
 */
export function settingsBack(service: Service, recorded: ServiceSettings): ServiceSettings {
  const now = settingsOf(service);
  // Nothing else of a record, which is a file that somebody may have written, gets into the call.
  const keys = [...fields, ...fieldsOfDeployment].filter((key) => key in recorded || key in now);
  const changed = keys.flatMap((key): [string, unknown][] => {
    const [before, after] = [recorded[key], now[key]];
    if (key === 'deploymentConfiguration') return configurationBack(now[key], recorded[key]);
    if (same(before, after)) return [];
    // UpdateService takes an empty list for "none any more"; what is no list cannot be taken away, and stays.
    if (before === undefined) return Array.isArray(after) ? [[key, []]] : [];
    return [[key, before]];
  });
  return Object.fromEntries(changed);
}

/**
 * Whether UpdateService refuses the change unless it is to begin a deployment: "When switching from launch type to
 * capacity provider strategy on an existing service, or making a change to a capacity provider strategy on a service
 * that is already using one, you must force a new deployment" (https://github.com/reproio/ecs_deploy/pull/74).
 */
export const takesForce = ({ capacityProviderStrategy }: ServiceSettings): boolean =>
  capacityProviderStrategy !== undefined;

type Configuration = ServiceSettings['deploymentConfiguration'];

/** Members that UpdateService leaves as they are when it is not given them, with what takes each away. */
const takenAway = {
  alarms: { alarmNames: [], enable: false, rollback: false },
  bakeTimeInMinutes: 0,
  lifecycleHooks: [],
} satisfies Configuration;

function configurationBack(now: Configuration, recorded: Configuration): [string, unknown][] {
  if (recorded === undefined || sameConfiguration(now, recorded)) return [];
  const added = Object.entries(takenAway).filter(([key]) => key in telling(now) && !(key in telling(recorded)));
  return [['deploymentConfiguration', { ...recorded, ...Object.fromEntries(added) }]];
}

/** Whether two configurations are the same: alarms that are off say no more than none, nor does an empty list of hooks. */
export const sameConfiguration = (one: Configuration, other: Configuration): boolean =>
  isDeepStrictEqual(telling(one), telling(other));

/** Without the members that say the same as their absence. */
function telling({ alarms, bakeTimeInMinutes, lifecycleHooks, ...others }: NonNullable<Configuration> = {}) {
  return {
    ...others,
    ...(alarms?.enable ? { alarms } : {}),
    ...(bakeTimeInMinutes ? { bakeTimeInMinutes } : {}),
    ...(lifecycleHooks?.length ? { lifecycleHooks } : {}),
  };
}

/** ECS leaves an empty list out in one answer and shows it in another. */
const same = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b) || (isNothing(a) && isNothing(b));
const isNothing = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
