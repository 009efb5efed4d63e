// The systems in which the carriers keep their cases, and what of a record goes where in each: a case sheet.
import * as z from 'zod'
import { idSchema } from '../calendar/rules.ts'
import { type Asking, questionnaireOf } from '../questionnaire/questionnaire.ts'
import { type Fault, oneOf, repeated } from './faults.ts'
import { tableLine } from './table-line.ts'

/** What a case sheet can hold beside the answers, with the German words for it where a system has none of its own. */
const SHEET_FIELDS = {
  reference: 'Zeichen in Lotse',
  received: 'Anfrage vom',
  centre: 'Beratungsstelle',
  carrier: 'Träger',
  'taken-by': 'Zuständig',
  status: 'Stand',
  urgency: 'Dringlichkeit',
  reading: 'Liest',
  relation: 'Fragt für',
  phone: 'Telefon',
  appointment: 'Termin',
  rechtskreise: 'Rechtskreise',
  referrals: 'Verweise',
  'staff-notes': 'Notizen der Beratung',
} as const
export type SheetField = keyof typeof SHEET_FIELDS

const line = tableLine(80)

const fieldSchema = z.strictObject({
  /** the id of a question, or one of {@link SHEET_FIELDS} */
  field: idSchema,
  /** what it is called there */
  label: line,
  /** its name for machines; else the field's own */
  key: line.optional(),
})

const caseSystemSchema = z.strictObject({
  id: idSchema,
  name: line,
  /** in the order of that system */
  fields: z.array(fieldSchema).min(1).max(60),
})

export const caseSystemsSchema = z.array(caseSystemSchema).max(10)

export type CaseSystem = z.infer<typeof caseSystemSchema>

/** The part of a city profile that says which there are. */
type City = Asking & { caseSystems?: readonly CaseSystem[] | undefined }

/** Whether a field is none of a question. */
export const isSheetField = (field: string): field is SheetField =>
  Object.hasOwn(SHEET_FIELDS, field)

// Who it is and where, what they said, what became of it.
const FIRST: readonly SheetField[] = ['reference', 'received', 'centre', 'carrier', 'taken-by']
const BEFORE: readonly SheetField[] = ['reading', 'relation', 'phone', 'urgency']
const LAST: readonly SheetField[] = ['rechtskreise', 'appointment', 'referrals', 'staff-notes']

/** Everything a sheet can hold in a city, with Lotse's own German words for it. */
export function sheetFields(profile: City): CaseSystem['fields'] {
  const own = (fields: readonly SheetField[]) =>
    fields.map((field) => ({ field, label: SHEET_FIELDS[field] }))
  const asked = questionnaireOf(profile)
    .filter(({ record }) => record !== 'urgency')
    .map(({ id, term }) => ({ field: id, label: term.de }))
  return [...own(FIRST), ...asked, ...own(BEFORE), ...own(LAST)]
}

/** The systems of a city; where it has entered none, one that takes everything under Lotse's own names. */
export function caseSystemsOf(profile: City): readonly CaseSystem[] {
  if (profile.caseSystems?.length) return profile.caseSystems
  return [{ id: 'all', name: 'Alle Angaben', fields: sheetFields(profile) }]
}

/** Every fault in what they refer to. */
export function caseSystemFaults(profile: City): Fault[] {
  const systems = profile.caseSystems ?? []
  const questions = questionnaireOf(profile).map(({ id }) => id)
  const known = [...Object.keys(SHEET_FIELDS), ...questions]
  return [
    ...repeated(
      systems.map(({ id }) => id),
      (index) => ['caseSystems', index, 'id'],
    ),
    ...systems.flatMap(({ fields }, at) => {
      const path = (index: number, part: string) => ['caseSystems', at, 'fields', index, part]
      return [
        ...fields.flatMap(({ field }, index) => oneOf(field, known, path(index, 'field'))),
        ...repeated(fields.map(keyOf), (index) =>
          path(index, fields[index]?.key === undefined ? 'field' : 'key'),
        ),
      ]
    }),
  ]
}

/** By which name a machine knows it. */
export const keyOf = ({ field, key }: CaseSystem['fields'][number]): string => key ?? field
