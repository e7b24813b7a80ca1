/** Lower case with a dot at the end; `\052` is how Route 53 writes the asterisk. */
export function absolute(name: string): string {
  const lower = name.toLowerCase().replaceAll('\\052', '*');
  return lower.endsWith('.') ? lower : `${lower}.`;
}

export const asAnswered = (name: string): string => name.replaceAll('*', '\\052');

export const liesIn = (name: string, zone: string): boolean => name === zone || name.endsWith(`.${zone}`);

/** Route 53 lists by the labels from the right: com.example, com.example.api. */
export const compareNames = (a: string, b: string): number => compare(reversed(a), reversed(b));

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// A space sorts before every character of a name, so that a parent comes before its children's siblings.
const reversed = (name: string) => name.replace(/\.$/, '').split('.').reverse().join(' ');
