import { DescribeSecretCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DescribeParametersCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { type Candidate, containersOf } from './candidate.ts';
import { type Finding, type Found, fail, lookUp, pass, skip, unknown } from './finding.ts';

/** What a `valueFrom` points at: AWS, "Pass Secrets Manager secrets" and "Pass Systems Manager parameters". */
export type Reference =
  | {
      readonly kind: 'secret';
      readonly id: string;
      readonly region: string;
      readonly stage: string;
      readonly key: string;
    }
  | { readonly kind: 'parameter'; readonly name: string; readonly region?: string };

export function parseReference(valueFrom: string): Reference {
  // arn:aws:secretsmanager:region:account:secret:name-AbCdEf[:json-key:version-stage:version-id]
  const [, partition, service, region = '', account, ...rest] = valueFrom.split(':');
  if (service === 'secretsmanager') {
    const [, name = '', key = '', stage = ''] = rest;
    return {
      kind: 'secret',
      id: ['arn', partition, service, region, account, 'secret', name].join(':'),
      region,
      stage,
      key,
    };
  }
  if (service === 'ssm') return { kind: 'parameter', name: `/${rest.join(':').split('/').slice(1).join('/')}`, region };
  return { kind: 'parameter', name: valueFrom };
}

/** `[where it is used, valueFrom]` of every secret that a task needs before it can start. */
export function secretsOf(candidate: Candidate): [string, string][] {
  return containersOf(candidate).flatMap(({ name, secrets = [], logConfiguration, repositoryCredentials }) => [
    ...[...secrets, ...(logConfiguration?.secretOptions ?? [])].map((secret): [string, string] => [
      `${name}.${secret.name}`,
      secret.valueFrom ?? '',
    ]),
    ...(repositoryCredentials?.credentialsParameter
      ? [[`${name}.repositoryCredentials`, repositoryCredentials.credentialsParameter] as [string, string]]
      : []),
  ]);
}

/** @param found version stages of each secret, or the name of each parameter, by `valueFrom` */
export function judgeSecrets(candidate: Candidate, found: ReadonlyMap<string, Found<readonly string[]>>): Finding[] {
  return secretsOf(candidate).map(([use, valueFrom]): Finding => {
    const answer = found.get(valueFrom);
    const reference = parseReference(valueFrom);
    const told = `${use}: ${reference.kind} ${nameOf(reference)}`;
    if (!answer) return skip(`${told} is in another region, which is not asked`);
    if (answer.kind === 'unknown') return unknown(`${told} ${answer.because}`);
    if (answer.kind === 'missing') return fail(`${told} does not exist`);
    const stage = reference.kind === 'secret' ? reference.stage || 'AWSCURRENT' : '';
    if (stage && !answer.value.includes(stage)) return fail(`${told} has no version ${stage}`);
    return pass(`${told} exists`);
  });
}

const nameOf = (reference: Reference) =>
  reference.kind === 'secret' ? (reference.id.split(':').at(-1) ?? '') : reference.name;

/** Asks for names and versions only; no value is ever read. */
export async function findSecrets(
  clients: { readonly secrets: SecretsManagerClient; readonly ssm: SSMClient },
  region: string,
  candidates: readonly Candidate[],
): Promise<Map<string, Found<readonly string[]>>> {
  const wanted = [...new Set(candidates.flatMap((one) => secretsOf(one).map(([, valueFrom]) => valueFrom)))];
  const here = wanted.filter((valueFrom) => [undefined, '', region].includes(parseReference(valueFrom).region));
  const found = await Promise.all(
    here.map(async (valueFrom): Promise<[string, Found<readonly string[]>]> => {
      const reference = parseReference(valueFrom);
      return [
        valueFrom,
        reference.kind === 'secret'
          ? await findSecret(clients.secrets, reference.id)
          : await findParameter(clients.ssm, reference.name),
      ];
    }),
  );
  return new Map(found);
}

async function findSecret(client: SecretsManagerClient, id: string): Promise<Found<readonly string[]>> {
  const answer = await lookUp('secretsmanager:DescribeSecret', /^ResourceNotFound/, () =>
    client.send(new DescribeSecretCommand({ SecretId: id })),
  );
  if (answer.kind !== 'found') return answer;
  const { DeletedDate, VersionIdsToStages } = answer.value;
  if (DeletedDate) return { kind: 'missing', because: `is deleted, since ${DeletedDate.toISOString()}` };
  return { kind: 'found', value: Object.values(VersionIdsToStages ?? {}).flat() };
}

async function findParameter(client: SSMClient, name: string): Promise<Found<readonly string[]>> {
  // A bare name may be stored with or without its leading slash; `Equals` takes both spellings at once.
  const Values = [...new Set([name, name.replace(/^\//, '')])];
  const answer = await lookUp('ssm:DescribeParameters', /^ParameterNotFound/, () =>
    client.send(new DescribeParametersCommand({ ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values }] })),
  );
  if (answer.kind !== 'found') return answer;
  const [parameter] = answer.value.Parameters ?? [];
  return parameter
    ? { kind: 'found', value: [parameter.Name ?? name] }
    : { kind: 'missing', because: 'does not exist' };
}
