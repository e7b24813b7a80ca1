import { getState, saveState, setOutput, setSecret, summary } from '@actions/core';

/** What an action tells the runner, and what the runner kept from its main part for its post step. */
export interface Runner {
  setOutput(name: string, value: string): void;
  saveState(name: string, value: string): void;
  /** Empty when nothing was saved under the name. */
  getState(name: string): string;
  setSecret(secret: string): void;
  appendSummary(markdown: string): Promise<void>;
}

/**
 * The runner that started this process. Where it gave no file for something, as outside GitHub, that is left out:
 * the toolkit would print outputs and state as commands that GitHub has disabled.
 */
export const thisRunner: Runner = {
  setOutput: (name, value) => {
    if (process.env.GITHUB_OUTPUT) setOutput(name, value);
  },
  saveState: (name, value) => {
    if (process.env.GITHUB_STATE) saveState(name, value);
  },
  getState,
  setSecret,
  appendSummary: async (markdown) => {
    if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(fitting(markdown), true).write();
  },
};

// GitHub refuses a step's summary above 1 MiB.
const summaryLimit = 1024 * 1024 - 200;

/** The text, cut at a line when it is too long for a job summary. */
export function fitting(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= summaryLimit) return text;
  const head = bytes.subarray(0, summaryLimit);
  return `${head.subarray(0, head.lastIndexOf('\n') + 1).toString()}\n\nCut here: GitHub shows at most 1 MiB. The evidence file has the rest.`;
}
