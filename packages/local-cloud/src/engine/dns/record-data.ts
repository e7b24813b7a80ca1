import type { Answer } from 'dns-packet';

const bare = (name: string) => name.replace(/\.$/, '');

/** The strings of a TXT or CAA value: `"a" "b"` with backslash escapes. */
const quoted = (value: string): string[] =>
  [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));

/** A value in Route 53's notation as a DNS answer; undefined for a type that DNS clients no longer ask for. */
export function dnsAnswer(owner: string, type: string, ttl: number, value: string): Answer | undefined {
  const name = bare(owner);
  const words = value.trim().split(/\s+/);
  const [first = '', second = '', third = '', fourth = ''] = words;
  switch (type) {
    case 'A':
    case 'AAAA':
      return { name, type, ttl, data: value };
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return { name, type, ttl, data: bare(value) };
    case 'TXT':
      return { name, type, ttl, data: quoted(value) };
    case 'MX':
      return { name, type, ttl, data: { preference: Number(first), exchange: bare(second) } };
    case 'SRV':
      return {
        name,
        type,
        ttl,
        data: { priority: Number(first), weight: Number(second), port: Number(third), target: bare(fourth) },
      };
    case 'CAA':
      return {
        name,
        type,
        ttl,
        data: { flags: Number(first), tag: second as 'issue', value: quoted(value)[0] ?? bare(third) },
      };
    case 'SOA': {
      const [serial, refresh, retry, expire, minimum] = words.slice(2).map(Number);
      return {
        name,
        type,
        ttl,
        data: { mname: bare(first), rname: bare(second), serial, refresh, retry, expire, minimum },
      };
    }
    default:
      return undefined;
  }
}
