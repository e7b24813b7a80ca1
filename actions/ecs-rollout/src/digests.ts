import type { Going } from './plan.ts';
import { imagesIn } from './resolve.ts';
import type { Verified } from './verify/verify.ts';

/**
 * Digests that each container may run. A tag stands for what ECR has under it now, where new tasks are started from it;
 * one that is not in ECR holds its container to nothing.
 */
export function digestsOf(decision: Going, images: Verified['images']): Record<string, readonly string[]> {
  const { view } = decision;
  const startsTasks = decision.kind === 'deploy' && !decision.quiet;
  const entries = Object.entries(imagesIn(view.target)).flatMap(([container, image]): [string, readonly string[]][] => {
    const found = images.get(image);
    const own = image.split('@')[1];
    const known = found?.kind === 'found' ? found.value.digests : [];
    if (own) return [[container, [...new Set([own, ...known])]]];
    return startsTasks && known.length > 0 ? [[container, known]] : [];
  });
  return Object.fromEntries(entries);
}
