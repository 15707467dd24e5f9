import { type Markup, markup } from '../../text/markup.ts';
import { MESSAGES } from './messages.ts';

/** The address of a file of `browser/`, with its version. */
export type AssetAddress = (name: string) => string;

interface Page {
  readonly title: string;
  /** What the page is for, as a class of its body. */
  readonly kind: 'chat' | 'reader' | 'staff';
  /** Scripts of `browser/`, in order. */
  readonly scripts: readonly string[];
  /** Links and switches at the right of the page's head. */
  readonly tools: Markup;
  readonly main: Markup;
}

/** A whole HTML page: nothing inline, nothing from another host, so that the content policy can be strict. */
export function renderPage({ title, kind, scripts, tools, main }: Page, asset: AssetAddress): string {
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${asset('page.css')}">
<link rel="stylesheet" href="${asset(`${kind}.css`)}">
<link rel="stylesheet" href="${asset('print.css')}" media="print">
${[...scripts].map((name) => markup`<script type="module" src="${asset(name)}"></script>\n`)}</head>
<body class="${kind}">
<a class="skip" href="#main">${MESSAGES.skip}</a>
<header class="head">
<a class="brand" href="/"><span aria-hidden="true">问</span>${MESSAGES.product}</a>
<div class="tools">${tools}</div>
</header>
${main}
</body>
</html>
`.markup;
}
