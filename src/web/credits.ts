// Whose drawings and data are shown, in the words of their licences: on /accessibility and /imprint.

import { html } from 'hono/html'
import type { Profile } from '../domain/profile/profile.ts'
import type { Credit } from '../domain/profile/statements.ts'
import { DRAWN_BY } from './drawings.ts'
import type { Html } from './frame.ts'

const PICTURES: Credit = { of: 'Pictures', ...DRAWN_BY }

/** A line each: the drawings of pages, then what the profile credits. */
export const creditsHtml = ({ credits = [] }: Profile): Html =>
  html`${[PICTURES, ...credits].map(
    ({ of, name, home, licence, terms }) =>
      html`<p class="small" lang="en" dir="ltr">${of}: <a href="${home}" rel="noopener noreferrer">${name}</a>, <a href="${terms}" rel="noopener noreferrer">${licence}</a></p>`,
  )}`
