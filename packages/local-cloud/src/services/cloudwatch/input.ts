import type { MetricName } from '../../state/metrics.ts';
import { AwsError } from '../../wire/aws-service.ts';

export const invalid = (message: string) => new AwsError('ValidationError', message);

/** A timestamp: epoch seconds in JSON and CBOR, ISO text in Query. */
export function time(name: string, value: unknown): number {
  const ms = typeof value === 'number' ? value * 1000 : Date.parse(String(value));
  if (Number.isNaN(ms)) throw invalid(`The parameter ${name} is required.`);
  return ms;
}

/** A number above 0; text in Query. */
export function count(name: string, value: unknown): number {
  const number = Number(value);
  if (!(number > 0)) throw invalid(`The value ${value} for parameter ${name} is not supported.`);
  return number;
}

export function metricName(input: {
  Namespace?: string;
  MetricName?: string;
  Dimensions?: readonly { Name: string; Value: string }[];
}): MetricName {
  if (!input.Namespace || !input.MetricName) throw invalid('The parameters Namespace and MetricName are required.');
  const dimensions = Object.fromEntries((input.Dimensions || []).map(({ Name, Value }) => [Name, Value]));
  return { namespace: input.Namespace, name: input.MetricName, dimensions };
}

export const dimensionList = (dimensions: Readonly<Record<string, string>>) =>
  Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
