/** The refusals that all ECS operations share. */
import { AwsError } from '../../wire/aws-service.ts';

export const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);
export const client = (message: string): AwsError => new AwsError('ClientException', message);

/** Throws unless the value, where there is one, is one of an enumeration's. */
export function oneOf(member: string, value: string | undefined, allowed: Readonly<Record<string, string>>): void {
  const values = Object.values(allowed);
  if (value === undefined || values.includes(value)) return;
  throw invalid(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must satisfy enum value set: [${values.join(', ')}]`,
  );
}
