// Takes the picture of a dossier that the README shows: node scripts/screenshot.mjs DOSSIER.html PICTURE.png
// Needs Chromium; CHROMIUM names it where it is not /usr/bin/chromium.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [page, picture] = process.argv.slice(2);
if (page === undefined || picture === undefined) {
  console.error('usage: node scripts/screenshot.mjs DOSSIER.html PICTURE.png');
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const tab = await browser.newPage({ viewport: { width: 1200, height: 1400 } });
  await tab.goto(pathToFileURL(resolve(page)).href);
  await tab.screenshot({ path: picture });
} finally {
  await browser.close();
}
