// The look of the pages for everybody: logical properties alone, so that it reads from either side; no
// font, image or script from elsewhere. One side at a time: browsers of 2019 know no shorthand for two.

import { addressOf } from './scripts.ts'

export const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1a1f27; --soft: #505b6b; --line: #7d8795;
  --accent: #0b5c8a; --on-accent: #fff; --tint: #eef4f8; --red: #a31621 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #12161c; --ink: #eceff4; --soft: #b3bdcb; --line: #7b8798;
    --accent: #84c8f0; --on-accent: #06202d; --tint: #1b2430; --red: #ffa3a3 }
}
* { box-sizing: border-box }
html { scroll-padding-top: 5rem; font: 112.5%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif;
  -webkit-text-size-adjust: 100% }
body { background: var(--ground); color: var(--ink); margin: 0 auto; max-inline-size: 36rem;
  padding-block-start: 0; padding-block-end: 2rem; padding-inline-start: 1rem; padding-inline-end: 1rem; overflow-wrap: break-word }
h1, h2 { line-height: 1.3; margin-block-start: 1rem; margin-block-end: .6rem }
h1 { font-size: 1.4rem }
h2 { font-size: 1.1rem; margin-block-end: .4rem }
p { margin-block-start: 0; margin-block-end: .4rem }
a { color: var(--accent) }
bdi.mono { font-family: inherit; -webkit-user-select: all; user-select: all }
:focus { outline: .2rem solid var(--accent); outline-offset: .15rem }
:focus:not(:focus-visible) { outline: 0 }
.skip { background: var(--ground); position: absolute; top: -9rem }
.skip:focus { display: inline-block; min-block-size: 3rem; padding: .65rem; position: static }
header { display: grid; gap: .5rem; grid-auto-columns: 1fr; grid-auto-flow: column; padding-block-start: .75rem; padding-block-end: .75rem; border-block-end: 1px solid var(--line) }
header:empty, footer:empty { display: none }
header .button { align-items: center; display: flex; flex-direction: column; justify-content: center; line-height: 1.35; margin: 0; text-align: center; padding-inline-start: .25rem; padding-inline-end: .25rem; min-inline-size: 0 }
.notice { background: var(--tint); border-inline-start: .3rem solid var(--accent); margin-block-start: 1rem; margin-block-end: 1rem;
  padding-block-start: .6rem; padding-block-end: .6rem; padding-inline-start: .8rem; padding-inline-end: .8rem }
.notice p { margin: 0 }
.button, .call { background: var(--ground); border: 2px solid var(--line); border-radius: .6rem; color: inherit;
  cursor: pointer; display: block; font: inherit; inline-size: 100%; margin-block-start: 0; margin-block-end: .6rem; min-block-size: 3.2rem;
  padding-block-start: .65rem; padding-block-end: .65rem; padding-inline-start: .9rem; padding-inline-end: .9rem; text-align: start; text-decoration: none }
.button:hover { background: var(--tint) }
.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600 }
.main:hover { background: var(--accent); text-decoration: underline }
.danger { border-color: var(--red) }
.call { border-color: var(--accent); font-size: 1.5rem; font-weight: 700 }
blockquote { border-inline-start: .25rem solid var(--line); font-size: 1.15rem; margin-block-start: .5rem; margin-block-end: 1rem;
  margin-inline-start: 0; margin-inline-end: 0; padding-inline-start: .75rem; white-space: pre-line }
main .icon { font-size: 1.35rem; line-height: 1 }
.picture { block-size: 1.5rem; inline-size: 1.5rem; vertical-align: middle }
.gap, .rows { margin-block-start: .8rem }
.heard { align-items: center; display: flex; font-size: 1.8rem; margin-block-start: 1rem }
.heard audio { block-size: 3.4rem; flex: auto; margin-inline-start: .5rem; min-inline-size: 0 }
label { display: block }
label, summary { cursor: pointer; font-weight: 600; padding-block-start: .6rem; padding-block-end: .6rem }
input, textarea { background: var(--ground); border: 2px solid var(--line); border-radius: .6rem; color: inherit; display: block; font: inherit;
  inline-size: 100%; margin-block-end: .6rem; padding-block-start: .65rem; padding-block-end: .65rem; padding-inline-start: .8rem; padding-inline-end: .8rem }
dl { margin: 0 }
.answer { border-block-end: 1px solid var(--line); padding-block-start: .4rem; padding-block-end: .4rem }
dt { color: var(--soft) }
dd { align-items: center; display: flex; justify-content: space-between; margin: 0 }
dd span { min-inline-size: 0 }
dd .quiet { flex: none; margin-inline-end: 0; margin-inline-start: 1rem; min-inline-size: 3rem; text-align: end }
footer { border-block-start: 1px solid var(--line); margin-block-start: 2rem; padding-block-start: .75rem }
.quiet { background: none; border: 0; color: var(--accent); cursor: pointer; display: inline-block; font: inherit;
  margin-inline-end: 1rem; min-block-size: 3rem; padding: .5rem 0; text-align: start; text-decoration: underline }
.fault { color: var(--red); font-weight: 600 }
[aria-invalid="true"] { border-color: var(--red) }
.small { color: var(--soft) }
.exit { background: var(--ground); border-block-end: 1px solid var(--line); margin: 0; padding-block-start: .4rem;
  padding-block-end: .4rem; position: -webkit-sticky; position: sticky; top: 0; z-index: 1 }
.exit .button { background: var(--ink); border-color: var(--ink); color: var(--ground); font-weight: 600; margin: 0;
  text-align: center }
.code { font-size: 2rem; font-weight: 700 }
.over { background: var(--ground); bottom: 0; left: 0; overflow: auto; padding: 15vh 1rem 1rem; position: fixed; right: 0;
  top: 0; z-index: 2 }
.over > * { margin-inline-start: auto; margin-inline-end: auto; max-inline-size: 34rem }
@media (min-width: 23em) { .pair { display: grid; gap: .6rem; grid-template-columns: 1fr 1fr } .pair > * { align-items: center; display: flex; min-inline-size: 0 } }
@media (forced-colors: active) { .main { border-width: 5px } .notice, blockquote { border-inline-start-style: double } }
@media print { .skip, header, footer, .rows, .button, .quiet, .exit, .over, .heard, details { display: none } .call { border: 0; padding: 0 } }
`

/** Its address changes with it. */
export const STYLE_PATH = addressOf(STYLE, 'style', 'css')

/** The sign of the window: a light that points the way. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5c8a"/><path d="M16 5l5 7h-3l2 15h-8l2-15h-3z" fill="#fff"/></svg>'
