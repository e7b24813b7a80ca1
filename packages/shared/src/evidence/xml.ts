import { Markup, templateOf } from './template.ts';

/** XML whose every hole was escaped. Only `xml` makes one. */
export class Xml extends Markup {
  declare readonly language: 'xml';
}

/** XML with untrusted holes, in text and in double-quoted attributes. */
export const xml = templateOf(Xml, escapeXml).tag;

/** Escapes text for an element or a quoted attribute; what no XML 1.0 document may hold is left out. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // https://www.w3.org/TR/xml/#charsets
      .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&#39;')
  );
}
