import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser on a machine that is busy with something else. */
export const PATIENCE_MS = 120_000;

/** Debian's Chromium; an error that says what to install where there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = PATHS.find((path) => existsSync(path));
  if (executablePath === undefined) {
    throw new Error('The browser tests need Chromium: apt-get install chromium fonts-noto-cjk');
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** A page with what must never happen on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors and warnings of the console, faults of scripts, requests to another host. */
  readonly complaints: string[];
}

export async function openPage(
  browser: Browser,
  host: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (fault) => complaints.push(`script: ${fault.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(host)) complaints.push(`another host: ${request.url()}`);
  });
  return { page, complaints };
}
