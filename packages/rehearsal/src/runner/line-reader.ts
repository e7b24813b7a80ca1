// What a step prints, line by line: commands are obeyed, the rest is shown with its secrets hidden.
import { parseCommand, WITHDRAWN } from './commands.ts';
import type { Run } from './run.ts';

export interface LineReader {
  readonly line: (text: string) => void;
  /** The latest `::error::`, which is how an action says why it failed. */
  readonly lastError: () => string | undefined;
}

export function createLineReader(run: Pick<Run, 'masks' | 'emit'>, job: string): LineReader {
  let error: string | undefined;
  let stopToken: string | undefined;
  const show = (text: string): void => run.emit({ kind: 'line', job, text: run.masks.apply(text) });
  return {
    lastError: () => error,
    line(text) {
      const command = parseCommand(text);
      if (stopToken !== undefined) {
        if (command?.name === stopToken) stopToken = undefined;
        else show(text);
        return;
      }
      if (!command) return show(text);
      const data = run.masks.apply(command.data);
      switch (command.name) {
        case 'add-mask':
          return run.masks.add(command.data);
        case 'error':
        case 'warning':
        case 'notice': {
          if (command.name === 'error') error = data;
          const { file, line } = command.properties;
          const at = file ? `${file}${line ? `:${line}` : ''}: ` : '';
          return run.emit({ kind: 'annotation', job, level: command.name, text: at + data });
        }
        case 'group':
          return show(`> ${command.data}`);
        case 'endgroup':
        case 'debug':
        case 'echo':
          return;
        case 'stop-commands':
          stopToken = command.data;
          return;
        default:
          if (WITHDRAWN.has(command.name)) {
            error = `the command ::${command.name}:: no longer exists`;
            return run.emit({ kind: 'annotation', job, level: 'error', text: error });
          }
          return show(text);
      }
    },
  };
}
