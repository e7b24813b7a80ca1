/** One report as it lay in the workspace. */
export interface ReportFile {
  /** Relative to the workspace. */
  readonly file: string;
  readonly text: string;
}

/** What the globs of a report led to. A report that is not there, or cannot be read, never counts as a good one. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly files: readonly ReportFile[];
      /** Files with the very bytes of another one, which would count twice. */
      readonly copies: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly why: string };

/** A report that is not what it should be. The message begins with what is wrong, and does not name the file. */
export class ReportError extends Error {}
