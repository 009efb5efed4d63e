// What a browser sends of a form after a session has ended, and the way back in.

import { type HTMLElement, parse } from 'node-html-parser'
import { type House, PASSWORD, type Visitor } from './staff-house.ts'

export type Member = Visitor & { id: string; email: string; secret: string }

/** As when half an hour went by: the browser has dropped the cookie of the session. */
export function sessionEnds({ jar }: Visitor): void {
  for (const name of [...jar.keys()]) if (name.includes('session')) jar.delete(name)
}

/** The page on which what was typed stands again; '' where an answer leads to none. */
export function typedAt({ location }: { location: string | null }): string {
  const url = new URL(location ?? '/', 'http://localhost')
  const page = url.searchParams.get('next') ?? url.pathname
  return page.startsWith('/staff/typed/') ? page : ''
}

let returns = 0

/** Password and code, and on to where they wanted to go. */
export async function comesBack(house: House, member: Member, next = '') {
  await house.db.staffUsedCode.deleteMany()
  // So many who come back from one address would have to wait, by the machine's clock.
  returns += 1
  member.movesTo(`10.0.${returns >> 8}.${returns & 255}`)
  await member.post('/staff/sign-in', { email: member.email, password: PASSWORD, next })
  const code = await house.codeOf(member.secret)
  const { location } = await member.post('/staff/sign-in/code', { code, next })
  return await member.get(location ?? '')
}

/** The forms of a page that are posted to a path. */
export const formsTo = (page: string, action: string): HTMLElement[] =>
  parse(page)
    .querySelectorAll('form')
    .filter(
      (form) => form.getAttribute('method') === 'post' && form.getAttribute('action') === action,
    )

export type Control = { name: string; kind: string; value: string; options: string[] }

/** What can be typed, chosen and ticked in a form, as it stands. */
export const controlsOf = (form: HTMLElement): Control[] =>
  form.querySelectorAll('input, textarea, select').flatMap((node) => {
    const name = node.getAttribute('name') ?? ''
    const kind = node.tagName === 'INPUT' ? (node.getAttribute('type') ?? 'text') : node.tagName
    if (['hidden', 'password', 'file'].includes(kind)) return []
    const options = node.querySelectorAll('option')
    const chosen = options.find((one) => one.hasAttribute('selected')) ?? options[0]
    const value =
      kind === 'TEXTAREA'
        ? node.text
        : kind === 'SELECT'
          ? (chosen?.getAttribute('value') ?? '')
          : kind === 'checkbox'
            ? node.hasAttribute('checked')
              ? 'yes'
              : ''
            : (node.getAttribute('value') ?? '')
    return [{ name, kind, value, options: options.map((one) => one.getAttribute('value') ?? '') }]
  })

/** The hidden fields of a form, but for its token. */
export const hiddenOf = (form: HTMLElement): Record<string, string> =>
  Object.fromEntries(
    form
      .querySelectorAll('input[type=hidden]')
      .map((node) => [node.getAttribute('name') ?? '', node.getAttribute('value') ?? ''])
      .filter(([name]) => name !== 'form'),
  )
