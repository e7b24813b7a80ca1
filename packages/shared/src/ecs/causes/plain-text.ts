/** Longest text of AWS's, or of a container's, that is read and shown; ECS itself cuts reasons at 1024 characters. */
const MOST = 1100;

/**
 * A text from outside, fit to be shown in one line: without control characters, line ends and the marks that turn a
 * text around, and no longer than a person reads.
 */
export function plainText(text: string): string {
  const plain = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
    .replace(/\x1b\[[0-9;?]*[ -/]*[@-~]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return plain.length > MOST ? `${plain.slice(0, MOST - 1)}…` : plain;
}
