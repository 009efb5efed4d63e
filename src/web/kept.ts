// What could not be taken is kept on the page that says so: one press sends it again, nothing is typed twice.
// Where it is a cry for help, the numbers come first.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import type { HeardKinds } from '../domain/danger/cry-list.ts'
import { callingLines } from '../domain/dialog/show/danger.ts'
import { cityLately } from '../flows/city.ts'
import { factsOf } from '../flows/conversation/step.ts'
import { directionOf, type Html, type Words, wordsIn } from './frame.ts'
import { lineHtml } from './lines.ts'
import type { Sent } from './sent.ts'

/** The request that has to wait, as a form that makes it again. */
export type Kept = {
  method: 'get' | 'post'
  path: string
  fields: readonly (readonly [name: string, value: string])[]
  /** Whether somebody wrote something. */
  isTyped: boolean
}

/** What was asked for, to be asked for again. */
export function keptOf(c: Context, sent: Sent): Kept {
  const isPost = c.req.method === 'POST'
  const { search } = new URL(c.req.url)
  return {
    method: isPost ? 'post' : 'get',
    // A form that is looked at brings its own query.
    path: isPost ? c.req.path + search : c.req.path,
    fields: Object.entries(sent),
    isTyped: sent['text'] !== undefined && sent['text'].trim() !== '',
  }
}

/** The form, with what else belongs to it. */
export function keptForm(
  words: Words,
  { method, path, fields }: Kept,
  { attributes = '', more = '' }: { attributes?: Html; more?: Html } = {},
): Html {
  return html`<form method="${method}" action="${path}" accept-charset="utf-8"${attributes}>
${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${more}<button class="button main">${words('crowd.button.again')}</button>
</form>`
}

/**
 * Whom to call and what to say, for what was heard; nothing where nothing was, or where the city does not answer.
 * @param heads its title is the heading of the page
 */
export async function numbersHtml(
  deps: Deps,
  language: string,
  heard: HeardKinds | undefined,
  heads = false,
): Promise<Html> {
  const city = heard && (await cityLately(deps).catch(() => undefined))
  if (!city) return ''
  const words = wordsIn(deps, language)
  const lines = callingLines(factsOf(deps, city, deps.clock.now()), language, heard)
  const [first, ...rest] = lines
  const title = heads && first && 'text' in first ? html`<h1>${words(first.text)}</h1>` : ''
  const below = title ? rest : lines
  return html`${title}${below.map((line) => lineHtml(line, words, (other) => directionOf(deps, other)))}`
}
