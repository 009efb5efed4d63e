// Case systems as mappings: which fields of a record go where, under that system's names.

import { html } from 'hono/html'
import { type CaseSystem, sheetFields } from '../../domain/profile/case-systems.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { Words } from '../frame/words.ts'
import type { Kind } from './mapping.ts'
import { rowsIn, rowsText } from './rows.ts'

const typed = (fields: CaseSystem['fields']) =>
  rowsText(fields.map(({ label, field, key }) => [label, field, ...(key ? [key] : [])]))

const termOf = (city: Profile, field: string) =>
  sheetFields(city).find((one) => one.field === field)?.label ?? field

export const CASE_SYSTEMS: Kind<CaseSystem> = {
  ...{ key: 'caseSystems', rows: 'fields', path: 'case-system' },
  title: (words) => words.caseSystemNew,
  list: ({ caseSystems = [] }) => caseSystems,
  fieldsOf: ({ name, fields }) => ({ name, rows: typed(fields) }),
  fresh: (city) => ({ rows: typed(sheetFields(city)) }),
  entryFrom: (fields) => ({
    name: (fields['name'] ?? '').trim(),
    fields: rowsIn(fields['rows'] ?? '').map(({ columns: [label = '', field = '', ...key] }) => ({
      ...{ field, label },
      ...(key.length > 0 ? { key: key.join('|') } : {}),
    })),
  }),
  form: () => html``,
  sections: (words: Words, city, entry) => [
    { label: words.name, lines: entry ? [entry.name] : [] },
    {
      label: words.mappingRows,
      lines: (entry?.fields ?? []).map(
        ({ label, field, key }) => `${label}${key ? ` (${key})` : ''}: ${termOf(city, field)}`,
      ),
    },
  ],
  known: (_, city) => sheetFields(city).map(({ field, label }) => [field, label]),
}
