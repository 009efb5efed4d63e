// A pool of interpreters as form fields and back.

import { MODES, type Pool } from '../../domain/profile/interpreting.ts'
import { ticked, tickedFields } from '../frame/boxes.ts'
import type { Fields } from '../frame/route.ts'

/** Numbers that may be unknown. */
const OPTIONAL = ['answersInWorkingDays', 'longestMinutes', 'freeCancelHours'] as const
const CONTACTS = ['mail', 'phone', 'url'] as const

/** The box that says that a pool excludes no topic, which is not the same as nothing known. */
export const NOTHING = 'nothing'

/** The fields that show a pool as it is; `place` counts from 1. */
export function poolFields(pool: Pool, place: number): Fields {
  const { name, modes, centres = [], languages, genderWish, excludes, contact, status } = pool
  const numbers = (['leadWorkingDays', ...OPTIONAL] as const).map((key) => [key, pool[key]])
  const texts = { name, place, source: status.source, ...contact, ...Object.fromEntries(numbers) }
  return {
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, String(value)]],
      ),
    ),
    ...tickedFields('modes', modes),
    ...tickedFields('at', centres),
    ...tickedFields('speaks', languages),
    ...tickedFields('excludes', excludes?.length === 0 ? [NOTHING] : (excludes ?? [])),
    ...(genderWish === undefined ? {} : { genderWish: genderWish ? 'yes' : 'no' }),
    ...(pool.onCall ? { onCall: 'yes', leadWorkingDays: '' } : {}),
    ...(pool.byMail ? { byMail: 'yes' } : {}),
    ...(status.confirmed ? { confirmed: 'yes' } : {}),
  }
}

/** The pool that fields describe, not checked yet; `month` is the present one, YYYY-MM. */
export function poolFrom(fields: Fields, id: string, before: Pool | undefined, month: string) {
  const text = (key: string) => (fields[key] ?? '').trim()
  const given = (key: string, value: unknown) => (text(key) === '' ? {} : { [key]: value })
  const all = (values: readonly Record<string, unknown>[]) => Object.assign({}, ...values)
  const modes = ticked(fields, 'modes')
  const centres = ticked(fields, 'at')
  const confirmed = text('confirmed') === 'yes'
  const onCall = text('onCall') === 'yes'
  const lead = text('leadWorkingDays')
  const asOf = confirmed && !before?.status.confirmed ? month : before?.status.asOf
  return {
    id,
    name: text('name'),
    modes: MODES.filter((mode) => modes.includes(mode)),
    ...(centres.length > 0 ? { centres } : {}),
    languages: ticked(fields, 'speaks'),
    ...given('genderWish', text('genderWish') === 'yes'),
    ...(onCall ? { onCall } : {}),
    leadWorkingDays: onCall && lead === '' ? 0 : numberOf(lead),
    ...all(OPTIONAL.map((key) => given(key, numberOf(text(key))))),
    ...excludesFrom(fields),
    contact: all(CONTACTS.map((key) => given(key, text(key)))),
    ...(text('byMail') === 'yes' ? { byMail: true } : {}),
    status: { confirmed, ...(asOf ? { asOf } : {}), ...given('source', text('source')) },
  }
}

/** The field at which a fault of a pool is told; its path begins inside the pool. */
export function poolFieldOf([key, part]: readonly (string | number)[]): string {
  if (key === 'contact') return String(part ?? 'mail')
  return (
    { languages: 'speaks', centres: 'at', status: 'source', id: '' }[`${key}`] ?? `${key ?? ''}`
  )
}

// "Nothing" beside a topic cannot be, and the profile's check says so.
function excludesFrom(fields: Fields): { excludes?: unknown } {
  const chosen = ticked(fields, 'excludes')
  if (chosen.length === 0) return {}
  if (!chosen.includes(NOTHING)) return { excludes: chosen }
  return { excludes: chosen.length === 1 ? [] : NOTHING }
}

const numberOf = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : text)
