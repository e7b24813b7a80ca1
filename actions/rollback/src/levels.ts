/** What can be put back, in the order in which it is: the reverse of a release. */
export const levels = ['dns', 'application', 'database', 'infrastructure'] as const;
export type Level = (typeof levels)[number];

/** Minutes that the checklist gives each level: application 5, database 15, infrastructure with DNS 30. */
export const BUDGET_MINUTES: Readonly<Record<Level, number>> = {
  application: 5,
  database: 15,
  infrastructure: 30,
  dns: 30,
};

export const SOURCES: Readonly<Record<Level, string>> = {
  application: 'ecs:DescribeServiceDeployments',
  database: 'rds:DescribeDBInstances',
  infrastructure: 'release record',
  dns: 'route53:ListResourceRecordSets',
};
