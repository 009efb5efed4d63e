// Somebody calls or stands at the counter, and staff give them a time: the form as it is shown, filled.

import type { Visitor } from './staff-house.ts'

const SAID = {
  urgent: 'no',
  topic: 'housing',
  language: 'fa',
  spoken: 'fa',
  alias: '',
  phone: '',
}

/** What is chosen and typed, by the names of the fields; the first time and nothing urgent where nothing is said. */
type Wish = Partial<Record<keyof typeof SAID | 'door' | 'centre' | 'otherLanguage', string>>

/** The form with the id that was drawn for it and the first time; `times`: all that it offers, `text`: the page. */
export async function callerForm(visitor: Visitor, wish: Wish = {}) {
  const { door = 'staff', centre = 'hochfeld', ...said } = wish
  const { text } = await visitor.get(`/staff/callers?door=${door}&centre=${centre}`)
  const [, id] = /name="id" value="([^"]+)"/.exec(text) ?? []
  const times = [...text.matchAll(/<option value="(\d{12,})"/g)].map(([, at = '']) => at)
  if (!id || !times[0]) throw new Error('the form for callers shows no time')
  return { fields: { ...SAID, ...said, id, at: times[0], centre, door }, times, text }
}

/** The form, sent. */
export async function callerBooks(visitor: Visitor, wish: Wish = {}) {
  const { fields } = await callerForm(visitor, wish)
  return { ...fields, answer: await visitor.post('/staff/callers', fields) }
}
