import type { Drill } from './drill.ts';

const nowhere = `sha256:${'0'.repeat(64)}`;

export const imageDrills: readonly Drill[] = [
  {
    name: 'image-missing',
    title: 'The front end’s image is gone from the registry when the roll-out is planned',
    outputs: {
      job: 'build',
      change: (outputs) => {
        const images = JSON.parse(outputs.images ?? '{}') as Record<string, string>;
        const [last] = Object.keys(images).slice(-1);
        if (last) images[last] = (images[last] ?? '').replace(/sha256:[0-9a-f]{64}/, nowhere);
        return { ...outputs, images: JSON.stringify(images) };
      },
    },
    expect: {
      result: 'failure',
      job: 'brief',
      says: /ROLLOUT_IMAGE_NOT_FOUND/,
      tells: /frontend.*is not in the repository/s,
      served: 'old',
      untouched: true,
    },
  },
  {
    name: 'image-too-big',
    title: 'An image is larger than golive.yml allows',
    edits: { 'golive.yml': (text) => text.replace(/max-size: \S+/, 'max-size: 1MB') },
    expect: {
      result: 'failure',
      job: 'build',
      says: /size|large|big/i,
      tells: /MB compressed, at most 1\.0 MB/,
      served: 'old',
      pushed: false,
      untouched: true,
    },
  },
  {
    name: 'critical-vulnerability',
    title: 'The scanner knows a critical vulnerability in a package of the back end',
    advisory: { package: 'pg', severity: 'CRITICAL', id: 'CVE-2026-99999' },
    expect: {
      result: 'failure',
      job: 'build',
      says: /CVE-2026-99999/,
      tells: /backend.*CVE-2026-99999/s,
      served: 'old',
      pushed: false,
      untouched: true,
    },
  },
];
