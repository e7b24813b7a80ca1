// The brief that a run has kept, as whoever is asked to sign reads it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readableMarkdown } from '../readable-markdown.ts';
import type { ArtifactStore } from '../runner/artifacts.ts';

export interface Brief {
  /** The first twelve digits, as they stand in the names of the jobs. */
  readonly short: string;
  readonly lines: readonly string[];
}

const sealed = z.looseObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) });

/** Undefined where the run has kept none. */
export function briefOf(artifacts: ArtifactStore, run: number): Brief | undefined {
  const folder = artifacts.find(String(run), 'brief');
  if (folder === undefined || !existsSync(join(folder, 'brief.json'))) return undefined;
  const { digest } = sealed.parse(JSON.parse(readFileSync(join(folder, 'brief.json'), 'utf8')));
  return { short: digest.slice(0, 12), lines: readableMarkdown(readFileSync(join(folder, 'brief.md'), 'utf8')) };
}
