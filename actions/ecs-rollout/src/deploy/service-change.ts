import { isDeepStrictEqual } from 'node:util';
import type { Service, UpdateServiceCommandInput } from '@aws-sdk/client-ecs';
import { sameConfiguration } from '#shared/ecs/service-settings';
import type { WantedService } from '../wanted.ts';
import { deploymentConfiguration } from './deployment-configuration.ts';

/** What UpdateService is to change, besides the task definition; only what differs from what the service has. */
export type ServiceChange = Omit<UpdateServiceCommandInput, 'cluster' | 'service' | 'taskDefinition'>;

export function serviceChange(service: Service, wanted: WantedService): ServiceChange {
  const { settings } = wanted;
  const count = settings['desired-count'];
  const grace = settings['health-check-grace-period'];
  const configuration = deploymentConfiguration(service.deploymentConfiguration, wanted.deployment);
  const providers = settings['capacity-providers']?.map(({ provider, weight, base }) => ({
    capacityProvider: provider,
    weight,
    base,
  }));
  const now = service.capacityProviderStrategy?.map(({ capacityProvider, weight = 0, base = 0 }) => ({
    capacityProvider,
    weight,
    base,
  }));
  const seconds = grace && Math.ceil(grace.ms / 1000);
  return {
    ...(count === undefined || count === service.desiredCount ? {} : { desiredCount: count }),
    ...(seconds === undefined || seconds === service.healthCheckGracePeriodSeconds
      ? {}
      : { healthCheckGracePeriodSeconds: seconds }),
    ...(sameConfiguration(configuration, service.deploymentConfiguration)
      ? {}
      : { deploymentConfiguration: configuration }),
    ...(!providers || isDeepStrictEqual(providers, now) ? {} : { capacityProviderStrategy: providers }),
  };
}

/** One line a difference, for the summary: `deploymentConfiguration.maximumPercent: 200 -> 150`. */
export function tellServiceChange(service: Service, change: ServiceChange): string[] {
  return Object.entries(change).flatMap(([key, value]) => differences(key, service[key as keyof Service], value));
}

function differences(path: string, from: unknown, to: unknown): string[] {
  if (isDeepStrictEqual(from, to)) return [];
  if (!isObject(from) && !isObject(to)) return [`${path}: ${show(from)} -> ${show(to)}`];
  if (!isObject(to)) return [`${path}: ${show(from)} -> ${show(to)}`];
  const before = isObject(from) ? from : {};
  const keys = [...new Set([...Object.keys(before), ...Object.keys(to)])];
  return keys.flatMap((key) => differences(`${path}.${key}`, before[key], to[key]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const show = (value: unknown): string => (value === undefined ? 'not set' : JSON.stringify(value));
