/** HTML whose every hole was escaped. Only `html` and `trustedHtml` make one. */
export class Html {
  readonly text: string;
  readonly #made = true;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.#made ? this.text : '';
  }
}

/** What may stand in a hole: text is escaped, HTML is kept, a list is joined, nothing is nothing. */
export type HtmlHole = string | number | boolean | bigint | null | undefined | Html | readonly HtmlHole[];

/** HTML with untrusted holes, in text and in quoted attributes. A hole is no place for a URL's scheme, a script or a style. */
export function html(strings: TemplateStringsArray, ...holes: readonly HtmlHole[]): Html {
  return new Html(strings.map((text, index) => text + (index < holes.length ? fill(holes[index]) : '')).join(''));
}

/** Text that the program itself wrote as HTML. Never for anything that came from outside. */
export function trustedHtml(text: string): Html {
  return new Html(text);
}

/** Escapes text for an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(/`/g, '&#96;');
}

function fill(hole: HtmlHole): string {
  if (hole === null || hole === undefined) return '';
  if (hole instanceof Html) return hole.text;
  if (Array.isArray(hole)) return hole.map(fill).join('');
  return escapeHtml(String(hole));
}
