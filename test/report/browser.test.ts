import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html/page.ts';
import type { Report } from '../../src/report/index.ts';
import { sampledTest } from '../sampled.ts';
import { chromiumPath, openPage, startChromium } from './chromium.ts';
import { largeConversation, largeReport } from './large.ts';
import { hostileReport, sampleReport, sampleTurn } from './sample.ts';

const sampled = sampledTest(0.4);

let browser: Browser;
let folder: string;

beforeAll(async () => {
  if (chromiumPath === null) return;
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  browser = await startChromium();
});
afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function urlOf(report: Report, conversation: readonly unknown[] = []): Promise<string> {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.html`);
  await writeFile(
    path,
    renderHtml(report, [
      { by: 'attempt 1', chosen: true, items: conversation },
      { by: 'attempt 2', chosen: false, items: [] },
    ]),
  );
  return pathToFileURL(path).href;
}

/** What axe-core finds against WCAG 2.2 AA and its best practices, as `rule: selector`. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const run =
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target)))';
  return await page.evaluate<string[]>(run);
}

const medium = (): Report => {
  const { tests, ...large } = largeReport();
  return { ...large, turns: large.turns.slice(0, 5), tests: { ...tests, results: tests.results.slice(0, 30) } };
};

describe.skipIf(chromiumPath === null)('report.html in Chromium', () => {
  it.each([
    ['light', 1280],
    ['dark', 380],
  ] as const)('can be used by everybody: axe finds nothing, %s, %i wide, with everything unfolded', async (colorScheme, width) => {
    const { page, troubles } = await openPage(browser, await urlOf(medium(), largeConversation().slice(0, 16)), { colorScheme, width });
    await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
    expect(await violations(page)).toEqual([]);
    // Nothing but tables and the timeline, which scroll by themselves, is wider than the window.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(troubles).toEqual([]);
    await page.close();
  });

  sampled('opens a run of 200 turns and 5,000 tests, finds a test by its name, and unfolds the turn that a bar stands for', async () => {
    const { page, troubles } = await openPage(browser, await urlOf(largeReport(), largeConversation()));
    expect(await page.locator('h1').textContent()).toBe('Fixed: red to green, and proved');
    expect(await page.locator('table.tests tbody tr').count()).toBe(5_000);
    expect(await page.locator('.lane[aria-label=turns] .bar').count()).toBe(200);

    await page.locator('#test-filter').fill('does thing 4242');
    await expect.poll(() => page.locator('#test-count').textContent()).toBe('1 of 5000');
    expect(await page.locator('table.tests tbody tr:visible').allInnerTexts()).toEqual([expect.stringContaining('does thing 4242')]);

    await page.locator('.bar[aria-label^="turn 150 "] rect').click();
    expect(await page.locator('#turn-150').getAttribute('open')).toBe('');
    expect(await page.locator('#turn-150').textContent()).toContain('"start_line": 149');
    // Takes a minute at this size: `npm run prove -- report/browser` asks for it.
    if (process.env.REGREEN_PROVE_RUNS !== undefined) expect(await violations(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.close();
  });

  sampled('tells the details of a bar on hover and on focus, and moves between bars with the arrow keys', async () => {
    const { page } = await openPage(browser, await urlOf(medium()));
    const tip = page.locator('#tip');
    await page.locator('.bar[aria-label^="reproduce:"]').first().hover();
    expect(await tip.textContent()).toContain('reproduce: 34.0 s, from 4.0 s to 38.0 s');
    await page.mouse.move(5, 5);
    expect(await tip.isVisible()).toBe(false);

    // One stop of the tab key, whatever the number of bars.
    expect(await page.locator('.bar[tabindex="0"]').count()).toBe(1);
    await page.locator('.bar[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await tip.textContent()).toContain('workspace: 3.0 s, from 1.0 s to 4.0 s');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain('workspace');
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    await page.close();
  });

  sampled('zooms the timeline and changes between light and dark', async () => {
    const { page } = await openPage(browser, await urlOf(medium()));
    const width = (): Promise<number> => page.evaluate('document.getElementById("plot").clientWidth');
    const before = await width();
    await page.locator('#zoom-in').click();
    expect(Math.abs((await width()) - 2 * before)).toBeLessThanOrEqual(2);
    const background = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const automatic = await background();
    const theme = page.locator('#theme');
    await theme.click();
    expect([await theme.textContent(), await background()]).toEqual(['Theme: light', automatic]);
    await theme.click();
    expect(await theme.textContent()).toBe('Theme: dark');
    expect(await background()).not.toBe(automatic);
    await page.close();
  });

  sampled('lets nothing of a report become markup or script', async () => {
    const attacks = [
      '<script>alert(1)</script><img src=x onerror=alert(2)>',
      '"><svg onload=alert(3)><a href="javascript:alert(4)">x</a>',
      "' onmouseover='alert(5)' x='</style></script><iframe src=https://example.com></iframe><!--",
      '</pre></title></textarea>&lt;b&gt;\u202e<base href=https://example.com/>',
    ];
    for (const text of attacks) {
      const turns = [sampleTurn({ tools: [text], calls: [{ id: text, name: text, start: 1, end: 2, testSeconds: 0, note: text }] })];
      const conversation = [
        text,
        { type: text, text },
        { type: 'message', role: text, content: [{ type: 'input_text', text }] },
        { type: 'function_call', name: text, arguments: JSON.stringify({ [text]: text }), call_id: text },
        { type: 'function_call_output', call_id: text, output: text },
      ];
      const { ledger } = sampleReport();
      const hostile: Report = {
        ...hostileReport(text),
        turns,
        pullRequest: { url: `javascript:alert(6)//${text}`, number: 1 },
        ledger: {
          startedAt: text,
          work: [...ledger.work, { kind: 'tests', name: text, turn: null, start: 0, end: 1 }],
          path: [{ start: 0, end: 1, phase: text, waitedFor: 'model' }],
        },
        patch: `diff --git a/${text} b/${text}.js\n${text}\n@@ -1 +1 @@ ${text}\n-${text}\n+${text}\n`,
      };
      const { page, troubles } = await openPage(browser, await urlOf(hostile, conversation));
      await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
      const foreign = 'document.querySelectorAll("img, iframe, base, svg[onload], [onmouseover], [onerror], a[href^=javascript]").length';
      expect(await page.evaluate(foreign)).toBe(0);
      expect(await page.locator('script').count()).toBe(1);
      await page.locator('.bar rect').first().hover();
      expect(await page.locator('#found').textContent()).toContain(text.slice(0, 30));
      expect(troubles).toEqual([]);
      await page.close();
    }
  });

  sampled('has a policy under which an injected script would not run', async () => {
    const path = join(folder, 'injected.html');
    await writeFile(path, renderHtml(sampleReport(), []).replace('</main>', '<script>document.title = "mine"</script></main>'));
    const { page, troubles } = await openPage(browser, pathToFileURL(path).href);
    expect(await page.title()).toBe('Regreen: Fixed: red to green, and proved');
    expect(troubles.join('\n')).toContain('Content Security Policy');
    await page.close();
  });
});
