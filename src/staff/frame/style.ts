// The look of the staff pages: served from our own origin, no font or image from elsewhere.

export const style = `
:root {
  --ground: #f6f7f9; --card: #ffffff; --ink: #1c2430; --soft: #566072; --line: #cfd5de;
  --accent: #0b5c8a; --accent-ink: #ffffff; --tint: #e6f1f7;
  --red: #a31621; --red-tint: #fdecec; --orange: #8a4300; --orange-tint: #fdf0e1;
  --yellow: #6b5500; --yellow-tint: #fbf5d6; --green: #1d6137; --green-tint: #e6f4ea;
  --radius: 8px;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12161c; --card: #1b212a; --ink: #e8ecf2; --soft: #a9b3c2; --line: #3a4453;
    --accent: #7cc4ee; --accent-ink: #08222f; --tint: #16303f;
    --red: #ff9c9c; --red-tint: #3c1a1d; --orange: #ffb877; --orange-tint: #38240f;
    --yellow: #ecd66a; --yellow-tint: #322b0d; --green: #8fd6a6; --green-tint: #143021;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
body { margin: 0; background: var(--ground); color: var(--ink); }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.version { padding: 1rem; text-align: center; font-size: 0.8125rem; color: var(--soft); }
main:focus { outline: none; }
.skip { position: absolute; left: -999px; }
.skip:focus { position: static; display: block; padding: 0.75rem 1rem; background: var(--card); }

.top { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem;
  padding: 0.35rem 1rem; background: var(--card); border-bottom: 1px solid var(--line); }
.brand { font-weight: 700; font-size: 1.15rem; color: var(--ink); text-decoration: none; padding: 0.5rem 0; }
.top nav { display: contents; } .top nav > ul { order: 4; flex-basis: 100%; }
.top ul { display: flex; flex-wrap: wrap; gap: 0.25rem; margin: 0; padding: 0; list-style: none; }
.top nav a { display: block; padding: 0.5rem 0.55rem; border-radius: var(--radius);
  color: var(--ink); text-decoration: none; min-height: 44px; }
.top nav a:hover { background: var(--tint); }
.top nav a[aria-current] { background: var(--tint); font-weight: 600; box-shadow: inset 0 -3px var(--accent); }
.menu { order: 3; padding-inline: 0.7rem; }
#menu { color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: var(--radius);
  width: min(22rem, 100vw - 2rem); margin: 3.5rem 1rem auto auto; padding: 0.5rem; }
#menu ul { flex-direction: column; }
.account { display: flex; align-items: center; gap: 0.75rem; margin-top: 0.5rem; }
.top nav .who { line-height: 1.2; margin-right: auto; text-decoration: underline; }
.who small { display: block; color: var(--soft); }
.finder { display: flex; flex: 1 1 0; gap: 0.25rem; margin-left: auto; max-width: 22rem; }
.finder input { min-width: 0; } .finder button { display: none; padding-inline: 0.7rem; }
.demo { max-width: none; margin: 0; padding: 0.35rem 1rem; background: var(--yellow-tint); color: var(--yellow); font-size: 0.9rem; }
@media (max-width: 30rem) {
  .top nav > ul { gap: 0; } .top nav > ul a { padding-inline: 0.35rem; } .top nav > ul .badge { padding-inline: 0.3rem; }
}
@media (min-width: 60rem) {
  .top nav > ul { order: 0; flex-basis: auto; } .menu { display: none; } #menu { display: contents; }
  #menu ul { order: 4; flex-direction: row; flex-basis: 100%; } .account { order: 3; margin: 0; }
  .finder { order: 2; } .finder button { display: inline-block; }
}
.boxes ul { display: flex; flex-wrap: wrap; gap: 0.25rem; margin: 0 0 0.75rem; padding: 0; list-style: none; }
details.card { padding-block: 0.25rem; } .boxes a { display: block; min-height: 44px; padding: 0.5rem; border-bottom: 3px solid transparent; text-decoration: none; }
.boxes a[aria-current] { border-color: var(--accent); font-weight: 600; color: var(--ink); }
[data-sound][aria-pressed='true'] { background: var(--tint); } /* At the lower edge of what is seen, however long the page is. */
.live { display: contents; } .said { position: sticky; bottom: 0.5rem; }
.said:not(:empty) { padding: 0.5rem 1rem; border: 1px solid var(--accent); border-radius: var(--radius); background: var(--card); color: var(--ink); }
.count { font-variant-numeric: tabular-nums; padding: 0 0.4rem; border-radius: 99px; background: var(--tint); }
.unread > th { border-inline-start: 4px solid var(--accent); }

main { max-width: 70rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.15rem; margin: 0 0 0.75rem; }
h3 { font-size: 1rem; margin: 1rem 0 0.25rem; }
p { margin: 0 0 0.75rem; max-width: 42rem; }
.soft { color: var(--soft); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: var(--radius);
  padding: 1rem; margin: 0 0 1rem; }
.apart { margin-top: 1.5rem; }
.narrow { max-width: 26rem; margin-inline: auto; }
.columns { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 56rem) { .columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } }

label, .label { display: block; font-weight: 600; margin: 0.75rem 0 0.25rem; } label small { white-space: nowrap; }
.hint { color: var(--soft); font-size: 0.9rem; margin: 0 0 0.35rem; }
input, select, textarea { font: inherit; color: inherit; background: var(--ground);
  border: 1px solid var(--soft); border-radius: var(--radius); padding: 0.55rem 0.7rem;
  width: 100%; min-height: 44px; }
input[type='checkbox'], input[type='radio'] { width: auto; min-height: 0; margin-right: 0.5rem; }
fieldset { border: 0; padding: 0; margin: 0.75rem 0 0; }
legend { font-weight: 600; padding: 0; }
label.check { font-weight: 400; margin: 0.35rem 0; min-height: 24px; }
summary { cursor: pointer; color: var(--accent); padding: 0.5rem 0; min-height: 44px; }
textarea { min-height: 6rem; resize: vertical; }
.code { font-size: 1.4rem; letter-spacing: 0.25em; }
button, .button { font: inherit; font-weight: 600; display: inline-block; min-height: 44px;
  padding: 0.55rem 1.1rem; border-radius: var(--radius); border: 1px solid var(--accent);
  background: var(--accent); color: var(--accent-ink); cursor: pointer; text-decoration: none; }
button:hover, .button:hover { filter: brightness(1.1); }
button.quiet, .button.quiet { background: transparent; color: var(--accent); }
button.danger { background: transparent; color: var(--red); border-color: var(--red); }
form .actions, .actions { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 1rem; align-items: center; }
/* What can be done with a record stays in sight: above on a desk, within reach of the thumb on a phone. */
.acts { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0 0 1rem; padding: 0.5rem 0;
  background: var(--ground); border-bottom: 1px solid var(--line); }
html:has(.acts) { scroll-padding-top: 5rem; } #done { scroll-margin-top: 12rem; }
.trail { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; justify-content: space-between; margin: 0 0 0.5rem; }
.trail a, .trail .soft { display: inline-block; padding: 0.35rem 0.6rem; } .trail > a { padding-inline-start: 0; }
tr:target { outline: 2px solid var(--accent); outline-offset: -2px; scroll-margin-block: 40vh; }
.now { border-inline-start: 4px solid var(--accent); padding-inline-start: 0.75rem; margin: 0 0 0.75rem; }
.sheet { display: none; } .sheet:target, .sheet[data-open] { display: block; }
.narrow-only { display: none; }
details.card > summary h2 { display: inline; } details.card[open] > summary { margin-bottom: 0.5rem; }
@media (max-width: 44rem) {
  .acts .wide { display: none; } .narrow-only { display: flex; }
  .acts .button, .acts button { padding: 0.45rem 0.5rem; font-size: 0.85rem; flex: 1 1 auto; text-align: center; } .acts form { flex: 1 1 auto; display: flex; }
}
@media (max-width: 44rem) and (min-height: 26rem) {
  .acts { position: fixed; inset: auto 0 0 0; margin: 0; padding: 0.4rem 0.5rem; border-width: 1px 0 0; }
  html:has(.acts) { scroll-padding: 1rem 0 7rem; } body:has(.acts) { padding-bottom: 8rem; } #done { scroll-margin-top: 1rem; }
}
@media (max-height: 26rem) { .acts { position: static; } html:has(.acts) { scroll-padding-top: 0; } }
.row-actions > .button { margin: 0 0.5rem 0.5rem 0; } .row-actions > a:not(.button) { display: inline-block; padding: 0.35rem 0.5rem 0.35rem 0; }
.templates { border: 0; padding: 0; margin: 0; } .templates button { margin-block: 0.2rem; }
.row-actions form { display: inline-block; margin: 0.25rem 0.25rem 0.25rem 0; } .row-actions > button { margin-right: 0.5rem; }
.filters { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; }
.filters > div { flex: 1 1 12rem; }

.rule { border: 1px solid var(--line); border-radius: var(--radius); padding: 0.5rem 1rem 1rem; }
.days { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; }
.languages { columns: 13rem; } .languages label.check { break-inside: avoid; margin: 0; padding: 0.35rem 0; }
.fault { color: var(--red); margin: 0.25rem 0 0; } [aria-invalid] { border: 2px solid var(--red); }
.alert, .note { padding: 0.75rem 1rem; border-radius: var(--radius); max-width: none; }
.alert { background: var(--red-tint); color: var(--red); border: 1px solid var(--red); }
.note { background: var(--green-tint); color: var(--green); border: 1px solid var(--green); }
[data-told] { margin: 0; } [data-told]:not(:empty) { margin-top: 1rem; padding: 0.75rem 1rem;
  border: 1px solid var(--soft); border-radius: var(--radius); max-width: none; font-weight: 600; }
.badge { display: inline-block; padding: 0.1rem 0.5rem; border-radius: 99px; font-size: 0.85rem;
  font-weight: 600; border: 1px solid currentColor; white-space: nowrap; }
@media (max-width: 30rem) { .badge { white-space: normal; border-radius: 1rem; } }
.red { color: var(--red); background: var(--red-tint); }
.orange { color: var(--orange); background: var(--orange-tint); }
.yellow { color: var(--yellow); background: var(--yellow-tint); }
.green { color: var(--green); background: var(--green-tint); }
.plain { color: var(--soft); background: transparent; }

table { width: 100%; border-collapse: collapse; background: var(--card); }
caption { text-align: left; font-weight: 600; padding: 0 0 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.6rem 0.75rem; border-bottom: 1px solid var(--line); }
[data-part="list"] th a { white-space: nowrap; }
thead th { color: var(--soft); font-size: 0.85rem; font-weight: 600; }
tbody tr:hover { background: var(--tint); }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.time { font-variant-numeric: tabular-nums; white-space: nowrap; font-weight: 600; }
/* Nine columns need all of a laptop, and on what is narrower than a tablet held across each line is a card. */
table.cards .badge { white-space: normal; border-radius: 1rem; }
@media (max-width: 80rem) {
  table.cards { font-size: 0.9rem; } table.cards th, table.cards td { padding: 0.5rem 0.3rem; }
  table.cards .row-actions button { padding-inline: 0.6rem; }
}
@media screen and (max-width: 62rem) {
  table.cards { font-size: 1rem; } table.cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.cards, table.cards tr, table.cards td, table.cards th { display: block; }
  table.cards tbody { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
  table.cards tr { border: 1px solid var(--line); border-radius: var(--radius); padding: 0.5rem 0.75rem; }
  table.cards td, table.cards th { border: 0; padding: 0.2rem 0; overflow-wrap: anywhere; }
  table.cards td[data-label]::before { content: attr(data-label) ': '; color: var(--soft); font-size: 0.9rem; }
}
dl.facts { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: 0.35rem 1rem; margin: 0; }
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; overflow-wrap: anywhere; } .lines { white-space: pre-line; }
.copied dd { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 0.75rem; } .copied button { padding-inline: 0.6rem; white-space: nowrap; }
@media (max-width: 30rem) {
  dl.facts { grid-template-columns: minmax(9.1rem, 2fr) minmax(0, 3fr); gap: 0.35rem 0.6rem; } dl.facts dt { overflow-wrap: anywhere; }
}
.entry { margin-block-end: 0.9rem; } .entry > p { margin-bottom: 0.3rem; } .entry blockquote { padding-block: 0.4rem; }
.written p { white-space: pre-wrap; overflow-wrap: anywhere; }
blockquote { margin: 0; padding: 0.75rem 1rem; border-inline-start: 4px solid var(--accent);
  background: var(--tint); white-space: pre-wrap; overflow-wrap: anywhere; }
ul.plain { list-style: none; padding: 0; margin: 0; background: none; color: inherit; }
.codes { columns: 2; font-family: ui-monospace, monospace; padding: 0; list-style: none; }
.key { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
.qr { background: #fff; padding: 0.75rem; width: 100%; max-width: 15rem; height: auto; border-radius: var(--radius); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; }
tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--soft); }
.glance .lead { font-size: 1.2rem; font-weight: 600; max-width: 52rem; }
.seat-bars h3 { margin: 0.75rem 0 0.15rem; } .seat-bar { display: block; width: 100%; height: 1.5rem; }
.layer-planned { fill: none; stroke: var(--soft); vector-effect: non-scaling-stroke; } .layer-bookable { fill: color-mix(in srgb, var(--accent) 18%, var(--card)); }
.layer-booked { fill: color-mix(in srgb, var(--accent) 50%, var(--card)); } .layer-attended { fill: var(--accent); }
.week-columns { display: block; width: 100%; min-width: 34rem; max-width: 60rem; } .axis { stroke: var(--line); } .tick { fill: var(--soft); font-size: 12px; }
.part-attended { fill: var(--accent); } .part-missed { stroke: var(--orange); } .part-unmarked { stroke: var(--soft); }
.part-unused { fill: none; stroke: var(--soft); } .under-missed, .under-unmarked { fill: var(--card); } .over-missed { stroke: var(--orange); stroke-width: 4; } .over-unmarked { fill: var(--soft); }
.legend span { margin-right: 1rem; white-space: nowrap; } .key-box { width: 0.8rem; height: 0.8rem; }
.seats th, .seats td { padding: 0.35rem 0.45rem; } .seats thead th { white-space: normal; } .own-page td { overflow-wrap: anywhere; } .seats small, .heat small { color: var(--soft); font-weight: 400; }
.heat th, .heat td { padding: 0.35rem 0.45rem; } .heat td { border: 2px solid var(--card); text-align: center; } .heat thead th { text-align: center; } .heat thead th:first-child { text-align: left; } .heat td small { display: block; color: inherit; } .heat .sum { font-weight: 600; }
.heat-0 { background: var(--card); } .heat-1 { background: var(--tint); }
.heat-2 { background: color-mix(in srgb, var(--accent) 22%, var(--card)); }
.heat-3 { background: color-mix(in srgb, var(--accent) 34%, var(--card)); }
.heat-4 { background: var(--accent); color: var(--accent-ink); }
.week { display: grid; gap: 0.75rem; margin-top: 1rem; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); }
@media (min-width: 60rem) { .week { grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); } }
.week .card { padding: 0.75rem; margin: 0; } .week h2 { font-size: 1rem; } .week .today { border: 2px solid var(--accent); }
.week p { margin: 0 0 0.25rem; } .week ol, .week ul { list-style: none; margin: 0; padding: 0; } .week ol > li { border-top: 1px solid var(--line); padding: 0.4rem 0; }
.week ul { display: flex; flex-wrap: wrap; gap: 0.25rem; } .week ul li { flex: 1 0 100%; overflow-wrap: anywhere; } .week ul .chip { flex: 0 1 auto; }
.gap { display: block; padding: 0.35rem 0.5rem; min-height: 24px; border: 1px dashed var(--accent); border-radius: var(--radius); text-decoration: none; }
.gap:hover { background: var(--tint); } .shut { color: var(--soft); font-style: italic; }
.pages { display: flex; justify-content: space-between; gap: 1rem; margin-top: 1rem; }

.spoken { font-size: 1.7rem; line-height: 1.5; max-width: none; overflow-wrap: anywhere; }
audio { width: 100%; } .own { display: block; } .own.soft { font-size: 0.85em; font-weight: normal; } button .own.soft, .button .own.soft { color: inherit; } .record { width: 100%; min-height: 4rem; font-size: 1.2rem; }

.slip p { max-width: none; }
.poster { text-align: center; overflow-wrap: anywhere; } .poster p { max-width: none; }
.poster h1 { font-size: 2.2rem; } .poster .icons { font-size: 2.4rem; line-height: 1.4; margin: 0.6rem 0; word-spacing: 0.3rem; } .poster .qr { width: 9cm; max-width: 100%; height: auto; }
.poster ul { list-style: none; padding: 0; margin: 1rem 0 0; } .poster li { font-size: 1.15rem; margin: 0.35rem 0; } .poster li:only-child { font-size: 2.2rem; line-height: 1.5; }

@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
@media (forced-colors: active) { .badge, .card { border: 1px solid CanvasText; } }
@media print {
  :root { --ground: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; color-scheme: light; }
  /* Posters, slips and sheets leave the house: nothing says who printed them. */
  .top, .no-print, .demo, .skip, .version { display: none !important; }
  .own-page { break-before: page; }
  .card { border: 0; border-bottom: 1px solid #999; border-radius: 0; padding: 0.5rem 0; break-inside: avoid; }
  main { max-width: none; padding: 0; }
  details.card::details-content, details.rest::details-content { content-visibility: visible; block-size: auto; }
  @page week { size: A4 landscape; margin: 1cm; } body:has(.week) { page: week; }
  .week { font-size: 0.75rem; gap: 0.3rem; grid-template-columns: repeat(auto-fit, minmax(4.4cm, 1fr)); } .week .card { border: 1px solid #999; padding: 0.3rem; break-inside: auto; } .week ul { gap: 0 0.75rem; } .week .gap { border: 0; padding: 0; } .week + .hint { font-size: 0.7rem; }
  .scroll { overflow: visible; } .week-columns { min-width: 0; } .seats, .heat, .seats thead th, .heat thead th { font-size: 0.62rem; } .seats th, .seats td, .heat th, .heat td { padding: 0.15rem 0.25rem; } .seats .number { white-space: normal; } .seats small { display: block; } .own-page .seats, .own-page .seats thead th { font-size: 0.85rem; }
  table.cards { font-size: 0.85rem; } table.cards td { overflow-wrap: anywhere; } table.cards:has(thead th:nth-child(7)) :is(th, td, .badge) { font-size: 0.62rem; padding: 0.15rem 0.25rem; }
  .heat td, rect, .key-box { print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
`

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5c8a"/><path d="M16 5v17M9 22h14l-3 5h-8zM17 7l7 12h-7z" stroke="#fff" stroke-width="2" fill="none" stroke-linejoin="round"/></svg>`
