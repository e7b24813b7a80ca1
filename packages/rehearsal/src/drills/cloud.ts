import { type Drill, type Fault, READY } from './drill.ts';

const COLLEAGUE = '198.51.100.7';

const throttled: Fault[] = ['ecs', 'ecr', 'rds', 'route53'].map((service) => ({
  service,
  operation: '*',
  kind: 'throttle',
  count: 2,
}));

/** Each change is made, and the answer that says so is lost. */
const dropped: Fault[] = (
  [
    ['ecs', 'RegisterTaskDefinition'],
    ['ecs', 'RunTask'],
    ['ecs', 'UpdateService'],
    ['rds', 'CreateDBSnapshot'],
    ['route53', 'ChangeResourceRecordSets'],
  ] as const
).map(([service, operation]) => ({ service, operation, kind: 'drop', count: 1 }));

export const cloudDrills: readonly Drill[] = [
  {
    name: 'dns-edited',
    title: 'Somebody edits the records in the console between the smoke test and the cut-over; the release is put back',
    meddle: [{ after: 'smoke', act: (hands) => hands.editDns(COLLEAGUE) }],
    expect: {
      result: 'failure',
      job: 'dns',
      says: /dns|DNS/,
      tells: /somebody edited it.*What had been changed was put back/s,
      served: 'old',
      strayed: [0, 1],
      also: async ({ observe }) =>
        JSON.stringify((await observe()).dns).includes(COLLEAGUE) ? [] : ['the edit of the colleague was overwritten'],
    },
  },
  {
    name: 'api-throttled',
    title: 'AWS throttles the first calls to each service',
    faults: throttled,
    expect: { result: 'success', tells: READY, served: 'new' },
  },
  {
    name: 'api-drops-answers',
    title: 'AWS makes each change, and the connection breaks before it says so',
    faults: dropped,
    expect: { result: 'success', tells: READY, served: 'new' },
  },
];
