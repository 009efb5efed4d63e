// Emoji that say too little on a page, as drawings that look the same on every device: at 24 px some are a grey sign or
// vanish on a dark ground, and telephones of before 2019 have a box where others should be.

import { html } from 'hono/html'
import { DRAWINGS, DRAWN_BY } from './drawings.ts'
import type { Html } from './frame.ts'
import { addressOf } from './scripts.ts'

type Picture = { path: string; text: string }

// Their lines are black: a ground of their own shows them on a dark page, and where colours are forced.
const GROUND = '<rect x="7" y="7" width="58" height="58" rx="6" fill="#fff"/>'

const framed = (svg: string) =>
  svg.replace('>', `><desc>${DRAWN_BY.name} 17.0.0, ${DRAWN_BY.licence}, changed</desc>${GROUND}`)

/** By emoji, each a file of its own whose address changes with it. */
export const PICTURES: ReadonlyMap<string, Picture> = new Map(
  Object.entries(DRAWINGS).map(([emoji, { name, svg }]) => {
    const text = framed(svg)
    return [emoji, { text, path: addressOf(text, name, 'svg') }]
  }),
)

const DRAWN = new RegExp(`(${[...PICTURES.keys()].join('|')})`, 'u')

/** A text with drawings where its emoji have them. They say nothing to whoever hears the page: the words beside do. */
export function pictured(text: string): Html {
  const pieces = text.split(DRAWN)
  if (pieces.length === 1) return html`${text}`
  return html`${pieces.map((piece) => {
    const picture = PICTURES.get(piece)
    return picture ? html`<img class="picture" src="${picture.path}" alt="">` : piece
  })}`
}
