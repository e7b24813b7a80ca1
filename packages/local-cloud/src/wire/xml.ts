import type { ListNames } from './aws-service.ts';

export function escapeXml(text: string): string {
  return (
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/\r/g, '&#xD;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
  );
}

/** `<name>…</name>` for a value; a list becomes `<name><item>…</item>…</name>`, nothing at all for undefined. */
export function toXml(name: string, value: unknown, lists: ListNames = {}): string {
  if (value === undefined || value === null) return '';
  return `<${name}>${content(name, value, lists)}</${name}>`;
}

function content(name: string, value: unknown, lists: ListNames): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => toXml(lists[name] ?? 'member', item, lists)).join('');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, each]) => toXml(key, each, lists))
      .join('');
  return escapeXml(String(value));
}
