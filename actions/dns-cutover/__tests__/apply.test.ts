import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CreateLoadBalancerCommand,
  DescribeLoadBalancersCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  type ResourceRecordSet,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { type ReleaseRecord, writeReleaseRecord } from '#shared/release/record';
import { sameRecordSets } from '#shared/route53/record-set-changes';
import { recordSetsNamed } from '#shared/route53/record-sets';
import { aReleaseRecord } from '../../../packages/shared/__tests__/release/a-release-record.ts';
import { aRunningCloud } from '../../../packages/shared/__tests__/running-cloud.ts';
import { announce, swap } from '../src/apply.ts';
import { lower } from '../src/lower.ts';
import { observe, observeName, observeZone } from '../src/observe.ts';
import { decide } from '../src/plan.ts';
import { decideLowering } from '../src/plan-lowering.ts';
import { prove } from '../src/prove.ts';
import { reportLowering } from '../src/report-lowering.ts';
import { anAssertion, aSoak } from './builders.ts';

let cloud: Awaited<ReturnType<typeof aRunningCloud>>;
let route53: Route53Client;
let elb: ElasticLoadBalancingV2Client;
/** The client of somebody beside the action. */
let others: Route53Client;
let zones = 0;

beforeAll(async () => {
  cloud = await aRunningCloud(100);
  others = new Route53Client(cloud.settings);
  const settings = await cloud.as('dns-cutover');
  route53 = new Route53Client(settings);
  elb = new ElasticLoadBalancingV2Client(settings);
  await new ElasticLoadBalancingV2Client(cloud.settings).send(
    new CreateLoadBalancerCommand({ Name: 'alb', Subnets: ['subnet-1', 'subnet-2'] }),
  );
  for (let state = ''; state !== 'active'; )
    state =
      (await elb.send(new DescribeLoadBalancersCommand({ Names: ['alb'] }))).LoadBalancers?.[0]?.State?.Code ?? '';
});
afterAll(() => cloud.stop());

const pace = { every: { ms: 50 }, within: { ms: 20_000 }, queryTimeout: { ms: 1000 } };
const world = {
  signal: new AbortController().signal,
  now: () => new Date(),
  sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  log: { info() {}, warn() {}, error() {}, group: async <T>(_: string, body: () => Promise<T> | T) => body() },
};
const point = (name: string, value: string, TTL = 60): ResourceRecordSet => ({
  Name: name,
  Type: 'A',
  TTL,
  ResourceRecords: [{ Value: value }],
});

/** A zone of its own for each test, with one name that leads to the old place. */
async function aZone(ttl = 60) {
  zones += 1;
  const zone = `zone${zones}.test`;
  const { HostedZone } = await others.send(new CreateHostedZoneCommand({ Name: zone, CallerReference: zone }));
  const zoneId = HostedZone?.Id?.replace('/hostedzone/', '') ?? '';
  const old = point(`api.${zone}.`, '192.0.2.10', ttl);
  const change = (Changes: { Action: 'CREATE' | 'DELETE'; ResourceRecordSet: ResourceRecordSet }[]) =>
    others.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: zoneId, ChangeBatch: { Changes } }));
  await change([{ Action: 'CREATE', ResourceRecordSet: old }]);
  const look = async (release?: ReleaseRecord) => {
    const seen = await observe(route53, elb, { zone, records: { api: 'alb' } }, release);
    return { ...seen, decisions: seen.names.map((view) => decide(view, aSoak({ asserted: anAssertion }))) };
  };
  const prepare = async () => {
    const seen = await observeZone(route53, zone);
    const lowerings = [decideLowering(await observeName(route53, zoneId, 'api', zone), { ms: 86_400_000 }, new Date())];
    return lower(route53, seen, lowerings, pace, world);
  };
  return { zone, zoneId, old, change, look, prepare, records: () => recordSetsNamed(others, zoneId, `api.${zone}.`) };
}

test('the name is swapped, Route 53 confirms it, and every authoritative server gives the new answer', async () => {
  const { look } = await aZone();
  const { zoneId, nameServers, decisions } = await look();
  expect(decisions[0]?.kind).toBe('swap');
  expect(await swap(route53, zoneId, decisions, pace, world)).toMatchObject({ kind: 'made', insync: true });
  expect(await prove(decisions, nameServers, pace, world)).toMatchObject([{ verdict: 'pass', type: 'A' }]);
});

test('a second run leaves everything alone and proves it again', async () => {
  const { look } = await aZone();
  const first = await look();
  await swap(route53, first.zoneId, first.decisions, pace, world);
  const { decisions, nameServers, zoneId } = await look();
  expect(decisions[0]?.kind).toBe('leave');
  expect(await swap(route53, zoneId, decisions, pace, world)).toEqual({ kind: 'none' });
  expect(await prove(decisions, nameServers, pace, world)).toMatchObject([{ verdict: 'pass' }]);
});

test('an edit between the decision and the change stops the whole batch', async () => {
  const { look, change, old, zone, zoneId, records } = await aZone();
  const { decisions } = await look();
  const edited = point(`api.${zone}.`, '198.51.100.7');
  await change([
    { Action: 'DELETE', ResourceRecordSet: old },
    { Action: 'CREATE', ResourceRecordSet: edited },
  ]);
  await expect(swap(route53, zoneId, decisions, pace, world)).rejects.toMatchObject({
    code: 'DNS_EDITED',
    message: expect.stringContaining('198.51.100.7'),
  });
  expect(sameRecordSets(await records(), [edited])).toBe(true);
});

test('a change whose answer was lost is recognised as made', async () => {
  const { look } = await aZone();
  const { zoneId, nameServers, decisions } = await look();
  await cloud.control('faults', { service: 'route53', operation: 'ChangeResourceRecordSets', kind: 'drop', count: 1 });
  expect(await swap(route53, zoneId, decisions, pace, world)).toEqual({ kind: 'unnamed' });
  expect(await prove(decisions, nameServers, pace, world)).toMatchObject([{ verdict: 'pass' }]);
});

test('a TTL is lowered, every server is seen to give the low one, and the cut-over then waits for the old one', async () => {
  const { prepare, look, records } = await aZone(3600);
  const trail = await prepare();
  expect(await records()).toMatchObject([{ TTL: 60, ResourceRecords: [{ Value: '192.0.2.10' }] }]);
  expect(reportLowering({ ...trail, timeline: [], at: '' }).checks.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['dns.ttl-lowered', 'pass'],
    ['dns.authoritative', 'pass'],
  ]);
  const { names } = await look();
  const inAnHour = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  expect(names.map((view) => decide(view, aSoak({ now: inAnHour(59) })))).toMatchObject([{ code: 'DNS_TTL_NOT_OVER' }]);
  expect(names.map((view) => decide(view, aSoak({ now: inAnHour(61) })))).toMatchObject([{ kind: 'swap' }]);
});

test('a second preparation changes nothing, and keeps the time of the first', async () => {
  const { prepare } = await aZone(3600);
  const [first] = (await prepare()).names;
  const { change, names } = await prepare();
  expect(change).toEqual({ kind: 'none' });
  expect(names[0]?.mark).toEqual(first?.mark);
});

test('an edit while the TTL is lowered stops the lowering', async () => {
  const { zone, zoneId, change, old, records } = await aZone(3600);
  const name = await observeName(route53, zoneId, 'api', zone);
  const edited = point(`api.${zone}.`, '198.51.100.7', 3600);
  await change([
    { Action: 'DELETE', ResourceRecordSet: old },
    { Action: 'CREATE', ResourceRecordSet: edited },
  ]);
  const lowerings = [decideLowering(name, { ms: 0 }, new Date())];
  const seen = await observeZone(route53, zone);
  await expect(lower(route53, seen, lowerings, pace, world)).rejects.toMatchObject({ code: 'DNS_EDITED' });
  expect(sameRecordSets(await records(), [edited])).toBe(true);
});

test('a name server that cannot be asked leaves the soak unproven', async () => {
  const { zone, zoneId, look } = await aZone(3600);
  const lowerings = [decideLowering(await observeName(route53, zoneId, 'api', zone), { ms: 0 }, new Date())];
  const silent = { zoneId, nameServers: ['127.0.0.1:9'] };
  const impatient = { ...pace, within: { ms: 500 }, queryTimeout: { ms: 100 } };
  const trail = await lower(route53, silent, lowerings, impatient, world);
  expect(reportLowering({ ...trail, timeline: [], at: '' }).checks[0]).toMatchObject({ verdict: 'inconclusive' });
  const { names } = await look();
  expect(names.map((view) => decide(view, aSoak()))).toMatchObject([{ code: 'DNS_TTL_UNPROVEN' }]);
});

test('the release record tells what will be there before anything changes', async () => {
  const { look, zoneId, old } = await aZone();
  const folder = await mkdtemp(path.join(tmpdir(), 'golive-dns-'));
  const file = path.join(folder, 'release-record.json');
  try {
    const { decisions } = await look();
    expect(await announce(file, zoneId, decisions)).toBe(false);
    await writeReleaseRecord(file, aReleaseRecord({ dns: { api: { zoneId, records: [old] } } }));
    expect(await announce(file, zoneId, decisions)).toBe(true);
    const { dns } = JSON.parse(await readFile(file, 'utf8')) as ReleaseRecord;
    expect(dns.api).toMatchObject({
      records: [old],
      wanted: [{ Type: 'A', AliasTarget: { EvaluateTargetHealth: true } }],
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a load balancer that does not exist is named', async () => {
  const { zone } = await aZone();
  await expect(observe(route53, elb, { zone, records: { api: 'nowhere' } }, undefined)).rejects.toMatchObject({
    code: 'DNS_TARGET_NOT_FOUND',
    message: expect.stringContaining('nowhere'),
  });
});
