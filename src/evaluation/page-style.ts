/** The style sheet of the report page; light and dark, no fonts or images from elsewhere. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: #fbfbf9; --ink: #1d2126; --quiet: #6a717a; --line: #e2e3df; --card: #ffffff;
  --bar: #2f6f9f; --track: #eceeea; --before: #c8761a; --good: #2c7a4b; --bad: #b3362b; --quoted: #ffe9a8; --proves: #2c7a4b; }
@media (prefers-color-scheme: dark) { :root { --paper: #15181c; --ink: #e4e6e8; --quiet: #949ba4; --line: #2d3238; --card: #1c2026;
  --bar: #6aaede; --track: #262b31; --before: #eda756; --good: #6cc48f; --bad: #f0877c; --quoted: #5b4a12; --proves: #6cc48f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 5rem; max-width: 64rem; background: var(--paper); color: var(--ink);
  font: 15px/1.65 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC",
  "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2.75rem 0 .75rem; }
.quiet { color: var(--quiet); } code { font: .9em ui-monospace, "SF Mono", Consolas, monospace; overflow-wrap: anywhere; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.6rem, 1fr)); gap: .75rem; margin: 1.5rem 0; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; }
.card b { display: block; font-size: 1.5rem; font-weight: 650; line-height: 1.3; font-variant-numeric: tabular-nums; }
.card span { color: var(--quiet); font-size: .85rem; } .good { color: var(--good); } .bad { color: var(--bad); }
figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; overflow-x: auto; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1rem; } figure h2 { margin: 0 0 .5rem; }
svg { display: block; width: 100%; height: auto; min-width: 26rem; font-size: 13px; } svg text { fill: var(--ink); }
svg text.quiet, svg .quiet { fill: var(--quiet); } svg .strong { font-weight: 650; } svg .bar { fill: var(--bar); } svg .track { fill: var(--track); }
svg .interval { stroke: var(--ink); stroke-width: 1.5; opacity: .65; } svg .before { stroke: var(--before); stroke-width: 2.5; }
svg .grid { stroke: var(--line); } svg .axis { stroke: var(--quiet); } svg .curve { fill: none; stroke: var(--bar); stroke-width: 2.5; stroke-linejoin: round; }
svg .point { fill: var(--bar); }
.legend { font-size: .85rem; margin: .5rem 0 0; } .key { display: inline-block; width: 1rem; height: .6rem; border-radius: 2px; margin-left: .9rem; }
.key.bar { background: var(--bar); } .key.interval { height: 2px; background: var(--ink); vertical-align: middle; } .key.before { width: 3px; height: .9rem; background: var(--before); vertical-align: middle; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .35rem .45rem; border-bottom: 1px solid var(--line); white-space: nowrap; } th { color: var(--quiet); font-weight: 500; font-size: .85rem; }
th:first-child, td:first-child, .text { text-align: left; } .candidates .text { white-space: normal; min-width: 16rem; } .candidates { font-size: .85rem; }
tr.proves td { color: var(--proves); }
details.case, .flip { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; margin: .5rem 0; padding: .6rem 1rem; }
summary { cursor: pointer; } summary .question { font-weight: 600; } .problem { color: var(--bad); font-size: .9rem; margin-left: .4rem; }
.tag { display: inline-block; background: var(--track); border-radius: .35rem; padding: 0 .5rem; font-size: .8rem; color: var(--quiet); }
dl { display: grid; grid-template-columns: 5.5rem 1fr; gap: .25rem 1rem; margin: .8rem 0; } dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
dd ul { margin: 0; padding-left: 1.1rem; } .reply { white-space: pre-wrap; }
.passage { border-left: 3px solid var(--line); padding: .1rem 0 .1rem .9rem; white-space: pre-wrap; }
mark { color: inherit; background: none; } mark.quoted { background: var(--quoted); border-radius: 2px; } mark.proves { border-bottom: 2px solid var(--proves); }
@media print { details.case { break-inside: avoid; } }
`;
