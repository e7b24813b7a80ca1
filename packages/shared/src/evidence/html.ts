import { Markup, templateOf } from './template.ts';

/** HTML whose every hole was escaped. Only `html` and `trustedHtml` make one. */
export class Html extends Markup {
  declare readonly language: 'html';
}

/** HTML with untrusted holes, in text and in quoted attributes. A hole is no place for a URL's scheme, a script or a style. */
export const html = templateOf(Html, escapeHtml).tag;

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
