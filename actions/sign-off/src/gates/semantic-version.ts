/** The parts of a version that decide which of two is newer. */
export interface SemanticVersion {
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly prerelease: readonly string[];
}

const number = '(0|[1-9]\\d*)';
const identifiers = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
const form = new RegExp(`^v?${number}\\.${number}\\.${number}(?:-(${identifiers}))?(?:\\+${identifiers})?$`);

/** A version after https://semver.org, with or without a `v` before it; undefined when it is none. */
export function parseVersion(text: string): SemanticVersion | undefined {
  const found = form.exec(text);
  if (found === null) return undefined;
  const [, major = '', minor = '', patch = '', prerelease] = found;
  const parts = prerelease?.split('.') ?? [];
  if (parts.some((part) => /^0\d+$/.test(part))) return undefined;
  return { numbers: [BigInt(major), BigInt(minor), BigInt(patch)], prerelease: parts };
}

/** Negative when `a` is older, positive when it is newer, 0 when neither: https://semver.org/#spec-item-11. */
export function compareVersions(a: SemanticVersion, b: SemanticVersion): number {
  for (const [at, one] of a.numbers.entries()) {
    const other = b.numbers[at] ?? 0n;
    if (one !== other) return one < other ? -1 : 1;
  }
  if (a.prerelease.length === 0 || b.prerelease.length === 0) return b.prerelease.length - a.prerelease.length;
  for (const [at, one] of a.prerelease.entries()) {
    const other = b.prerelease[at];
    if (other === undefined) return 1;
    if (one !== other) return compareIdentifiers(one, other);
  }
  return a.prerelease.length - b.prerelease.length;
}

function compareIdentifiers(one: string, other: string): number {
  const [isNumber, isOther] = [/^\d+$/.test(one), /^\d+$/.test(other)];
  if (isNumber && isOther) return BigInt(one) < BigInt(other) ? -1 : 1;
  if (isNumber !== isOther) return isNumber ? -1 : 1;
  return one < other ? -1 : 1;
}
