import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { CreateLoadBalancerCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  GetChangeCommand,
  GetHostedZoneCommand,
  ListHostedZonesByNameCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
  Route53Client,
} from '@aws-sdk/client-route-53';
import dnsPacket, { type DecodedPacket, type Packet, type RecordType } from 'dns-packet';
import { aCloud, type RunningCloud } from './a-cloud.ts';

let cloud: RunningCloud;
let client: Route53Client;
let zoneId: string;
let port: number;

beforeAll(async () => {
  cloud = await aCloud({ scale: 200 });
  client = new Route53Client(cloud.client());
  const { HostedZone, ChangeInfo, DelegationSet } = await client.send(
    new CreateHostedZoneCommand({ Name: 'example.com', CallerReference: 'test' }),
  );
  zoneId = HostedZone?.Id ?? '';
  expect(DelegationSet?.NameServers).toEqual([cloud.dns]);
  port = Number(cloud.dns.split(':')[1]);
  await inSync(ChangeInfo?.Id);
});

afterAll(async () => {
  client.destroy();
  await cloud.stop();
});

async function inSync(Id: string | undefined): Promise<void> {
  while ((await client.send(new GetChangeCommand({ Id }))).ChangeInfo?.Status !== 'INSYNC')
    await new Promise((resolve) => setTimeout(resolve, 10));
}

const create = (...records: ResourceRecordSet[]) =>
  client.send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId: zoneId,
      ChangeBatch: { Changes: records.map((ResourceRecordSet) => ({ Action: 'CREATE', ResourceRecordSet })) },
    }),
  );

const query = (name: string, type: RecordType): Packet => ({
  type: 'query',
  id: 7,
  flags: 0,
  questions: [{ name, type }],
});

async function ask(name: string, type: RecordType = 'A'): Promise<DecodedPacket & { rcode: string }> {
  const socket = createSocket('udp4');
  socket.send(dnsPacket.encode(query(name, type)), port, '127.0.0.1');
  const [answer] = await once(socket, 'message');
  socket.close();
  return dnsPacket.decode(answer) as DecodedPacket & { rcode: string };
}

test('a record is listed at once, and answered with AA only when its change is INSYNC', async () => {
  const { ChangeInfo } = await create({
    Name: 'new.example.com',
    Type: 'A',
    TTL: 30,
    ResourceRecords: [{ Value: '10.1.2.3' }],
  });
  expect(ChangeInfo?.Status).toBe('PENDING');
  const before = await ask('new.example.com');
  expect([before.rcode, before.flag_aa, before.authorities?.[0]?.type]).toEqual(['NXDOMAIN', true, 'SOA']);
  const { ResourceRecordSets } = await client.send(
    new ListResourceRecordSetsCommand({ HostedZoneId: zoneId, StartRecordName: 'new.example.com', MaxItems: 1 }),
  );
  expect(ResourceRecordSets).toEqual([
    { Name: 'new.example.com.', Type: 'A', TTL: 30, ResourceRecords: [{ Value: '10.1.2.3' }] },
  ]);
  await inSync(ChangeInfo?.Id);
  const after = await ask('NEW.example.com');
  expect([after.rcode, after.flag_aa]).toEqual(['NOERROR', true]);
  expect(after.answers).toMatchObject([{ type: 'A', ttl: 30, data: '10.1.2.3' }]);
});

test('an alias to a load balancer answers with its address for 60 seconds, and with nothing for AAAA', async () => {
  const elb = new ElasticLoadBalancingV2Client(cloud.client());
  const { LoadBalancers } = await elb.send(
    new CreateLoadBalancerCommand({ Name: 'alb', Subnets: ['subnet-1', 'subnet-2'] }),
  );
  elb.destroy();
  const { ChangeInfo } = await create({
    Name: 'api.example.com',
    Type: 'A',
    AliasTarget: {
      HostedZoneId: LoadBalancers?.[0]?.CanonicalHostedZoneId,
      DNSName: `dualstack.${LoadBalancers?.[0]?.DNSName}`,
      EvaluateTargetHealth: true,
    },
  });
  await inSync(ChangeInfo?.Id);
  expect((await ask('api.example.com')).answers).toMatchObject([
    { name: 'api.example.com', ttl: 60, data: '127.0.0.1' },
  ]);
  expect(await ask('api.example.com', 'AAAA')).toMatchObject({
    rcode: 'NOERROR',
    answers: [],
    authorities: [{ type: 'SOA' }],
  });
});

test('weighted siblings are answered by weight; a CNAME is followed within the zone, also over TCP', async () => {
  const sibling = (id: string, value: string, Weight: number): ResourceRecordSet => ({
    Name: 'app.example.com',
    Type: 'A',
    SetIdentifier: id,
    Weight,
    TTL: 60,
    ResourceRecords: [{ Value: value }],
  });
  const { ChangeInfo } = await create(sibling('blue', '10.0.0.1', 0), sibling('green', '10.0.0.2', 100), {
    Name: 'www.example.com',
    Type: 'CNAME',
    TTL: 60,
    ResourceRecords: [{ Value: 'app.example.com' }],
  });
  await inSync(ChangeInfo?.Id);
  const socket = connect(port, '127.0.0.1');
  socket.write(dnsPacket.streamEncode(query('www.example.com', 'A')));
  const [bytes] = await once(socket, 'data');
  socket.destroy();
  expect(dnsPacket.streamDecode(bytes).answers).toMatchObject([
    { type: 'CNAME', data: 'app.example.com' },
    { type: 'A', data: '10.0.0.2' },
  ]);
});

test('a name of no zone here is refused', async () => {
  expect(await ask('example.org')).toMatchObject({ rcode: 'REFUSED', flag_aa: false });
});

test('an impossible change and an unknown zone are answered in words of Route 53', async () => {
  const apex: ResourceRecordSet = { Name: 'example.com', Type: 'SOA', TTL: 1, ResourceRecords: [{ Value: 'x' }] };
  await expect(create(apex)).rejects.toMatchObject({
    name: 'InvalidChangeBatch',
    message: "[Tried to create resource record set [name='example.com.', type='SOA'] but it already exists]",
  });
  await expect(client.send(new GetHostedZoneCommand({ Id: 'ZNONE' }))).rejects.toMatchObject({
    name: 'NoSuchHostedZone',
  });
});

test('a zone is found by its name', async () => {
  const { HostedZones } = await client.send(new ListHostedZonesByNameCommand({ DNSName: 'example.com', MaxItems: 1 }));
  expect(HostedZones).toMatchObject([{ Id: zoneId, Name: 'example.com.' }]);
});
