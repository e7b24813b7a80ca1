import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import {
  AUTHORITATIVE_ANSWER,
  decode,
  encode,
  type Packet,
  streamDecode,
  streamEncode,
  TRUNCATED_RESPONSE,
} from 'dns-packet';
import { askNameServer, parseNameServer } from '../../src/probe/dns.ts';

/** An authoritative server that says `udp` over UDP and `tcp` over TCP. */
async function aNameServer(udp: (query: Packet) => Packet | undefined, tcp?: (query: Packet) => Packet) {
  const server = createServer((socket) => {
    socket.once('data', (data) => {
      if (tcp) socket.end(streamEncode(tcp(streamDecode(data))));
      else socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const answer = udp(decode(message));
    if (answer) socket.send(encode(answer), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(port, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      socket.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
const answer = (query: Packet, flags: number, value?: string): Packet => ({
  type: 'response',
  id: query.id ?? 0,
  flags,
  questions: query.questions ?? [],
  answers: value ? [{ type: 'A', name: 'api.example.com', ttl: 60, data: value }] : [],
});
const second = { ms: 1000 };

test('the answer tells authority, code, records and their TTL, and recursion is not asked for', async () => {
  let asked: Packet | undefined;
  await using server = await aNameServer((query) => {
    asked = query;
    return answer(query, AUTHORITATIVE_ANSWER, '192.0.2.1');
  });
  expect(await askNameServer(server.address, 'api.example.com.', 'A', second)).toEqual({
    authoritative: true,
    rcode: 'NOERROR',
    records: [{ type: 'A', value: '192.0.2.1', ttl: 60 }],
    transport: 'udp',
  });
  expect((asked as { flag_rd?: boolean }).flag_rd).toBe(false);
});

test('an answer that was cut off is asked for again over TCP', async () => {
  await using server = await aNameServer(
    (query) => answer(query, AUTHORITATIVE_ANSWER | TRUNCATED_RESPONSE),
    (query) => answer(query, AUTHORITATIVE_ANSWER, '192.0.2.2'),
  );
  const { transport, records } = await askNameServer(server.address, 'api.example.com', 'A', second);
  expect([transport, records[0]?.value]).toEqual(['tcp', '192.0.2.2']);
});

test('one lost datagram is no silent server', async () => {
  let asked = 0;
  await using server = await aNameServer((query) => (asked++ === 0 ? undefined : answer(query, 0, '192.0.2.3')));
  const { authoritative } = await askNameServer(server.address, 'api.example.com', 'A', { ms: 150 });
  expect([authoritative, asked]).toEqual([false, 2]);
});

test('an answer to another question is not taken', async () => {
  await using server = await aNameServer((query) => ({ ...answer(query, 0, '192.0.2.4'), id: (query.id ?? 0) ^ 1 }));
  await expect(askNameServer(server.address, 'api.example.com', 'A', { ms: 100 })).rejects.toThrow(/no answer in time/);
});

test('a refusal is an answer', async () => {
  await using server = await aNameServer((query) => answer(query, 5));
  expect((await askNameServer(server.address, 'api.example.com', 'A', second)).rcode).toBe('REFUSED');
});

test.each([
  ['ns-1.awsdns-00.com.', { host: 'ns-1.awsdns-00.com', port: 53 }],
  ['127.0.0.1:5353', { host: '127.0.0.1', port: 5353 }],
  ['[::1]:54', { host: '::1', port: 54 }],
])('%s is read', (text, expected) => {
  expect(parseNameServer(text)).toEqual(expected);
});
