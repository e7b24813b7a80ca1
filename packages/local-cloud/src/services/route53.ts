import { randomBytes } from 'node:crypto';
import type { Cloud, Part } from '../cloud.ts';
import { DnsServer } from '../engine/dns-server.ts';
import { ZonePublisher } from '../engine/zone-publisher.ts';
import { applyBatch, type RequestedChange } from '../state/route53/change-batch.ts';
import { listRecords, listZones, listZonesByName } from '../state/route53/listing.ts';
import { apexRecords, type Change, errors, type Zone } from '../state/route53/model.ts';
import { absolute, asAnswered } from '../state/route53/names.ts';
import type { AwsService, Operation } from '../wire/aws-service.ts';
import { unknownOperation } from '../wire/common-errors.ts';
import { readInput, routeOf, writeAnswer } from './route53-http.ts';

export interface Route53Engine {
  /** Makes every pending change INSYNC now, as for zones that have stood for long. */
  settle(): void;
}

/** The console writes aliases with the prefix `dualstack.`, which AWS resolves alike. */
const loadBalancer = /^(?:dualstack\.)?((?:[a-z0-9-]+\.)+elb\.amazonaws\.com)\.$/;

interface LoadBalancers {
  /** Where the load balancer of that DNS name listens on loopback. */
  urlOf(dnsName: string): string | undefined;
}

const newId = (prefix: string) =>
  prefix + [...randomBytes(20)].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'[byte % 36]).join('');

const bareId = (id: unknown) => String(id ?? '').replace(/^\/(?:hostedzone|change)\//, '');

interface ZoneInput {
  readonly Id?: string;
  readonly HostedZoneId?: string;
}

export function createRoute53(cloud: Cloud): Part & { service: AwsService; engine: Route53Engine } {
  const zones = new Map<string, Zone>();
  const publisher = new ZonePublisher(cloud.clock, zones);
  const server = new DnsServer({
    get zones() {
      return [...zones.values()];
    },
    addressesOf(name) {
      const [, dnsName] = loadBalancer.exec(name) ?? [];
      const here = dnsName && cloud.service<LoadBalancers>('elb').urlOf(dnsName);
      return dnsName ? (here ? ['127.0.0.1'] : []) : undefined;
    },
    random: Math.random,
  });
  cloud.onStop(() => server.stop());
  let nameServer = '';

  /** @throws NoSuchHostedZone */
  const zoneOf = ({ Id, HostedZoneId }: ZoneInput): Zone => {
    const id = bareId(Id ?? HostedZoneId);
    const zone = zones.get(id);
    if (!zone) throw errors.noZone(id);
    return zone;
  };
  const changeInfo = ({ id, status, submittedAt, comment }: Change) => ({
    ChangeInfo: { Id: `/change/${id}`, Status: status, SubmittedAt: submittedAt, Comment: comment },
  });
  const delegation = () => ({ DelegationSet: { NameServers: [nameServer] } });

  const operations: Record<string, Operation> = {
    CreateHostedZone(input: { Name?: string; CallerReference?: string; HostedZoneConfig?: { Comment?: string } }) {
      if (!input.Name || !input.CallerReference) throw errors.invalid('Name and CallerReference are required');
      if ([...zones.values()].some(({ callerReference }) => callerReference === input.CallerReference))
        throw errors.zoneExists(input.CallerReference);
      const zone: Zone = {
        id: newId('Z'),
        name: absolute(input.Name),
        callerReference: input.CallerReference,
        comment: input.HostedZoneConfig?.Comment ?? '',
        records: [],
        served: [],
      };
      zones.set(zone.id, zone);
      const change = publisher.submit(zone, apexRecords(zone.name, nameServer), undefined, newId('C'));
      return { HostedZone: zoneView(zone), ...changeInfo(change), ...delegation() };
    },

    GetHostedZone: (input: ZoneInput) => ({ HostedZone: zoneView(zoneOf(input)), ...delegation() }),

    DeleteHostedZone(input: ZoneInput) {
      const zone = zoneOf(input);
      if (zone.records.length > 2) throw errors.notEmpty();
      const change = publisher.submit(zone, [], undefined, newId('C'));
      zones.delete(zone.id);
      return changeInfo(change);
    },

    ListHostedZones(input) {
      const { zones: page, ...rest } = listZones([...zones.values()], input);
      return { HostedZones: page.map(zoneView), ...rest };
    },

    ListHostedZonesByName(input) {
      const { zones: page, ...rest } = listZonesByName([...zones.values()], input);
      return { HostedZones: page.map(zoneView), ...rest };
    },

    ListResourceRecordSets(input) {
      const { records, ...rest } = listRecords(zoneOf(input).records, input);
      return { ResourceRecordSets: records.map((each) => ({ ...each, Name: asAnswered(each.Name) })), ...rest };
    },

    ChangeResourceRecordSets(input: ZoneInput & { ChangeBatch?: { Changes?: RequestedChange[]; Comment?: string } }) {
      const zone = zoneOf(input);
      const records = applyBatch(zone, input.ChangeBatch?.Changes ?? []);
      return changeInfo(publisher.submit(zone, records, input.ChangeBatch?.Comment, newId('C')));
    },

    GetChange: (input: { Id?: string }) => changeInfo(publisher.get(bareId(input.Id))),
  };

  return {
    service: {
      signingName: 'route53',
      wire: { kind: 'rest-xml' },
      operations,
      operationOf: (request) => routeOf(request)?.operation,
      inputOf(request) {
        const route = routeOf(request);
        return route && readInput(request, route);
      },
      async handle(request, call) {
        const route = routeOf(request);
        const run = route && operations[route.operation];
        if (!run) throw unknownOperation('xml', `${request.method} ${request.path}`);
        const output = await run(readInput(request, route), call);
        return writeAnswer(route, output as object, call.requestId);
      },
    },
    engine: { settle: () => publisher.settle() },
    async start() {
      nameServer = await server.start();
      return { url: nameServer };
    },
  };
}

const zoneView = (zone: Zone) => ({
  Id: `/hostedzone/${zone.id}`,
  Name: asAnswered(zone.name),
  CallerReference: zone.callerReference,
  Config: { Comment: zone.comment, PrivateZone: false },
  ResourceRecordSetCount: zone.records.length,
});
