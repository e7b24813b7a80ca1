import { createHash } from 'node:crypto';
import { type Html, html } from '../html.ts';
import { style } from './style.ts';

/**
 * A whole page that needs nothing else: no script, no font, no picture from elsewhere. Its policy admits {@link style}
 * as the only style, by its hash, so that what slips into the page can neither run nor load anything.
 */
export function documentOf({ title, body }: { readonly title: string; readonly body: Html }): string {
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>\n<html lang="en">\n${html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>`}
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** Base64, as a content security policy wants it. */
export const styleHash: string = createHash('sha256').update(style).digest('base64');
