import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import {
  type Answer,
  type DecodedPacket,
  decode,
  encode,
  type Packet,
  type RecordType,
  streamEncode,
} from 'dns-packet';
import type { Duration } from '../values/duration.ts';

/** One name server's answer to one question, asked of it alone (RD=0): node:dns can neither do that nor show AA. */
export interface NameServerAnswer {
  /** AA: the server speaks for the zone, and not from a cache. */
  readonly authoritative: boolean;
  /** NOERROR, NXDOMAIN, REFUSED … */
  readonly rcode: string;
  /** All records of the answer, CNAMEs on the way included. TTL in seconds. */
  readonly records: readonly { readonly type: string; readonly value: string; readonly ttl: number }[];
  readonly transport: 'udp' | 'tcp';
}

export interface NameServer {
  readonly host: string;
  readonly port: number;
}

/** `ns-1.awsdns-00.com`, `192.0.2.1:5353`, `[::1]:5353`. */
export function parseNameServer(text: string): NameServer {
  const [, bracketed, bare, port] = /^(?:\[([0-9a-f:.]+)\]|([^:\s]+?))\.?(?::(\d{1,5}))?$/i.exec(text.trim()) ?? [];
  const host = bracketed ?? bare;
  if (!host) throw new TypeError(`'${text}' is no name server: expected a host, or host:port`);
  return { host, port: port === undefined ? 53 : Number(port) };
}

// One lost datagram is no silent server; resolvers too send a question twice.
const UDP_TRIES = 2;

/**
 * Asks over UDP, and over TCP when the answer was cut off. `timeout` is for each attempt. Rejects when the server does
 * not answer; an answer that refuses is an answer.
 */
export async function askNameServer(
  server: string,
  name: string,
  type: RecordType,
  timeout: Duration,
  signal?: AbortSignal,
): Promise<NameServerAnswer> {
  const { host, port } = parseNameServer(server);
  const { address, family } = await lookup(host, { order: 'ipv4first' });
  const question: Packet = {
    type: 'query',
    id: randomInt(0x1_0000),
    flags: 0,
    questions: [{ type, name: name.replace(/\.$/, '') }],
    additionals: [
      {
        type: 'OPT',
        name: '.',
        udpPayloadSize: 1232,
        flags: 0,
        options: [],
        extendedRcode: 0,
        ednsVersion: 0,
        flag_do: false,
      },
    ],
  };
  const limit = () => AbortSignal.any([...(signal ? [signal] : []), AbortSignal.timeout(timeout.ms)]);
  let packet: DecodedPacket | undefined;
  for (let tries = 1; packet === undefined; tries++)
    packet = await overUdp({ host: address, port }, family, question, limit()).catch((error: unknown) => {
      signal?.throwIfAborted();
      if (tries >= UDP_TRIES) throw new Error(`${server} does not answer over UDP: ${reason(error)}`, { cause: error });
      return undefined;
    });
  if (!packet.flag_tc) return answerOf(packet, 'udp');
  const whole = await overTcp({ host: address, port }, question, limit()).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw new Error(`${server} does not answer over TCP: ${reason(error)}`, { cause: error });
  });
  return answerOf(whole, 'tcp');
}

function overUdp(to: NameServer, family: number, question: Packet, signal: AbortSignal): Promise<DecodedPacket> {
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
  const answer = new Promise<DecodedPacket>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    socket.on('error', reject);
    socket.on('message', (message) => {
      const packet = tryDecode(message);
      if (packet && answers(packet, question)) resolve(packet);
    });
    // Connected, the socket takes datagrams from this server alone and learns of a closed port.
    socket.connect(to.port, to.host, () => socket.send(encode(question)));
  });
  return answer.finally(() => socket.close());
}

function overTcp(to: NameServer, question: Packet, signal: AbortSignal): Promise<DecodedPacket> {
  const socket = connect(to.port, to.host);
  const answer = new Promise<DecodedPacket>((resolve, reject) => {
    let received = Buffer.alloc(0);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the connection was closed')));
    socket.on('connect', () => socket.write(streamEncode(question)));
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return;
      const packet = tryDecode(received.subarray(2, 2 + received.readUInt16BE(0)));
      if (packet && answers(packet, question)) resolve(packet);
      else reject(new Error('the answer is not one to the question'));
    });
  });
  return answer.finally(() => socket.destroy());
}

function tryDecode(message: Buffer): DecodedPacket | undefined {
  try {
    return decode(message);
  } catch {
    return undefined;
  }
}

function answers(packet: DecodedPacket, question: Packet): boolean {
  const [asked, echoed] = [question.questions?.[0], packet.questions?.[0]];
  return (
    packet.type === 'response' &&
    packet.id === question.id &&
    echoed?.type === asked?.type &&
    echoed?.name.toLowerCase() === asked?.name.toLowerCase()
  );
}

function answerOf(packet: DecodedPacket, transport: 'udp' | 'tcp'): NameServerAnswer {
  // dns-packet decodes the response code, and its types leave it out.
  const { rcode } = packet as DecodedPacket & { rcode?: string };
  const records = (packet.answers ?? []).flatMap((answer) => {
    const value = dataOf(answer);
    return value === undefined
      ? []
      : [{ type: answer.type, value, ttl: ('ttl' in answer ? answer.ttl : undefined) ?? 0 }];
  });
  return { authoritative: packet.flag_aa, rcode: rcode ?? 'NOERROR', records, transport };
}

function dataOf(answer: Answer): string | undefined {
  if (answer.type === 'OPT' || !('data' in answer)) return undefined;
  return typeof answer.data === 'string' ? answer.data : JSON.stringify(answer.data);
}

function reason(error: unknown): string {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  return name === 'TimeoutError' ? 'no answer in time' : (code ?? message ?? String(error));
}
