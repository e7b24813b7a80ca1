import { isRecord } from './check-shape.ts';
import { secretLike, secretName } from './secret-like.ts';

/** What kind of value is shown, and what it is called. */
export interface Leaf {
  readonly kind: 'plain' | 'image' | 'setting' | 'reference' | 'arguments' | 'item' | 'container';
  readonly name: string;
}

const hidden = '(hidden)';
const longest = 300;

/** Two values as people may see them: no secret, no digest in full, and different where the values are. */
export function shownPair(leaf: Leaf, from: unknown, to: unknown): { readonly from: string; readonly to: string } {
  if (leaf.kind === 'image' && typeof from === 'string' && typeof to === 'string') return imagePair(from, to);
  const shown = { from: clipped(shownValue(leaf, from)), to: clipped(shownValue(leaf, to)) };
  if (from === undefined || to === undefined || shown.from !== shown.to) return shown;
  return { from: shown.from, to: `${shown.to} with another value` };
}

function shownValue({ kind, name }: Leaf, value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return '(no value)';
  if (kind === 'container')
    return `container with image ${isRecord(value) ? shortImage(String(value.image ?? '(none)')) : ''}`;
  if (kind === 'image') return shortImage(String(value));
  if (kind === 'item') return isRecord(value) ? compact(value) : String(value);
  if (Array.isArray(value)) return `[${shownArguments(value).join(', ')}]`;
  if (typeof value !== 'string') return String(value);
  if (kind === 'setting' && secretLike(name, value)) return hidden;
  // A name or an ARN is where a secret is; anything else may be the secret itself, put there by mistake.
  if (kind === 'reference' && (!/^[\w./:+=@-]+$/.test(value) || secretLike('', value))) return hidden;
  return quoted(value);
}

/** Arguments, of which `--password x` and `--token=x` are not shown. */
function shownArguments(list: readonly unknown[]): string[] {
  return list.map((item, index) => {
    const text = String(item);
    const before = String(list[index - 1] ?? '');
    const isValueOf = /^--?[a-z]/i.test(before) && !before.includes('=') && !/^-/.test(text) ? before : '';
    return secretLike('', text) || (isValueOf && secretName(isValueOf)) ? hidden : JSON.stringify(item);
  });
}

function compact(value: Readonly<Record<string, unknown>>): string {
  return Object.entries(value)
    .map(([field, inner]) => {
      if (isRecord(inner)) return `${field} {${compact(inner)}}`;
      return `${field} ${shownValue({ kind: Array.isArray(inner) ? 'arguments' : 'setting', name: field }, inner)}`;
    })
    .join(', ');
}

/** An empty text, or one with spaces at its ends, would not be seen. */
const quoted = (text: string) => (text === '' || text.trim() !== text ? JSON.stringify(text) : text);

function clipped(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}

/** Of two images of one repository, what differs is shown: the digest or the tag. */
function imagePair(from: string, to: string): { readonly from: string; readonly to: string } {
  const [repositoryFrom, versionFrom] = parted(from);
  const [repositoryTo, versionTo] = parted(to);
  if (repositoryFrom === repositoryTo && versionFrom && versionTo) {
    const [short, other] = [shortVersion(versionFrom), shortVersion(versionTo)];
    return short === other ? { from: versionFrom, to: versionTo } : { from: short, to: other };
  }
  return { from: shortImage(from), to: shortImage(to) };
}

function parted(image: string): readonly [string, string] {
  const at = image.indexOf('@');
  const colon = image.indexOf(':', image.lastIndexOf('/', at < 0 ? undefined : at) + 1);
  const end = at < 0 ? colon : colon >= 0 && colon < at ? colon : at;
  return end < 0 ? [image, ''] : [image.slice(0, end), image.slice(end + 1)];
}

const shortVersion = (version: string) => version.replace(/(sha256:[a-f\d]{12})[a-f\d]{52}/, '$1…');
const shortImage = (image: string) => shortVersion(image);
