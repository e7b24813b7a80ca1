import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { type AlarmRule, evaluateAlarm } from '../src/state/alarms.ts';
import { statistic } from '../src/state/metrics.ts';
import { aCloud, type RunningCloud } from './a-cloud.ts';

const MINUTE = 60_000;
const aRule = (more: Partial<AlarmRule> = {}): AlarmRule => ({
  statistic: 'Sum',
  period: MINUTE,
  evaluationPeriods: 3,
  datapointsToAlarm: 2,
  threshold: 5,
  comparison: 'GreaterThanThreshold',
  treatMissing: 'missing',
  ...more,
});
const points = (...sums: (number | undefined)[]) =>
  sums.flatMap((value, minute) => (value === undefined ? [] : [{ at: minute * MINUTE, value }]));

test.each([
  ['two of three breaching periods raise it', aRule(), points(9, 1, 9), 'ALARM'],
  ['one of three does not', aRule(), points(9, 1, 1), 'OK'],
  ['no data at all is insufficient', aRule(), [], 'INSUFFICIENT_DATA'],
  ['no data is fine where missing data does not breach', aRule({ treatMissing: 'notBreaching' }), [], 'OK'],
  ['no data raises it where missing data breaches', aRule({ treatMissing: 'breaching' }), [], 'ALARM'],
  ['no data keeps the state where it is to be ignored', aRule({ treatMissing: 'ignore' }), [], 'OK'],
] as const)('an alarm: %s', (_name, rule, data, state) => {
  expect(evaluateAlarm(rule, data, 3 * MINUTE + 5000, 'OK')).toBe(state);
});

test('a percentile interpolates between values', () => {
  expect(statistic('p50', [4, 1, 2, 3])).toBe(2.5);
});

describe('over HTTP', () => {
  let cloud: RunningCloud;
  let client: CloudWatchClient;
  beforeAll(async () => {
    cloud = await aCloud();
    client = new CloudWatchClient(cloud.client());
  });
  afterAll(() => cloud.stop());

  test('an alarm set by hand is in that state until its next evaluation', async () => {
    await client.send(
      new PutMetricAlarmCommand({
        AlarmName: 'api-5xx',
        Namespace: 'AWS/ApplicationELB',
        MetricName: 'HTTPCode_Target_5XX_Count',
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
      }),
    );
    await client.send(new SetAlarmStateCommand({ AlarmName: 'api-5xx', StateValue: 'ALARM', StateReason: 'drill' }));
    const { MetricAlarms } = await client.send(new DescribeAlarmsCommand({ StateValue: 'ALARM' }));
    expect(MetricAlarms).toMatchObject([{ AlarmName: 'api-5xx', StateReason: 'drill', Threshold: 1 }]);
    expect(MetricAlarms?.[0]?.StateUpdatedTimestamp).toBeInstanceOf(Date);
  });

  test('requests through the load balancer are counted', async () => {
    const elb = new ElasticLoadBalancingV2Client(cloud.client());
    const { LoadBalancers: [balancer] = [] } = await elb.send(
      new CreateLoadBalancerCommand({ Name: 'counted', Subnets: ['subnet-1', 'subnet-2'] }),
    );
    const answer = { StatusCode: '503', ContentType: 'text/plain', MessageBody: 'closed' };
    await elb.send(
      new CreateListenerCommand({
        LoadBalancerArn: balancer?.LoadBalancerArn,
        Protocol: 'HTTP',
        Port: 80,
        DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: answer }],
      }),
    );
    for (let request = 0; request < 3; request++) await (await fetch(cloud.alb)).text();
    const name = balancer?.LoadBalancerArn?.split(':loadbalancer/')[1] ?? '';
    const { Datapoints = [] } = await client.send(
      new GetMetricStatisticsCommand({
        Namespace: 'AWS/ApplicationELB',
        MetricName: 'RequestCount',
        Dimensions: [{ Name: 'LoadBalancer', Value: name }],
        StartTime: new Date(Date.now() - MINUTE),
        EndTime: new Date(Date.now() + MINUTE),
        Period: 60,
        Statistics: ['Sum'],
      }),
    );
    expect(Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0)).toBe(3);
  });

  test('a metric without data has no values', async () => {
    const Metric = { Namespace: 'AWS/ApplicationELB', MetricName: 'RequestCount' };
    const answer = await client.send(
      new GetMetricDataCommand({
        StartTime: new Date(Date.now() - MINUTE),
        EndTime: new Date(),
        MetricDataQueries: [{ Id: 'requests', MetricStat: { Metric, Period: 60, Stat: 'Sum' } }],
      }),
    );
    expect(answer.MetricDataResults).toMatchObject([{ Id: 'requests', Values: [], StatusCode: 'Complete' }]);
  });

  test('an unknown alarm is an error of its own', async () => {
    const set = client.send(new SetAlarmStateCommand({ AlarmName: 'none', StateValue: 'OK', StateReason: 'x' }));
    await expect(set).rejects.toMatchObject({ name: 'ResourceNotFound' });
  });
});
