// The one style sheet, held against what browsers of phones from 2019 know.

import stylelint from 'stylelint'
import { expect, it } from 'vitest'
import { STYLE } from '../../src/web/style.ts'

/** What phones of 2019 came with: iOS 12, Chrome 75 and its like from Samsung, Firefox 68. */
const PHONES = ['ios_saf 12.2-12.5', 'chrome 75', 'samsung 9.2', 'firefox 68', 'safari 12.1']

// Nothing is lost where these are not known: pages stay light, and whatever has the focus has a frame.
const NOT_NEEDED = ['prefers-color-scheme', 'css-focus-visible', 'css-snappoints']
// Known to all of them one side at a time; which is held by the properties below.
const BY_PROPERTY = ['css-logical-props', 'css-overflow', 'user-select-none', 'css-sticky']

const SIDES = ['block-start', 'block-end', 'inline-start', 'inline-end']
const each = (name: string, ends: readonly string[] = ['']) =>
  SIDES.flatMap((side) => ends.map((end) => `${name}-${side}${end}`))

/** Every property there may be: each is known to all these phones, and reads from either side. */
const KNOWN = [
  /^--/,
  ...each('margin'),
  ...each('padding'),
  ...each('border', ['', '-color', '-style', '-width']),
  ...['block-size', 'inline-size', 'min-block-size', 'min-inline-size', 'max-inline-size'],
  ...['margin', 'padding', 'border', 'border-color', 'border-radius', 'border-width', 'outline'],
  ...['outline-offset', 'background', 'color', 'color-scheme', 'cursor', 'box-sizing'],
  ...['font', 'font-family', 'font-size', 'font-weight', 'line-height', 'white-space'],
  ...[
    'text-align',
    'vertical-align',
    'text-decoration',
    'overflow-wrap',
    'overflow',
    'user-select',
  ],
  ...['-webkit-user-select', '-webkit-text-size-adjust'],
  ...['display', 'gap', 'grid-auto-columns', 'grid-auto-flow', 'grid-template-columns'],
  ...['flex', 'flex-direction', 'flex-wrap', 'align-items', 'justify-content'],
  // Pinned to an edge of the window: only above or below, or from edge to edge.
  ...['position', 'z-index', 'top', 'bottom', 'left', 'right', 'scroll-padding-top'],
]

const config: stylelint.Config = {
  plugins: ['stylelint-no-unsupported-browser-features'],
  rules: {
    'plugin/no-unsupported-browser-features': [
      true,
      { browsers: PHONES, ignore: [...NOT_NEEDED, ...BY_PROPERTY] },
    ],
    'property-allowed-list': [KNOWN],
    'declaration-property-value-disallowed-list': {
      'text-align': ['left', 'right'],
      '/^margin$|^padding$/': [/^\S+ \S+ \S+ \S+$/],
    },
    'declaration-property-value-allowed-list': { left: ['0'], right: ['0'] },
    'property-no-unknown': true,
    'selector-pseudo-class-no-unknown': true,
    'color-no-invalid-hex': true,
    'unit-no-unknown': true,
    'declaration-block-no-duplicate-properties': [
      true,
      { ignore: ['consecutive-duplicates-with-different-values'] },
    ],
    'no-duplicate-selectors': true,
  },
}

async function faultsOf(code: string): Promise<string[]> {
  const { results } = await stylelint.lint({ code, config })
  return results.flatMap(({ warnings }) => warnings.map(({ line, text }) => `${line}: ${text}`))
}

it('says nothing that a phone of 2019 does not understand, and names no side', async () => {
  expect(await faultsOf(STYLE)).toEqual([])
})

it.each([
  ['a selector by what is inside', 'p:has(a) { color: red }'],
  ['a shorthand for the edges', 'p { inset: 0 }'],
  ['a shorthand for two sides', 'p { margin-block: 1rem }'],
  ['a gap in a row', 'p { display: flex; gap: 1rem }'],
  ['a ratio', 'p { aspect-ratio: 1 }'],
  ['rules within rules', 'p { & a { color: red } }'],
  ['a length that is reckoned', 'p { inline-size: clamp(1rem, 2vw, 3rem) }'],
  ['layers', '@layer base { p { color: red } }'],
  ['containers', '@container (min-width: 1rem) { p { color: red } }'],
  ['ranges', '@media (width > 30em) { p { color: red } }'],
  ['units of the small window', 'p { min-block-size: 100dvh }'],
  ['a side', 'p { margin-left: 1rem }'],
  ['a side in a value', 'p { text-align: left }'],
  ['four sides at once', 'p { padding: 0 1rem 0 0 }'],
  ['a place at a side', 'p { left: 1rem }'],
])('would find %s', async (_what, code) => {
  expect(await faultsOf(code)).toHaveLength(1)
})
