import { DescribeSecretCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { paginateDescribeParameters, type SSMClient } from '@aws-sdk/client-ssm';
import { atMost } from '../waiting/at-most.ts';
import type { Candidate } from './candidate.ts';
import type { Elsewhere, Stores } from './elsewhere.ts';
import { type Found, inRegion, lookUp } from './finding.ts';
import { isOfOthers, parseReference, type Reference, secretsOf } from './secrets.ts';

type Asked = Omit<Stores, 'ecr'>;
type Secret = Extract<Reference, { readonly kind: 'secret' }>;
/** Stages by version. */
type Versions = Readonly<Record<string, readonly string[]>>;

/** Calls of DescribeSecret at a time. */
const AT_ONCE = 10;
/** "Values: Maximum number of 50 items" (ParameterStringFilter, API reference), and each name has two spellings. */
const NAMES_A_CALL = 25;

/** Asks for names and versions only, each once; no value is ever read. What lies in another region is asked there. */
export async function findSecrets(
  clients: Asked & Elsewhere,
  region: string,
  candidates: readonly Candidate[],
): Promise<Map<string, Found<readonly string[]>>> {
  const wanted = new Map<string, Reference>();
  for (const candidate of candidates)
    for (const [, valueFrom] of secretsOf(candidate)) {
      const reference = parseReference(valueFrom);
      if (!isOfOthers(reference, candidate)) wanted.set(valueFrom, reference);
    }
  const regions = new Set([...wanted.values()].map((reference) => reference.region || region));
  const found = await Promise.all(
    [...regions].map(async (there) => {
      const some = [...wanted].filter(([, reference]) => (reference.region || region) === there);
      if (there === region) return findIn(clients, some);
      const answers = await findIn(clients.elsewhere(there), some);
      return answers.map(([valueFrom, answer]) => [valueFrom, inRegion(answer, there)] as const);
    }),
  );
  return new Map(found.flat());
}

async function findIn(
  { secrets, ssm }: Asked,
  wanted: readonly (readonly [valueFrom: string, Reference])[],
): Promise<[string, Found<readonly string[]>][]> {
  const ids = wanted.flatMap(([, one]) => (one.kind === 'secret' ? [one.id] : []));
  const names = wanted.flatMap(([, one]) => (one.kind === 'parameter' ? [one.name] : []));
  // Many variables may come from one secret, each by a key of its own.
  const [versions, parameters] = await Promise.all([findEach(secrets, [...new Set(ids)]), findParameters(ssm, names)]);
  return wanted.flatMap(([valueFrom, one]): [string, Found<readonly string[]>][] => {
    const answer = one.kind === 'secret' ? stagesOf(one, versions.get(one.id)) : parameters.get(one.name);
    return answer ? [[valueFrom, answer]] : [];
  });
}

/** Of a version that is meant alone its id and its stages, else the stages of all. */
function stagesOf({ version }: Secret, answer: Found<Versions> | undefined): Found<readonly string[]> | undefined {
  if (answer?.kind !== 'found') return answer;
  const stages = version ? answer.value[version] : Object.values(answer.value).flat();
  return { kind: 'found', value: version && stages ? [version, ...stages] : (stages ?? []) };
}

async function findEach(client: SecretsManagerClient, ids: readonly string[]): Promise<Map<string, Found<Versions>>> {
  return new Map(await atMost(AT_ONCE, ids, async (id) => [id, await findSecret(client, id)] as const));
}

async function findSecret(client: SecretsManagerClient, id: string): Promise<Found<Versions>> {
  const answer = await lookUp('secretsmanager:DescribeSecret', /^ResourceNotFound/, () =>
    client.send(new DescribeSecretCommand({ SecretId: id })),
  );
  if (answer.kind !== 'found') return answer;
  const { DeletedDate, VersionIdsToStages = {} } = answer.value;
  if (DeletedDate) return { kind: 'missing', because: `is deleted, since ${DeletedDate.toISOString()}` };
  return { kind: 'found', value: VersionIdsToStages };
}

/**
 * Many names in one call and one call after another, for DescribeParameters is throttled soon
 * (https://github.com/segmentio/chamber/issues/34).
 */
async function findParameters(
  client: SSMClient,
  names: readonly string[],
): Promise<Map<string, Found<readonly string[]>>> {
  const found = new Map<string, Found<readonly string[]>>();
  const open = [...new Set(names)];
  for (let some = open.splice(0, NAMES_A_CALL); some.length > 0; some = open.splice(0, NAMES_A_CALL)) {
    const answer = await lookUp('ssm:DescribeParameters', /^ParameterNotFound/, () => namesIn(client, some));
    for (const name of some) {
      const isThere = answer.kind === 'found' && spellings(name).some((one) => answer.value.has(one));
      const missing = { kind: 'missing', because: 'does not exist' } as const;
      found.set(name, answer.kind !== 'found' ? answer : isThere ? { kind: 'found', value: [name] } : missing);
    }
  }
  return found;
}

/** A name in an ARN may be stored with or without its leading slash. */
const spellings = (name: string): string[] => [...new Set([name, name.replace(/^\//, '')])];

/** Which of the names there are. A page may be empty though another follows: https://github.com/boto/boto3/issues/1632 */
async function namesIn(client: SSMClient, names: readonly string[]): Promise<Set<string>> {
  const Values = names.flatMap(spellings);
  const found = new Set<string>();
  const ParameterFilters = [{ Key: 'Name', Option: 'Equals', Values }];
  for await (const { Parameters = [] } of paginateDescribeParameters({ client, pageSize: 50 }, { ParameterFilters })) {
    for (const { Name } of Parameters) if (Name !== undefined) found.add(Name);
    if (names.every((name) => spellings(name).some((one) => found.has(one)))) break;
  }
  return found;
}
