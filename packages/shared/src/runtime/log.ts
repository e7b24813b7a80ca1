import { annotation, escapeCommandData, inert, type Place } from '../evidence/commands.ts';

/** The step's log. Whatever text it is given, the runner never takes it for a command. */
export interface Log {
  info(text: string): void;
  /** A line in the log and an annotation of the run. */
  warn(text: string, place?: Place): void;
  error(text: string, place?: Place): void;
  /** Folds everything that `body` logs under a title. */
  group<T>(title: string, body: () => Promise<T> | T): Promise<T>;
}

/** A log that hides secrets and hands whole lines to `write`. */
export function createLog(write: (line: string) => void, redact: (text: string) => string): Log {
  const clean = (text: string) => inert(redact(text));
  return {
    info: (text) => write(clean(text)),
    warn: (text, place) => write(annotation('warning', clean(text), place)),
    error: (text, place) => write(annotation('error', clean(text), place)),
    group: async (title, body) => {
      write(`::group::${escapeCommandData(clean(title))}`);
      try {
        return await body();
      } finally {
        write('::endgroup::');
      }
    },
  };
}
