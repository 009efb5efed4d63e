// Forms of staff pages as a browser without scripts fills and sends them.

import type { Visitor } from './staff-house.ts'

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const plain = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name] ?? '')

/** What a browser would send of a page: every field as it stands. */
export function fieldsIn(page: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1]
    if (!name || (tag.includes('type="checkbox"') && !tag.includes(' checked'))) continue
    fields[name] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name = '', text = ''] of page.matchAll(
    /<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)/g,
  ))
    fields[name] = plain(text)
  for (const [, name = '', options = ''] of page.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const [first, chosen] = [/value="([^"]*)"/, /value="([^"]*)" selected/].map((one) =>
      one.exec(options),
    )
    fields[name] = (chosen ?? first)?.[1] ?? ''
  }
  return fields
}

/** Opens a form, changes some of its fields (`null`: takes one away) and asks what that would do. */
export async function checks(
  visitor: Visitor,
  path: string,
  changed: Readonly<Record<string, string | null>>,
) {
  const fields = { ...fieldsIn((await visitor.get(path)).text), ...changed }
  return visitor.post(`${path}/check`, said(fields))
}

/** Presses "Jetzt ändern" on a preview. */
export const confirms = (visitor: Visitor, path: string, preview: string) =>
  visitor.post(path, fieldsIn(preview))

/** The fields at which a page tells of a fault. */
export const faultsIn = (page: string): string[] =>
  [...page.matchAll(/id="fault-([^"]+)"/g)].map(([, name = '']) => name).sort()

const said = (fields: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null),
  )
