import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

// GitHub refuses a step's summary above 1 MiB.
const summaryLimit = 1024 * 1024 - 200;

/** Appends `name=value` to a file of the runner, such as GITHUB_OUTPUT. Nothing in the value can end it early. */
export function appendVariable(file: string | undefined, name: string, value: string): void {
  if (!file) return;
  const delimiter = `ghadelimiter_${randomUUID()}`;
  appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

/** Appends Markdown to the job summary, cut at a line when it is too long for GitHub. */
export function appendSummary(file: string | undefined, markdown: string): void {
  if (!file) return;
  appendFileSync(file, `${cut(markdown)}\n`);
}

function cut(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= summaryLimit) return text;
  const head = bytes.subarray(0, summaryLimit);
  return `${head.subarray(0, head.lastIndexOf('\n') + 1).toString()}\n\nCut here: GitHub shows at most 1 MiB. The evidence file has the rest.`;
}
