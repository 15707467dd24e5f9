import { type Markup, markup, trusted } from '../../../text/markup.ts';
import { MESSAGES } from '../messages.ts';

/** Drawn, since not every device has a font with it; the style sheet turns it over for the other one. */
const THUMB = trusted(
  '<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"><path d="M7 11v9H3v-9zM7 11l4-8c1.7 0 2.6 1 2.4 2.6L13 9h5.6c1.5 0 2.4 1.2 2 2.6l-1.9 6.7c-.3 1-1.1 1.7-2.2 1.7H7"/></svg>',
);

/** What the chat's script clones and fills: all words stay here, the script has none of its own. */
export function renderTemplates(): Markup {
  const { chat } = MESSAGES;
  const reasons = chat.reasons.map(
    (reason) => markup`<label><input type="radio" name="reason" value="${reason}">${reason}</label>
`,
  );
  return markup`<template id="turn"><div class="turn">
<div class="question"><h2 class="heard">${chat.you}</h2><p></p></div>
<div class="answer" hidden><h3 class="heard">${chat.bot}</h3><p class="statement"></p><div class="evidence"></div>
<div class="actions">
<button type="button" class="copy" data-done="${chat.copied}" data-failed="${chat.notCopied}">${chat.copy}</button>
<button type="button" class="up" aria-pressed="false">${THUMB} ${chat.up}</button>
<button type="button" class="down" aria-pressed="false" aria-expanded="false">${THUMB} ${chat.down}</button>
<span class="receipt">${chat.receipt} <span></span></span>
</div>
<p class="noted" role="status" data-thanks="${chat.thanks}" data-failed="${chat.notSent}"></p>
<div class="suggestions" hidden><h3>${chat.next}</h3><ul></ul></div>
</div>
</div></template>
<template id="quote"><figure class="quote"><figcaption><span class="label" data-quote="${chat.quote}" data-related="${chat.related}"></span><span class="number"></span></figcaption>
<blockquote></blockquote>
<p class="place"><cite></cite> <a data-label="${chat.readLabel}">${chat.read}</a></p></figure></template>
<template id="suggestion"><li><button type="button" class="suggestion"></button></li></template>
<template id="why"><form class="why"><fieldset><legend>${chat.why}</legend>
${reasons}</fieldset>
<label class="other">${chat.otherReason}<input name="other" maxlength="200" autocomplete="off"></label>
<button>${chat.sendReason}</button></form></template>
<template id="waiting"><div class="waiting"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> <span class="words" data-place="${chat.place}">${chat.waiting}</span> <button type="button" class="stop">${chat.stop}</button></div></template>
<template id="offline"><p>${chat.offline}</p></template>
`;
}
