import { type Candidate, containersOf } from './candidate.ts';
import { type Finding, type Found, fail, pass, skip, unknown, warn } from './finding.ts';

/** What a `valueFrom` points at: AWS, "Pass Secrets Manager secrets" and "Pass Systems Manager parameters". */
export type Reference =
  | {
      readonly kind: 'secret';
      readonly id: string;
      readonly region: string;
      readonly stage: string;
      readonly key: string;
      /** Id of the one version that is meant; empty for whichever has the stage. */
      readonly version: string;
    }
  | { readonly kind: 'parameter'; readonly name: string; readonly region?: string; readonly account?: string };

export function parseReference(valueFrom: string): Reference {
  // arn:aws:secretsmanager:region:account:secret:name-AbCdEf[:json-key:version-stage:version-id]
  const [, partition, service, region = '', account = '', ...rest] = valueFrom.split(':');
  if (service === 'secretsmanager') {
    const [, name = '', key = '', stage = '', version = ''] = rest;
    const id = ['arn', partition, service, region, account, 'secret', name].join(':');
    return { kind: 'secret', id, region, stage, key, version };
  }
  if (service === 'ssm')
    return { kind: 'parameter', name: `/${rest.join(':').split('/').slice(1).join('/')}`, region, account };
  return { kind: 'parameter', name: valueFrom };
}

/** `[where it is used, valueFrom]` of every secret that a task needs before it can start. */
export function secretsOf(candidate: Candidate): [string, string][] {
  const ofContainers = containersOf(candidate).flatMap((container): [string, string | undefined][] => {
    const { name, secrets = [], logConfiguration, repositoryCredentials } = container;
    return [
      ...[...secrets, ...(logConfiguration?.secretOptions ?? [])].map((secret): [string, string] => [
        `${name}.${secret.name}`,
        secret.valueFrom ?? '',
      ]),
      [`${name}.repositoryCredentials`, repositoryCredentials?.credentialsParameter],
      ...[...(container.credentialSpecs ?? []), ...(container.dockerSecurityOptions ?? [])].map(
        (text): [string, string | undefined] => [`${name}.credentialSpecs`, parameterOfCredentialSpec(text)],
      ),
    ];
  });
  const ofVolumes = (candidate.definition.volumes ?? []).map(
    ({ name, fsxWindowsFileServerVolumeConfiguration: share }): [string, string | undefined] => [
      `volume ${name}`,
      share?.authorizationConfig?.credentialsParameter,
    ],
  );
  return [...ofContainers, ...ofVolumes].flatMap(([use, valueFrom]) =>
    valueFrom === undefined ? [] : [[use, valueFrom]],
  );
}

/** `credentialspec:ARN`, or `credentialspecdomainless:ARN`; the ARN may also be one of S3. */
const parameterOfCredentialSpec = (text: string): string | undefined =>
  /^credentialspec(?:domainless)?:(arn:[^:]+:ssm:.+)$/.exec(text)?.[1];

/** Whether a parameter is one of another account, which only lists those that it shares. */
export const isOfOthers = (reference: Reference, { view }: Candidate): boolean => {
  const own = view.serviceArn?.split(':')[4];
  return reference.kind === 'parameter' && !!reference.account && !!own && reference.account !== own;
};

/** @param found what `findSecrets` gave: by `valueFrom` the stages of a secret, and with a version its id too */
export function judgeSecrets(candidate: Candidate, found: ReadonlyMap<string, Found<readonly string[]>>): Finding[] {
  return secretsOf(candidate).map(([use, valueFrom]): Finding => {
    const answer = found.get(valueFrom);
    const reference = parseReference(valueFrom);
    const told = `${use}: ${reference.kind} ${nameOf(reference)}`;
    if (isOfOthers(reference, candidate)) return skip(`${told} is one of another account, which is not asked`);
    if (!answer) return unknown(`${told} was not asked for`);
    if (answer.kind === 'unknown') return unknown(`${told} ${answer.because}`);
    if (answer.kind === 'missing') return fail(`${told} does not exist`);
    if (reference.kind === 'parameter') return pass(`${told} exists`);
    const { version, stage } = reference;
    // "Versions that don't have staging labels are considered deprecated": DescribeSecret, API reference.
    if (version && !answer.value.includes(version))
      return warn(
        `${told} has no version ${version} with a stage: it is deprecated and may be deleted, if it is there`,
      );
    const needed = stage || (version ? '' : 'AWSCURRENT');
    return needed && !answer.value.includes(needed)
      ? fail(`${told} has no version ${[version, needed].filter(Boolean).join(' ')}`)
      : pass(`${told} exists`);
  });
}

const nameOf = (reference: Reference) =>
  reference.kind === 'secret' ? (reference.id.split(':').at(-1) ?? '') : reference.name;
