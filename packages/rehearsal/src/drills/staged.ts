// The new version is well by all that its own tasks tell, and something else finds out that it is not.
import { CloudWatchClient, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeLoadBalancersCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Drill, Hands } from './drill.ts';
import { edited } from './edited.ts';

const HEALTH = "'GET /health': () => json(200, { status: 'ok', version }),";

/** The load balancer's health checks are answered as before, and users are answered otherwise. */
const toUsers = (answer: string) => (text: string) =>
  edited(
    text,
    HEALTH,
    `async 'GET /health'({ request: { headers } }) {
      if (/ELB-HealthChecker/.test(headers['user-agent'])) return json(200, { status: 'ok', version });
      ${answer}
    },`,
  );

const backend = '    backend-service: { containers: { api: backend } }';
const deployedBy = (deployment: string) => (text: string) =>
  edited(text, backend, `    backend-service: { containers: { api: backend }, deployment: ${deployment} }`);

/** The back end is deployed in stages: it has a second target group, and a listener that only tests ask. */
const inStages = {
  'golive.rehearsal.yml': (text: string) =>
    edited(edited(text, '/docs, /docs/*, /ws/*', '/docs*, /ws/*'), 'port: 443', 'port: 443\n  test-port: 8443').replace(
      'health: /health\n',
      'health: /health\n    strategy: blue-green\n',
    ),
};

interface Alarm {
  readonly name: string;
  readonly metric: string;
  readonly statistic: 'Maximum' | 'Sum';
  readonly above: number;
  /** Minutes of which so many have to breach; one of one unless said. ECS bakes for as long as the alarm looks back. */
  readonly minutes?: readonly [breaching: number, of: number];
}

/** An alarm on a metric of the load balancer, over periods of one minute. */
const alarmed =
  ({ name, metric, statistic, above, minutes: [breaching, of] = [1, 1] }: Alarm) =>
  async ({ aws }: Hands) => {
    const { LoadBalancers } = await new ElasticLoadBalancingV2Client(aws).send(new DescribeLoadBalancersCommand({}));
    const Value = LoadBalancers?.[0]?.LoadBalancerArn?.split(':loadbalancer/')[1];
    await new CloudWatchClient(aws).send(
      new PutMetricAlarmCommand({
        AlarmName: name,
        Namespace: 'AWS/ApplicationELB',
        MetricName: metric,
        Dimensions: [{ Name: 'LoadBalancer', Value }],
        Statistic: statistic,
        Period: 60,
        EvaluationPeriods: of,
        DatapointsToAlarm: breaching,
        Threshold: above,
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'notBreaching',
      }),
    );
  };

const back = { result: 'failure', job: 'rollout', outcome: 'rolled-back', served: 'old' } as const;

export const stagedDrills: readonly Drill[] = [
  {
    name: 'alarm',
    scale: 20,
    title: 'The new back end answers, slowly; an alarm on the response time goes off before the roll-out is over',
    edits: {
      'golive.yml': deployedBy('{ alarms: { names: [coldchain-slow] } }'),
      'backend/src/app.mjs': toUsers(
        "return new Promise((done) => setTimeout(() => done(json(200, { status: 'ok', version })), 900));",
      ),
    },
    // With one minute of one, a machine under load decides: one slow answer of an old task in the minute before turns the
    // watch off, and the bake time of a minute may be over before the minute of the first slow answer is.
    prepare: alarmed({
      name: 'coldchain-slow',
      metric: 'TargetResponseTime',
      statistic: 'Maximum',
      above: 0.7,
      minutes: [2, 3],
    }),
    expect: {
      ...back,
      says: /rollout\.deployed backend-service/,
      tells: /backend-service.*alarm coldchain-slow.*Look at what the alarm measures/s,
      strayed: [0.001, 0.7],
    },
  },
  {
    name: 'canary-bad',
    scale: 30,
    title: 'One user in ten meets the new back end, which fails them; an alarm ends it before the others do',
    world: inStages,
    edits: {
      'golive.yml': deployedBy(
        '{ strategy: canary, canary-percent: 10, canary-bake-time: 10m, alarms: { names: [coldchain-5xx] } }',
      ),
      'backend/src/app.mjs': toUsers("return json(500, { status: 'broken', version });"),
    },
    prepare: alarmed({ name: 'coldchain-5xx', metric: 'HTTPCode_Target_5XX_Count', statistic: 'Sum', above: 0 }),
    expect: {
      ...back,
      says: /rollout\.deployed backend-service/,
      tells: /backend-service.*alarm coldchain-5xx.*Look at what the alarm measures/s,
      strayed: [0.001, 0.15],
    },
  },
  {
    name: 'pause-hook-smoke-fails',
    scale: 30,
    title: 'The new back end fails the smoke suite at the test listener, before any user meets it',
    world: inStages,
    edits: {
      'golive.yml': (text, { testUrl }) =>
        deployedBy(
          `{ strategy: blue-green, pauses: [{ stage: post-test-traffic-shift, suites: [smoke/version.yml], base-url: "${testUrl}" }] }`,
        )(text),
      'smoke/version.yml': () => `version: "1.1"
name: Before traffic
tests:
  version:
    steps:
      - name: The new version answers at the test listener
        http: { url: /health, method: GET, check: { status: 200, jsonpath: { $.status: ok } } }
`,
      'backend/src/app.mjs': toUsers("return json(500, { status: 'broken', version });"),
    },
    expect: {
      ...back,
      says: /rollout\.pause-answered backend-service/,
      tells:
        /backend-service.*POST_TEST_TRAFFIC_SHIFT.*The new version answers at the test listener.*500.*was put back/s,
    },
  },
];
