/** A task's environment: what the definition says, what overrides add, and secrets fetched when the task starts. */
import type { Cloud } from '../cloud.ts';
import type { ContainerDefinition, ContainerOverride } from '../state/ecs/model.ts';
import { reason } from '../state/ecs/wording.ts';
import { StartFailure } from './container-engine.ts';

export async function environmentOf(
  cloud: Cloud,
  definition: ContainerDefinition,
  override: ContainerOverride | undefined,
): Promise<Record<string, string>> {
  const env: Record<string, string> = {};
  for (const { name, value } of definition.environment ?? []) env[name] = value;
  for (const { name, valueFrom } of definition.secrets ?? []) env[name] = await secret(cloud, valueFrom);
  for (const { name, value } of override?.environment ?? []) env[name] = value;
  return env;
}

/** `arn:aws:secretsmanager:region:account:secret:name[:json-key[:version-stage[:version-id]]]` */
async function secret(cloud: Cloud, valueFrom: string): Promise<string> {
  const parts = valueFrom.split(':');
  if (parts[2] !== 'secretsmanager') return parameter(cloud, valueFrom);
  const id = parts.slice(0, 7).join(':');
  const [key, stage, version] = parts.slice(7);
  let text: string;
  try {
    const answer = await cloud.call('secretsmanager', 'GetSecretValue', {
      SecretId: id,
      ...(stage ? { VersionStage: stage } : {}),
      ...(version ? { VersionId: version } : {}),
    });
    text = answer.SecretString;
  } catch (error) {
    const { name, message } = error as Error;
    throw new StartFailure(reason.secret(`failed to fetch secret ${id} from secrets manager: ${name}: ${message}`));
  }
  if (!key) return text;
  const value = jsonKey(text, key);
  if (value === undefined)
    throw new StartFailure(reason.secret(`retrieved secret from Secrets Manager did not contain json key ${key}`));
  return value;
}

/** A parameter by name or ARN. Fargate's wording as in https://github.com/aws/copilot-cli/issues/3104. */
async function parameter(cloud: Cloud, valueFrom: string): Promise<string> {
  const { Parameters, InvalidParameters } = await cloud.call('ssm', 'GetParameters', { Names: [valueFrom] });
  const [found] = Parameters;
  if (found) return found.Value;
  throw new StartFailure(
    `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: ${InvalidParameters.join(', ')}`,
  );
}

function jsonKey(text: string, key: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text)[key];
    return value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    return undefined;
  }
}
