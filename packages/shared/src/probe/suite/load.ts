import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseSuite } from './parse-suite.ts';
import { type Plan, plan } from './plan.ts';

/** Reads the suites that the globs name, below a folder, and plans them; a glob without a file is a mistake. */
export async function loadSuites(patterns: readonly string[], folder: string): Promise<Plan> {
  const files = new Set<string>();
  const mistakes: string[] = [];
  for (const pattern of patterns) {
    let matches = 0;
    for await (const file of glob(pattern, { cwd: folder })) {
      matches += 1;
      files.add(file);
    }
    if (matches === 0) mistakes.push(`no file matches ${pattern} in ${folder}`);
  }
  if (mistakes.length > 0) return { kind: 'refuse', because: 'suites are missing', mistakes };
  const texts = await Promise.all(
    [...files].sort().map(async (file) => ({ file, text: await readFile(path.join(folder, file), 'utf8') })),
  );
  return plan(texts.map(({ file, text }) => parseSuite(file, text)));
}
