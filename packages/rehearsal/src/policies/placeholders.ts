/** The names that a policy leaves open, written `${Cluster}` as in AWS's Service Authorization Reference, and where each comes from. */
export const placeholders = {
  Account: 'the account’s twelve digits',
  Region: '`region` of golive.yml',
  Cluster: '`rollout.cluster`',
  Service: 'a service under `rollout.services`',
  Family: 'the task definition family of a service',
  Role: 'a role in those task definitions, or of a service’s lifecycle hooks and load balancers, with its path',
  Application: '`code-deploy.application` of a service that CodeDeploy deploys',
  DeploymentGroup: '`code-deploy.group` of such a service',
  LogGroup: 'the log group of a container',
  Secret: 'the name of a secret in those task definitions, without the six characters that AWS adds',
  Repository: '`images.<name>.repository`',
  Database: '`migrate.database`',
  HostedZoneId: 'the id of the zone `dns.zone`',
  RecordName: 'a full name under `dns.records`, in lower case, without the last dot',
} as const;

export type Placeholder = keyof typeof placeholders;
/** What each placeholder stands for in one account; several values where there are several services, say. */
export type Names = Readonly<Record<Placeholder, readonly string[]>>;

export const placeholderNames = Object.keys(placeholders) as Placeholder[];
/** Everything: a policy filled with it still tells which operations it allows, on which kind of resource. */
export const anyName = Object.fromEntries(placeholderNames.map((name) => [name, ['*']])) as unknown as Names;
