/** The lines of a container without a terminal, from the engine's stream of frames. */
import { StringDecoder } from 'node:string_decoder';

/** Each frame has a header of eight bytes: the stream (1 out, 2 err), three zeros, the length as a big-endian number. */
const HEADER = 8;

/** Takes chunks cut anywhere; `onLine` gets whole lines, each stream's apart, and at the end what has no line break. */
export function outputLines(onLine: (line: string) => void) {
  let waiting: Buffer = Buffer.alloc(0);
  const streams = new Map<number, { readonly decoder: StringDecoder; rest: string }>();
  const write = (stream: number, bytes: Buffer) => {
    const state = streams.get(stream) ?? { decoder: new StringDecoder('utf8'), rest: '' };
    streams.set(stream, state);
    const lines = (state.rest + state.decoder.write(bytes)).split('\n');
    state.rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.replace(/\r$/, ''));
  };
  return {
    write(chunk: Buffer): void {
      waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
      while (waiting.length >= HEADER) {
        const end = HEADER + waiting.readUInt32BE(4);
        if (waiting.length < end) return;
        write(waiting.readUInt8(0), waiting.subarray(HEADER, end));
        waiting = waiting.subarray(end);
      }
    },
    end(): void {
      for (const { decoder, rest } of streams.values()) {
        const last = rest + decoder.end();
        if (last) onLine(last);
      }
    },
  };
}
