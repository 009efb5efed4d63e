// The look of the pages for everybody: logical properties alone, so that it reads from either side; no
// font, image or script from elsewhere.

export const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1a1f27; --soft: #505b6b; --line: #8b95a3;
  --accent: #0b5c8a; --on-accent: #fff; --tint: #eef4f8; --green: #1b6235; --red: #a31621 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #12161c; --ink: #eceff4; --soft: #b3bdcb; --line: #6b7787;
    --accent: #84c8f0; --on-accent: #06202d; --tint: #1b2430; --green: #8fd6a6; --red: #ffa3a3 }
}
* { box-sizing: border-box }
html { font: 112.5%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif }
body { background: var(--ground); color: var(--ink); margin: 0 auto; max-inline-size: 36rem;
  padding-block: 0 2rem; padding-inline: 1rem; overflow-wrap: break-word }
h1 { font-size: 1.4rem; line-height: 1.3; margin-block: 1rem .75rem }
p { margin-block: 0 .6rem }
form { display: contents }
bdi.mono { font-family: inherit; -webkit-user-select: all; user-select: all }
:focus-visible { outline: .2rem solid var(--accent); outline-offset: .15rem }
header { display: flex; gap: .5rem; padding-block: .75rem; border-block-end: 1px solid var(--line) }
header .button { flex: 1; margin: 0; text-align: center; padding-inline: .5rem; min-inline-size: 0 }
.notice { background: var(--tint); border-inline-start: .3rem solid var(--accent); margin-block: 1rem;
  padding-block: .6rem; padding-inline: .8rem }
.notice p { margin: 0 }
.button, .call { background: var(--ground); border: 2px solid var(--line); border-radius: .6rem; color: inherit;
  cursor: pointer; display: block; font: inherit; inline-size: 100%; margin-block: 0 .6rem; min-block-size: 3.2rem;
  padding-block: .65rem; padding-inline: .9rem; text-align: start; text-decoration: none }
.button:hover { background: var(--tint) }
.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600 }
.main:hover { background: var(--accent); text-decoration: underline }
.yes { border-color: var(--green); border-inline-start-width: .6rem }
.danger { border-color: var(--red) }
.pair { display: grid; gap: .6rem; grid-template-columns: 1fr 1fr }
.call { border-color: var(--accent); font-size: 1.5rem; font-weight: 700 }
blockquote { border-inline-start: .25rem solid var(--line); font-size: 1.15rem; margin-block: .5rem 1rem;
  margin-inline: 0; padding-inline-start: .75rem; white-space: pre-line }
.gap { margin-block-start: 1.2rem }
.rows { margin-block-start: 1.2rem }
label { display: block }
label, summary { cursor: pointer; font-weight: 600; padding-block: .6rem }
input, textarea { background: var(--ground); border: 2px solid var(--line); border-radius: .6rem; color: inherit;
  display: block; font: inherit; inline-size: 100%; margin-block-end: .6rem; padding-block: .65rem; padding-inline: .8rem }
footer { border-block-start: 1px solid var(--line); margin-block-start: 2rem; padding-block-start: .75rem }
.quiet { background: none; border: 0; color: var(--accent); cursor: pointer; display: inline-block; font: inherit;
  font-size: .95rem; margin-inline-end: 1rem; min-block-size: 2.75rem; padding: .5rem 0; text-decoration: underline }
.small { color: var(--soft); font-size: .95rem }
@media print { header, footer, .rows, .quiet { display: none } }
`

/** Its address changes with it, so that a browser may keep it. */
const version = [...STYLE].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 0xffffff, 7)
export const STYLE_PATH = `/style-${version.toString(36)}.css`
