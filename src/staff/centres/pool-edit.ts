// A pool of interpreters as a part of the city that is edited: one there is, or a new one.

import type { Pool } from '../../domain/profile/interpreting.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Fields } from '../frame/route.ts'
import type { Edit } from './edit.ts'
import { poolFieldOf, poolFields, poolFrom } from './pool-fields.ts'
import { poolForm } from './pool-form.ts'
import { poolSections } from './pool-words.ts'

const BACK = '/admin/pools'

const poolsOf = ({ interpreting = [] }: Profile): readonly Pool[] => interpreting

/** A pool; nothing where the city has none with this id. */
export function poolEdit(profile: Profile, id: string): Edit | null {
  const find = (city: Profile) => poolsOf(city).find((one) => one.id === id)
  const pool = find(profile)
  if (!pool) return null
  return {
    ...common(find),
    subject: id,
    title: pool.name,
    path: `${BACK}/${id}`,
    fieldsOf: (city) => poolFields(find(city) ?? pool, placeOf(city, id)),
    profileFrom: (fields, city, month) => {
      if (fields['gone'] === 'yes') return withPools(city, others(city, id))
      return withPool(city, fields, id, month)
    },
  }
}

/** A pool to be added; `id` is drawn for it when its form is shown, so that a form sent twice adds one. */
export function newPoolEdit(profile: Profile, title: string, id: string): Edit {
  const known = poolsOf(profile).map((one) => one.id)
  return {
    ...common((city) => poolsOf(city).find((one) => !known.includes(one.id))),
    subject: 'interpreting',
    title,
    path: '/admin/new-pool',
    fieldsOf: (city) => ({ pool: id, place: String(poolsOf(city).length + 1) }),
    profileFrom: (fields, city, month) => withPool(city, fields, fields['pool'] ?? '', month),
  }
}

function common(find: (city: Profile) => Pool | undefined) {
  return {
    back: BACK,
    fieldOf: ({ path: [list, , ...rest] }) => (list === 'interpreting' ? poolFieldOf(rest) : ''),
    form: poolForm,
    sections: (frame, city) => {
      const pool = find(city)
      return poolSections(frame, city, pool, pool ? placeOf(city, pool.id) : 0)
    },
  } satisfies Partial<Edit>
}

const others = (city: Profile, id: string) => poolsOf(city).filter((one) => one.id !== id)

const placeOf = (city: Profile, id: string) => 1 + poolsOf(city).findIndex((one) => one.id === id)

function withPool(city: Profile, fields: Fields, id: string, month: string): unknown {
  const before = poolsOf(city).find((one) => one.id === id)
  const rest = others(city, id)
  const place = Number(fields['place'] ?? '')
  const at = place >= 1 && place <= rest.length ? place - 1 : rest.length
  const pool = poolFrom(fields, id, before, month)
  return withPools(city, [...rest.slice(0, at), pool, ...rest.slice(at)])
}

function withPools({ interpreting: _, ...city }: Profile, pools: readonly unknown[]): unknown {
  return pools.length > 0 ? { ...city, interpreting: pools } : city
}
