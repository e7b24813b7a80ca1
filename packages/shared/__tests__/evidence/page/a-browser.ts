// A page as a person sees it: in Chromium, with the rules of axe-core asked about it.
import { existsSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const axe = axeSource();

/** Why no page can be looked at here; undefined where one can. */
export const whyNot = !existsSync(executablePath)
  ? `there is no Chromium at ${executablePath}`
  : axe === undefined
    ? 'axe-core is not installed'
    : undefined;

export const ways = {
  light: { viewport: { width: 1200, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1200, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  'dark phone': { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
} as const;

export type Way = keyof typeof ways;

export async function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  return chromium.launch({ executablePath, args, timeout: 60_000 });
}

/** The page, with everything unfolded, so that nothing in it escapes a look. */
export async function show(browser: Browser, html: string, way: Way): Promise<Page> {
  // Its policy admits no script, and axe is one; every other rule of the page stays.
  const tab = await browser.newPage({ ...ways[way], bypassCSP: true });
  await tab.setContent(html);
  await tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
  return tab;
}

/** What axe-core finds wrong, by its rules for WCAG 2.2 AA and for good practice: `rule: where`. */
export async function faultsOf(tab: Page): Promise<readonly string[]> {
  await tab.evaluate(axe ?? '');
  const found = (await tab.evaluate('axe.run(document)')) as {
    violations: { id: string; help: string; nodes: { html: string }[] }[];
  };
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** How many pixels stand beyond the right edge: of the page, or of a frame that would cut them off. */
export async function overflowOf(tab: Page): Promise<number> {
  return (await tab.evaluate(
    "Math.max(...[document.documentElement, ...document.querySelectorAll('.rows, .verbatim, .cards li')].map((one) => one.scrollWidth - one.clientWidth))",
  )) as number;
}

// Asked for by its path, so that a tree without it still compiles.
function axeSource(): string | undefined {
  try {
    return readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  } catch {
    return undefined;
  }
}
