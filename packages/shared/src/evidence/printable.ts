import { stripVTControlCharacters } from 'node:util';

/** Text without terminal sequences, control characters (line breaks and tabs stay) and marks that reorder what is read. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/(?![\t\n\r])\p{Cc}|\p{Bidi_Control}/gu, '');
}
