import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { exchange, PASSWORD, startStaff } from '../staff/start-staff.ts';
import { openBrowser, openPage, PATIENCE_MS, type WatchedPage } from './open-browser.ts';
import { LIST, NEVER, startCorpusWeb } from './start-corpus-web.ts';

vi.setConfig({ testTimeout: 2 * PATIENCE_MS, hookTimeout: 2 * PATIENCE_MS });

const PHONE = { viewport: { width: 360, height: 740 } };
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const MOST_BYTES = 60 * 1024;

type CorpusWeb = Awaited<ReturnType<typeof startCorpusWeb>>;
let web: CorpusWeb;
let browser: Browser;
let opened: WatchedPage | undefined;
beforeAll(async () => {
  [web, browser] = await Promise.all([startCorpusWeb(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await web.close();
});
afterEach(async () => {
  const complaints = opened?.complaints ?? [];
  await opened?.page.context().close();
  opened = undefined;
  expect(complaints).toEqual([]);
});

async function open(path: string, options: BrowserContextOptions = DESKTOP): Promise<Page> {
  opened = await openPage(browser, web.address, options);
  await opened.page.goto(web.address + path);
  return opened.page;
}

async function ask(page: Page, question: string): Promise<void> {
  const turns = await page.locator('.turn .answer:visible').count();
  await page.fill('#question', question);
  await page.keyboard.press('Enter');
  await page.locator('.turn .answer:visible').nth(turns).waitFor();
}

describe('the chat page', () => {
  it('answers, and opens the report at the highlighted quote', async () => {
    const page = await open('/');
    await ask(page, '报告里说了什么');
    expect(await page.locator('.quote blockquote').allTextContents()).toEqual(
      web.quotes.map(({ quote }) => quote),
    );
    await page.locator('.quote .place a').nth(1).click();
    await page.waitForURL(/\/report\//u);
    const mark = page.locator('mark.now').first();
    await mark.waitFor();
    expect((await page.locator('mark.now').allTextContents()).join('')).toBe(web.quotes[1].quote);
    expect(await isInView(page, 'mark.now')).toBe(true);
  });

  it('keeps the conversation through a reload, until a new topic is begun', async () => {
    const page = await open('/');
    await ask(page, '第一个问题');
    await page.reload();
    expect(await page.locator('.turn .question p').allTextContents()).toEqual(['第一个问题']);
    await page.click('#new-topic');
    expect(await page.locator('.turn').count()).toBe(0);
    await page.reload();
    expect(await page.locator('.turn').count()).toBe(0);
  });

  it('shows script in a question as text', async () => {
    const page = await open('/');
    const question = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    await ask(page, question);
    expect(await page.locator('.turn .question p').textContent()).toBe(question);
    await page.reload();
    expect(await page.locator('.turn .question p').textContent()).toBe(question);
    expect(await page.locator('.turn img, .turn script').count()).toBe(0);
  });

  it('takes a thumb and a reason', async () => {
    const page = await open('/');
    await ask(page, '评价这个');
    await page.click('.down');
    await page.locator('.why input[type=radio]').nth(1).check();
    await page.fill('.why [name=other]', '少了一个零');
    await page.click('.why button');
    await page.locator('.noted', { hasText: '谢谢' }).waitFor();
    expect(web.made.exchanges.at(-1)?.feedback).toEqual({
      verdict: 'down',
      reason: '数字或年份不对；少了一个零',
    });
    expect(await page.locator('.down').getAttribute('aria-pressed')).toBe('true');
  });

  it('copies the answer with its source', async () => {
    const page = await open('/', { ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
    await ask(page, '复制这个');
    await page.click('.copy');
    await page.locator('.copy', { hasText: '已复制' }).waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toContain(`【原文1】“${web.quotes[0].quote}”`);
    expect(copied).toContain('《政府工作报告》');
  });

  it('can be used by keyboard alone', async () => {
    const page = await open('/');
    const reached: string[] = [];
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      const id = await page.evaluate<string>('document.activeElement?.id');
      reached.push(id);
      if (id === 'question') break;
    }
    expect(reached.at(-1)).toBe('question');
    await page.keyboard.type('用键盘问');
    await page.keyboard.press('Enter');
    await page.locator('.turn .answer:visible').waitFor();
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe('question');
  });

  it('asks a suggested question on a click', async () => {
    const page = await open('/');
    await page.click('#starters .suggestion');
    await page.locator('.turn .answer:visible').waitFor();
    expect(await page.locator('.turn .question p').textContent()).toBe('去年新建了几所小学');
  });

  it('enlarges its text and remembers that', async () => {
    const page = await open('/');
    const size = () => page.evaluate<string>('getComputedStyle(document.documentElement).fontSize');
    const before = await size();
    await page.click('#large');
    expect(Number.parseFloat(await size())).toBeGreaterThan(Number.parseFloat(before));
    await page.reload();
    expect(await page.locator('#large').getAttribute('aria-pressed')).toBe('true');
  });

  it('sets the members of a list apart, and says them as they were sent', async () => {
    const page = await open('/');
    await ask(page, LIST);
    expect(await page.locator('.statement .item').allTextContents()).toEqual(['1. 甲；', '2. 乙']);
    expect(await page.locator('.statement strong').textContent()).toBe('报告列出了2项：');
  });

  it('shows all of the form that asks for a reason, above the field for the next question', async () => {
    const page = await open('/', PHONE);
    await ask(page, '评价这个');
    await page.click('.down');
    const form = await page.locator('.why').boundingBox();
    const field = await page.locator('#ask').boundingBox();
    expect((form?.y ?? 0) + (form?.height ?? 0)).toBeLessThanOrEqual(field?.y ?? 0);
    expect(form?.y).toBeGreaterThanOrEqual(0);
  });

  it('stops waiting where that is wished, gives the question back, and is answered the next time', async () => {
    const page = await open('/');
    const before = web.made.exchanges.length;
    await page.fill('#question', NEVER);
    await page.keyboard.press('Enter');
    const stop = page.locator('.waiting .stop');
    await stop.waitFor();
    await stop.press('Enter');
    await page.locator('.turn').waitFor({ state: 'detached' });
    expect(await page.inputValue('#question')).toBe(NEVER);
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe('question');
    await ask(page, '那么问别的');
    expect(web.made.exchanges.slice(before).map(({ question }) => question)).toEqual(['那么问别的']);
  });

  it('says so where the server is out of reach, and gives the question back', async () => {
    const page = await open('/');
    await page.route('**/api/ask', (route) => route.abort());
    await page.fill('#question', '有人吗');
    await page.keyboard.press('Enter');
    await page.locator('.statement', { hasText: '没有连上服务器' }).waitFor();
    expect(await page.inputValue('#question')).toBe('有人吗');
    // The browser itself writes the failed request to the console.
    opened?.complaints.splice(0);
  });

  it('is small: all that is transferred', async () => {
    opened = await openPage(browser, web.address, DESKTOP);
    const { page } = opened;
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(web.address, { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });
});

describe('the reader', () => {
  it('highlights a quote that only the fragment names, and follows the fragment', async () => {
    const [one, other] = web.quotes;
    const page = await open(`/report/${web.report.id}#s=${one.start}-${one.end}`);
    expect((await page.locator('mark.now').allTextContents()).join('')).toBe(one.quote);
    await page.evaluate(`location.hash = 's=${other.start}-${other.end}'`);
    await page.locator(`mark.now[data-of="s=${other.start}-${other.end}"]`).first().waitFor();
    expect((await page.locator('mark.now').allTextContents()).join('')).toBe(other.quote);
    expect(await isInView(page, 'mark.now')).toBe(true);
  });

  it('needs no script for the quotes of an answer', async () => {
    const [one, other] = web.quotes;
    const spans = [one, other].map(({ start, end }) => `${start}-${end}`);
    const page = await open(`/report/${web.report.id}?s=${spans.join(',')}#s=${spans[1]}`, {
      ...DESKTOP,
      javaScriptEnabled: false,
    });
    expect(await page.locator('mark.cited').allTextContents()).toEqual([one.quote, other.quote]);
    expect(await page.locator(`[id="s=${spans[1]}"]`).isVisible()).toBe(true);
    expect((await page.locator(`[id="s=${spans[1]}"]`).boundingBox())?.y).toBeLessThan(800);
  });

  it('leads from one quote of the answer to the next', async () => {
    const spans = web.quotes.map(({ start, end }) => `${start}-${end}`);
    const page = await open(`/report/${web.report.id}?s=${spans.join(',')}#s=${spans[0]}`);
    await page.click('#next');
    await page.waitForURL(`**#s=${spans[1]}`);
    // The address changes before the page hears of it.
    await page.locator('.quotes [aria-current]', { hasText: '2' }).waitFor();
    expect(await page.locator('.quotes [aria-current]').textContent()).toBe('2');
    expect((await page.locator('mark.now').allTextContents()).join('')).toBe(web.quotes[1].quote);
    await page.click('#previous');
    await page.waitForURL(`**#s=${spans[0]}`);
  });

  it.each([
    's=9-3',
    's=0-99999999',
    's=999999-1000000',
    's=-5-9',
    's=1-2-3',
    's=%3Cscript%3E',
    's=',
    '%E0%A4%A',
  ])('shows the report as it is for the forged fragment %s', async (fragment) => {
    const page = await open(`/report/${web.report.id}#${fragment}`);
    expect(await page.locator('mark').count()).toBe(0);
    expect(await page.locator('.passage').count()).toBe(web.report.passages.length);
  });

  it('sets the figures of both years side by side, each a link to where the report says it', async () => {
    const page = await open(`/report/${web.report.id}`, PHONE);
    await page.click('.years summary');
    const rows = page.locator('.years tbody tr');
    expect(await rows.count()).toBeGreaterThan(0);
    for (const cell of await rows.first().locator('td a').all()) {
      const said = (await cell.textContent()) ?? '';
      const to = (await cell.getAttribute('href')) ?? '';
      expect(await page.locator(to).textContent()).toContain(said);
      await cell.click();
      expect(await isInView(page, to)).toBe(true);
    }
    await expectSound(page);
  });

  it('finds words, and leads to each place', async () => {
    const page = await open(`/report/${web.report.id}`);
    await page.fill('#words', '产业');
    await page.keyboard.press('Enter');
    await page.locator('.hits li a').first().click();
    expect(await isInView(page, '#hit-1')).toBe(true);
    expect(await page.locator('#hit-1').textContent()).toBe('产业');
  });
});

describe('every page', () => {
  const SCHEMES = ['light', 'dark'] as const;
  const looks = SCHEMES.flatMap((colorScheme) =>
    [PHONE, DESKTOP].map((size) => ({
      ...size,
      colorScheme,
      name: `${colorScheme}, ${size.viewport.width} px`,
    })),
  );

  it.each(looks)('passes axe and fits its width: $name', async (look) => {
    const page = await open('/', look);
    await ask(page, '看看样子');
    await page.click('.down');
    await expectSound(page);
    const link = await page.locator('.quote .place a').first().getAttribute('href');
    await page.goto(web.address + link);
    await expectSound(page);
    await page.goto(`${web.address}/report/${web.report.id}?q=${encodeURIComponent('产业')}`);
    await expectSound(page);
  });

  it.each(['light', 'dark'] as const)(
    'of staff passes axe too, and shows script as text: %s',
    async (colorScheme) => {
      const question = '<script>alert(1)</script><img src=x onerror=alert(2)>';
      const refused = { kind: 'refusal', reason: 'off-topic' } as const;
      const staff = await startStaff([exchange(question), exchange('另一个', refused)]);
      try {
        opened = await openPage(browser, staff.address, { ...PHONE, colorScheme });
        const { page } = opened;
        await page.goto(`${staff.address}/staff`);
        await expectSound(page);
        await page.fill('[name=password]', PASSWORD);
        await page.keyboard.press('Enter');
        await page.locator('.plots').waitFor();
        expect(await page.locator('td.words').first().textContent()).toBe(question);
        await expectSound(page);
      } finally {
        await staff.close();
      }
    },
  );

  it('prints what was said and its quotes, and nothing to press', async () => {
    const page = await open('/', { ...DESKTOP, colorScheme: 'dark' });
    await ask(page, '打印这个');
    await page.click('.down');
    const link = await page.locator('.quote .place a').first().getAttribute('href');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.quote blockquote:visible').count()).toBe(web.quotes.length);
    expect(await page.locator(':is(button, input, textarea, .quote a):visible').count()).toBe(0);
    await page.goto(web.address + link);
    expect(await page.locator('.passage p:visible').count()).toBeGreaterThan(0);
    expect(await page.locator(':is(button, input, nav, details):visible').count()).toBe(0);
    expect(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    );
  });

  it('is dark where that is wished', async () => {
    const brightness = async (colorScheme: 'light' | 'dark') => {
      const watched = await openPage(browser, web.address, { ...PHONE, colorScheme });
      await watched.page.goto(web.address);
      const colour = await watched.page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      await watched.page.context().close();
      return Number(/\d+/u.exec(colour)?.[0]);
    };
    expect(await brightness('dark')).toBeLessThan(60);
    expect(await brightness('light')).toBeGreaterThan(200);
  });
});

async function isInView(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).first().boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

/** No violation that axe can find, and nothing to scroll sideways. */
async function expectSound(page: Page): Promise<void> {
  // Through the debugger, so that the content policy stays as strict as it is.
  await page.evaluate(axe.source);
  const violations = await page.evaluate<readonly string[]>(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
  );
  expect(violations).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0);
}
