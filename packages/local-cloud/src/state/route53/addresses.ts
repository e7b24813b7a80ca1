export const isIPv4 = (text: string): boolean => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text);

/** Any spelling, with `::` at most once; a dotted end stands for two groups. */
export function isIPv6(text: string): boolean {
  const [, dotted] = /:(\d+\.\d+\.\d+\.\d+)$/.exec(text) ?? [];
  if (dotted && !isIPv4(dotted)) return false;
  const plain = dotted ? `${text.slice(0, -dotted.length)}0:0` : text;
  const halves = plain.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2 || !groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}
