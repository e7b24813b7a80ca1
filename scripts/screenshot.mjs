// Takes the pictures of a page: node scripts/screenshot.mjs PAGE.html PICTURE.png [light|dark|phone|print]…
// The first way gets the name itself, each further one its own: PICTURE-dark.png; `print` makes PICTURE.pdf.
// Needs Chromium; CHROMIUM names it where it is not /usr/bin/chromium.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [page, picture, ...asked] = process.argv.slice(2);
const ways = {
  light: { viewport: { width: 1200, height: 1400 }, colorScheme: 'light' },
  dark: { viewport: { width: 1200, height: 1400 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', deviceScaleFactor: 2 },
  print: { viewport: { width: 1200, height: 1400 } },
};
const wanted = asked.length > 0 ? asked : ['light'];
if (page === undefined || picture === undefined || wanted.some((way) => !(way in ways))) {
  console.error(`usage: node scripts/screenshot.mjs PAGE.html PICTURE.png [${Object.keys(ways).join('|')}]…`);
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const [index, way] of wanted.entries()) {
    const tab = await browser.newPage(ways[way]);
    await tab.goto(pathToFileURL(resolve(page)).href);
    const named = index === 0 ? picture : picture.replace(/\.png$/, `-${way}.png`);
    if (way === 'print')
      await tab.pdf({ path: picture.replace(/\.png$/, '.pdf'), format: 'A4', preferCSSPageSize: true });
    else await tab.screenshot({ path: named });
    await tab.close();
  }
} finally {
  await browser.close();
}
