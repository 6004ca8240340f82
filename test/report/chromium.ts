// A real browser for the tests: Debian's Chromium, or the one that REGREEN_TEST_CHROMIUM names.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = [process.env.REGREEN_TEST_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Null when there is none on this machine. */
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path)) ?? null;

if (chromiumPath === null) {
  console.warn('No Chromium on this machine (apt-get install chromium): report.html is not looked at in a browser, its tests are skipped.');
}

export async function startChromium(): Promise<Browser> {
  // Chromium's own sandbox cannot be had by root and within containers; the page is our own file.
  return await chromium.launch({ executablePath: chromiumPath ?? 'chromium', args: ['--no-sandbox', '--disable-gpu'] });
}

/** A page and everything that went wrong in it: errors, refusals of the policy, and requests for anything but the file itself. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1280, colorScheme = 'light' }: { readonly width?: number; readonly colorScheme?: 'light' | 'dark' } = {},
): Promise<{ readonly page: Page; readonly troubles: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => troubles.push(message.text()));
  page.on('dialog', (dialog) => {
    troubles.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== url) troubles.push(`a request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, troubles };
}
