import { randomBytes, randomUUID } from 'node:crypto';
import type { Cloud, Part } from '../cloud.ts';
import { AwsError, type AwsService } from '../wire/aws-service.ts';

interface Version {
  readonly id: string;
  readonly createdAt: Date;
  readonly text?: string;
  readonly binary?: string;
  stages: readonly string[];
}

interface Secret {
  readonly arn: string;
  readonly name: string;
  readonly createdAt: Date;
  description?: string;
  tags: readonly { Key: string; Value: string }[];
  versions: Version[];
  deletedAt?: Date;
}

const NOT_FOUND = "Secrets Manager can't find the specified secret.";

export function createSecretsManager(cloud: Cloud): Part {
  const secrets = new Map<string, Secret>();
  const find = (id: unknown): Secret => {
    const found = [...secrets.values()].find(({ arn, name }) => id === name || id === arn || id === arn.slice(0, -7));
    if (!found) throw new AwsError('ResourceNotFoundException', NOT_FOUND);
    return found;
  };
  const versionOf = (secret: Secret, id?: string, stage = 'AWSCURRENT'): Version => {
    const found = secret.versions.find((each) => (id ? each.id === id : each.stages.includes(stage)));
    if (!found)
      throw new AwsError(
        'ResourceNotFoundException',
        `Secrets Manager can't find the specified secret value for ${id ? `VersionId: ${id}` : `staging label: ${stage}`}`,
      );
    return found;
  };
  const put = (
    secret: Secret,
    input: { SecretString?: string; SecretBinary?: string; ClientRequestToken?: string },
  ) => {
    const { SecretString: text, SecretBinary: binary, ClientRequestToken: id = randomUUID() } = input;
    if ((text === undefined) === (binary === undefined))
      throw new AwsError('InvalidRequestException', 'You must provide either SecretString or SecretBinary.');
    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html: the request token makes it idempotent
    const same = secret.versions.find((each) => each.id === id);
    if (same && (same.text !== text || same.binary !== binary))
      throw new AwsError(
        'ResourceExistsException',
        `You can't use ClientRequestToken ${id} because that value is already in use for a version of secret ${secret.arn}.`,
      );
    if (same) return same;
    for (const each of secret.versions) each.stages = each.stages.includes('AWSCURRENT') ? ['AWSPREVIOUS'] : [];
    const version = {
      id,
      createdAt: cloud.clock.now(),
      stages: ['AWSCURRENT'],
      ...(text !== undefined && { text }),
      ...(binary !== undefined && { binary }),
    };
    secret.versions.push(version);
    return version;
  };
  const view = (secret: Secret) => ({
    ARN: secret.arn,
    Name: secret.name,
    ...(secret.description && { Description: secret.description }),
    CreatedDate: secret.createdAt,
    LastChangedDate: secret.versions.at(-1)?.createdAt,
    ...(secret.deletedAt && { DeletedDate: secret.deletedAt }),
    Tags: secret.tags,
  });
  const service: AwsService = {
    signingName: 'secretsmanager',
    wire: { kind: 'json', version: '1.1', targetPrefix: 'secretsmanager' },
    operations: {
      CreateSecret(input) {
        if (!/^[\w/+=.@-]{1,512}$/.test(input.Name ?? ''))
          throw new AwsError(
            'ValidationException',
            'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
          );
        if (secrets.has(input.Name))
          throw new AwsError(
            'ResourceExistsException',
            `The operation failed because the secret ${input.Name} already exists.`,
          );
        const secret: Secret = {
          // Six random characters stand behind the name in every secret's ARN.
          arn: `arn:aws:secretsmanager:${cloud.region}:${cloud.account}:secret:${input.Name}-${randomBytes(3).toString('hex')}`,
          name: input.Name,
          createdAt: cloud.clock.now(),
          tags: input.Tags ?? [],
          versions: [],
          ...(input.Description && { description: input.Description }),
        };
        const valued = input.SecretString !== undefined || input.SecretBinary !== undefined;
        const version = valued ? put(secret, input) : undefined;
        secrets.set(secret.name, secret);
        return { ARN: secret.arn, Name: secret.name, VersionId: version?.id };
      },
      PutSecretValue(input) {
        const secret = find(input.SecretId);
        const version = put(secret, input);
        return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: version.stages };
      },
      GetSecretValue(input) {
        const secret = find(input.SecretId);
        if (secret.deletedAt)
          throw new AwsError(
            'InvalidRequestException',
            "You can't perform this operation on the secret because it was marked for deletion.",
          );
        const version = versionOf(secret, input.VersionId, input.VersionStage);
        return {
          ARN: secret.arn,
          Name: secret.name,
          VersionId: version.id,
          SecretString: version.text,
          SecretBinary: version.binary,
          VersionStages: version.stages,
          CreatedDate: version.createdAt,
        };
      },
      DescribeSecret(input) {
        const secret = find(input.SecretId);
        const stages = secret.versions.filter((each) => each.stages.length > 0).map((each) => [each.id, each.stages]);
        return { ...view(secret), VersionIdsToStages: Object.fromEntries(stages) };
      },
      // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html: 30 days, unless told otherwise
      DeleteSecret(input) {
        const secret = find(input.SecretId);
        const days = input.ForceDeleteWithoutRecovery === true ? 0 : (input.RecoveryWindowInDays ?? 30);
        const at = new Date(cloud.clock.now().getTime() + days * 86_400_000);
        if (days === 0) secrets.delete(secret.name);
        else secret.deletedAt = at;
        return { ARN: secret.arn, Name: secret.name, DeletionDate: at };
      },
      RestoreSecret(input) {
        const secret = find(input.SecretId);
        delete secret.deletedAt;
        return { ARN: secret.arn, Name: secret.name };
      },
      ListSecrets: () => ({ SecretList: [...secrets.values()].filter(({ deletedAt }) => !deletedAt).map(view) }),
    },
  };
  return { service, engine: undefined };
}
