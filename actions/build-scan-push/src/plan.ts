import type { DockerRoute } from './choose-docker.ts';

/** One vulnerability that a scanner found. */
export interface Finding {
  readonly id: string;
  readonly severity: string;
  readonly package: string;
  readonly version: string;
  readonly fixedIn?: string;
}

/** "The scanner could not look" is not "the scanner found nothing". */
export type ScanResult =
  | { readonly kind: 'scanned'; readonly scanner: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'unknown'; readonly scanner: string; readonly because: string };

export type Gate =
  | { readonly kind: 'open'; readonly because: string }
  | { readonly kind: 'closed'; readonly because: string };

export type ScanGate = Gate & {
  readonly scanner: string;
  /** Closed because nothing could be found out, not because something was found. */
  readonly unknown?: true;
};

export function gateSize(size: number, maximum: number | undefined): Gate {
  if (maximum === undefined) return { kind: 'open', because: `${megabytes(size)} compressed, no max-size set` };
  const because = `${megabytes(size)} compressed, at most ${megabytes(maximum)}`;
  return { kind: size > maximum ? 'closed' : 'open', because };
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

export function gateScan(scan: ScanResult, failOn: readonly string[]): ScanGate {
  const { scanner } = scan;
  if (scan.kind === 'unknown')
    return { kind: 'closed', scanner, unknown: true, because: `${scanner} could not tell: ${scan.because}` };
  const bad = scan.findings.filter((finding) => failOn.includes(finding.severity));
  if (bad.length === 0)
    return {
      kind: 'open',
      scanner,
      because: `${scanner} found ${scan.findings.length} vulnerabilities, none ${failOn.join(' or ')}`,
    };
  const named = bad.slice(0, 5).map(({ id, severity, package: what, version, fixedIn }) => {
    const fix = fixedIn ? `, fixed in ${fixedIn}` : ', no fix yet';
    return `${id} (${severity}) in ${what} ${version}${fix}`;
  });
  const more = bad.length > 5 ? ` and ${bad.length - 5} more` : '';
  return { kind: 'closed', scanner, because: `${scanner} found ${named.join('; ')}${more}` };
}

export type TagDecision =
  | { readonly kind: 'set' | 'leave'; readonly because: string }
  | { readonly kind: 'refuse'; readonly because: string };

/** A tag is set once: the same digest under it is success, another one is never replaced. */
export function decideTag(tag: string, digest: string, existing: string | undefined): TagDecision {
  if (existing === undefined) return { kind: 'set', because: `${tag} is free` };
  if (existing === digest) return { kind: 'leave', because: `${tag} already is ${digest}` };
  return {
    kind: 'refuse',
    because: `${tag} already is ${existing}, and this build is ${digest}; release under a new version`,
  };
}

/** A tag of an image: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
export function tagOf(ref: string): string | undefined {
  const tag = ref.replace(/^refs\/(tags|heads)\//, '').replaceAll('/', '-');
  return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag) ? tag : undefined;
}

export type Builder =
  | { readonly kind: 'command'; readonly argv: readonly string[]; readonly because: string }
  | { readonly kind: 'docker'; readonly route: 'export' | 'save'; readonly because: string }
  | { readonly kind: 'none'; readonly because: string; readonly hint: string };

/** Who builds an image: what the user named, and on `auto` the image's own command before Docker. */
export function chooseBuilder(
  wanted: 'auto' | 'docker' | 'command',
  argv: readonly string[] | undefined,
  docker: DockerRoute,
): Builder {
  if (wanted !== 'docker' && argv) return { kind: 'command', argv, because: 'it has a build-command' };
  if (wanted === 'command')
    return { kind: 'none', because: 'it has no build-command', hint: 'give it one, or let the input builder be auto' };
  return docker.kind === 'none' ? docker : { kind: 'docker', route: docker.kind, because: docker.because };
}
