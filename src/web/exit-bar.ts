// The way out of a page that somebody near must not see: in one place, always in sight.

import { html } from 'hono/html'
import type { Screen } from '../domain/dialog/screen.ts'

/** Leaves at once, for a page that says nothing. */
export const EXIT_PATH = '/exit'

/** What the exit does, and what it cannot do. */
const limitsPath = (language: string) => `/exit/limits?lang=${language}`

const SENSITIVE = /^(lobby\.)?danger$|^safe(\.|$)|^minor$/

// The numbers can stand above any screen, after a cry in what was typed.
const CRIES = ['danger.title', 'danger.heard']

/** Whether a screen is about danger, by itself or because the numbers stand above it: it has the way out. */
export const isSensitive = ({ id, lines }: Screen): boolean =>
  SENSITIVE.test(id) || lines.some((line) => 'text' in line && CRIES.includes(line.text.key))

/** A link, so that it leads out without a script, too. */
export const exitBar = (word: (key: string) => string) =>
  html`<aside class="exit" aria-label="${word('exit.button')}"><a class="button" href="${EXIT_PATH}" rel="noreferrer nofollow" data-exit>${word('exit.button')}</a></aside>`

/** Beside what is read in danger: what the exit does, and where it says what it cannot do. */
export const limitsLink = (word: (key: string) => string, language: string) =>
  html`<p>${word('exit.what')} <a href="${limitsPath(language)}">${word('exit.limits')}</a></p>`
