import type { Check } from '#shared/evidence/check';
import { md, table } from '#shared/evidence/markdown';
import type { Report } from '#shared/runtime/run';
import type { ImageTrail, Trail } from './apply.ts';
import { check } from './checks.ts';
import { compressedSize } from './oci-layout.ts';

/** Checks of every gate that was reached; the outputs name only images whose digest was proven in ECR. */
export function report({ images, steps }: Trail, tag: string, at: string): Report {
  const proven = images.filter(({ image, proven: digest }) => digest === image.digest);
  // No image is tagged unless the scans of all let it through: until then there is nothing to prove.
  const tagged = images.every(({ scan }) => scan?.kind === 'open');
  const all = proven.length === images.length;
  return {
    checks: images.flatMap((trail) => [
      ...gatesOf(trail, at),
      ...(tagged && trail.pushed ? [proofOf(trail, tag, at)] : []),
    ]),
    outputs: {
      images: all
        ? JSON.stringify(
            Object.fromEntries(proven.map(({ image }) => [image.name, `${image.repository}@${image.digest}`])),
          )
        : '',
      digests: all ? JSON.stringify(Object.fromEntries(proven.map(({ image }) => [image.name, image.digest]))) : '',
    },
    summary: md`## Images ${tag}

${table(
  ['Image', 'Digest', 'Size', 'Scan', 'Pushed'],
  images.map(({ image, size, scan, proven: digest }) => [
    image.name,
    image.digest,
    size.because,
    scan?.because ?? 'not reached',
    digest === image.digest ? 'yes' : 'no',
  ]),
)}
`,
    timeline: steps,
  };
}

function gatesOf({ image, size, tag: decision, scan }: ImageTrail, at: string): Check[] {
  const checks = [
    check('images.size', image.name, size.kind === 'open' ? 'pass' : 'fail', size.because, {
      measured: compressedSize(image.manifest),
      expected: image.maxSize,
      source: 'the OCI layout',
      at,
    }),
  ];
  if (decision)
    checks.push(
      check('images.immutable-tag', image.name, decision.kind === 'refuse' ? 'fail' : 'pass', decision.because, {
        measured: image.digest,
        source: 'ecr:DescribeImages',
        at,
      }),
    );
  if (scan) {
    const verdict = scan.kind === 'open' ? 'pass' : scan.unknown ? 'inconclusive' : 'fail';
    const nothing = scan.kind === 'closed' ? '; nothing was tagged' : '';
    const source = scan.scanner === 'ECR' ? 'ecr:DescribeImageScanFindings' : 'trivy image';
    checks.push(
      check('images.no-critical-vulnerabilities', image.name, verdict, `${scan.because}${nothing}`, { source, at }),
    );
  }
  return checks;
}

function proofOf({ image, proven }: ImageTrail, tag: string, at: string): Check {
  const same = proven === image.digest;
  return check(
    'images.digest-proven',
    image.name,
    same ? 'pass' : 'inconclusive',
    same
      ? `built, scanned and pushed bytes are the same: ${image.repository}:${tag} is ${image.digest}`
      : `${image.repository}:${tag} is ${proven ?? 'not set'}, built was ${image.digest}`,
    { measured: proven, expected: image.digest, source: 'ecr:DescribeImages', at },
  );
}
