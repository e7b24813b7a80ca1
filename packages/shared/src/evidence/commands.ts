import { printable } from './printable.ts';

/** Where an annotation points: a file of the repository and a line in it, from 1. */
export interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly title?: string | undefined;
}

/** Escapes the text of a workflow command. https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
export function escapeCommandData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** Escapes a property of a workflow command. */
export function escapeCommandProperty(text: string): string {
  return escapeCommandData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** A workflow command that annotates the run: `::error file=golive.yml,line=14::…`. */
export function annotation(level: 'error' | 'warning' | 'notice', text: string, place: Place = {}): string {
  const properties = Object.entries(place)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${escapeCommandProperty(String(value))}`);
  return `::${level}${properties.length > 0 ? ` ${properties.join(',')}` : ''}::${escapeCommandData(text)}`;
}

/** Text for the log that the runner cannot take for a command, nor a terminal for control codes. */
export function inert(text: string): string {
  return (
    printable(text)
      .split(/\r\n|\r|\n/)
      // The runner trims a line before it looks for `::`, and looks for `##[` anywhere in it.
      .map((line) => line.replace(/^(\s*):(?=:)/, '$1:\u200b').replace(/##\[/g, '#\u200b#['))
      .join('\n')
  );
}
