// The list a record was opened from goes along with every page and form of it.

import type { Frame } from '../frame/frame.ts'

/** A page of a record, or below it. */
export function recordHref(
  { list }: Pick<Frame, 'list'>,
  id: string,
  below: '' | `/${string}` = '',
  query: Readonly<Record<string, string>> = {},
): string {
  const all = new URLSearchParams({ ...query, ...(list === '' ? {} : { list }) })
  return `/staff/intakes/${id}${below}${all.size === 0 ? '' : `?${all}`}`
}
