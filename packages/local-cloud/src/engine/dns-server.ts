import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';
import dnsPacket, { type Answer, type DecodedPacket } from 'dns-packet';
import { type Authority, type Rcode, reply } from './dns/answers.ts';

// https://www.rfc-editor.org/rfc/rfc1035#section-4.1.1 and https://www.rfc-editor.org/rfc/rfc6891 for the sizes
const rcodes: Readonly<Record<Rcode | 'FORMERR' | 'NOTIMP', number>> = {
  NOERROR: 0,
  FORMERR: 1,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
};
const plainUdpSize = 512;
const ednsUdpSize = 1232;

/** An authoritative name server on one loopback port, over UDP and TCP. It never recurses. */
export class DnsServer {
  readonly #authority: Authority;
  readonly #connections = new Set<Socket>();
  #udp: UdpSocket | undefined;
  #tcp: Server | undefined;

  constructor(authority: Authority) {
    this.#authority = authority;
  }

  /** @returns `127.0.0.1:port` */
  async start(): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const tcp = createServer((socket) => this.#serve(socket));
      await new Promise<void>((resolve, reject) => tcp.once('error', reject).listen(0, '127.0.0.1', resolve));
      const address = tcp.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      const udp = createSocket('udp4');
      try {
        await new Promise<void>((resolve, reject) => udp.once('error', reject).bind(port, '127.0.0.1', resolve));
      } catch (error) {
        // The port is free for TCP but another program has it for UDP.
        tcp.close();
        udp.close();
        if (attempt === 20) throw error;
        continue;
      }
      udp.removeAllListeners('error').on('error', () => {});
      udp.on('message', (message, peer) => {
        const answer = this.#answer(message, true);
        if (answer) udp.send(answer, peer.port, peer.address, () => {});
      });
      [this.#tcp, this.#udp] = [tcp, udp];
      return `127.0.0.1:${port}`;
    }
  }

  async stop(): Promise<void> {
    for (const connection of this.#connections) connection.destroy();
    await new Promise<void>((resolve) => (this.#udp ? this.#udp.close(() => resolve()) : resolve()));
    await new Promise<void>((resolve) => (this.#tcp ? this.#tcp.close(() => resolve()) : resolve()));
  }

  /** Each message over TCP follows its length in two bytes; a client may send several. */
  #serve(socket: Socket): void {
    this.#connections.add(socket);
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on('error', () => {});
    socket.once('close', () => this.#connections.delete(socket));
    let received = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
        const length = received.readUInt16BE(0);
        const answer = this.#answer(received.subarray(2, 2 + length), false);
        received = received.subarray(2 + length);
        if (!answer) return void socket.destroy();
        const prefix = Buffer.alloc(2);
        prefix.writeUInt16BE(answer.length);
        socket.write(Buffer.concat([prefix, answer]));
      }
    });
  }

  /** Undefined for what is no query at all: such a datagram gets no answer. */
  #answer(message: Buffer, udp: boolean): Buffer | undefined {
    if (message.length < 12 || message.readUInt8(2) & 0x80) return undefined;
    const id = message.readUInt16BE(0);
    if ((message.readUInt8(2) >> 3) & 0xf) return refusal(id, rcodes.NOTIMP);
    let query: DecodedPacket;
    try {
      query = dnsPacket.decode(message);
    } catch {
      return refusal(id, rcodes.FORMERR);
    }
    const [question] = query.questions ?? [];
    if (!question || query.questions?.length !== 1) return refusal(id, rcodes.FORMERR);
    const { rcode, authoritative, answers, authorities } = reply(this.#authority, question);
    const edns = (query.additionals ?? []).find((each) => each.type === 'OPT');
    const additionals: Answer[] = edns
      ? [
          {
            type: 'OPT',
            name: '.',
            udpPayloadSize: ednsUdpSize,
            extendedRcode: 0,
            ednsVersion: 0,
            flags: 0,
            flag_do: false,
            options: [],
          },
        ]
      : [];
    const flags =
      rcodes[rcode] |
      (authoritative ? dnsPacket.AUTHORITATIVE_ANSWER : 0) |
      (query.flag_rd ? dnsPacket.RECURSION_DESIRED : 0);
    const head = { type: 'response' as const, id, questions: [question], additionals };
    const whole = dnsPacket.encode({ ...head, flags, answers: [...answers], authorities: [...authorities] });
    const room = edns ? Math.max(plainUdpSize, Math.min(edns.udpPayloadSize, ednsUdpSize)) : plainUdpSize;
    if (!udp || whole.length <= room) return whole;
    return dnsPacket.encode({ ...head, flags: flags | dnsPacket.TRUNCATED_RESPONSE, answers: [], authorities: [] });
  }
}

const refusal = (id: number, rcode: number): Buffer =>
  dnsPacket.encode({ type: 'response', id, flags: rcode, questions: [] });
