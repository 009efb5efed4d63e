// What funders ask for each quarter, and under which names. What the Land really wants of its lines is not public: so
// it is data, and what Lotse brings says that nobody has confirmed it.
import * as z from 'zod'
import { idSchema } from '../calendar/rules.ts'
import {
  COUNTED_QUESTIONS,
  QUARTER_KINDS,
  type QuarterKind,
  UNSAID,
} from '../figures/quarter-counts.ts'
import { listOf } from '../questionnaire/questionnaire.ts'
import { QUESTIONS } from '../questionnaire/questions.ts'
import { URGENCIES } from '../questionnaire/triage.ts'
import { type Fault, oneOf, repeated } from './faults.ts'
import { statusSchema } from './status.ts'
import { tableLine } from './table-line.ts'

const line = tableLine(120)

const fundingRowSchema = z.strictObject({
  /** what it is called there */
  as: line,
  /** a kind of count, such as "age", or one code of it, such as "age.18-26" */
  count: z.string().regex(/^[a-z]+(\.[\w-]+)?$/, 'expected a kind of count, or "kind.code"'),
})

const fundingLineSchema = z.strictObject({
  id: idSchema,
  name: line,
  /** the carriers that are paid by it; without it all */
  bodies: z.array(idSchema).min(1).optional(),
  /** in the order of that funder */
  rows: z.array(fundingRowSchema).min(1).max(60),
  status: statusSchema,
})

export const fundingSchema = z.array(fundingLineSchema).max(10)

export type FundingLine = z.infer<typeof fundingLineSchema>

/** Which count a row is of; `code`: `null` for all of the kind. */
export function countOfRow({ count }: { count: string }): {
  kind: QuarterKind
  code: string | null
} {
  const [kind = '', code = null] = count.split('.')
  return { kind: kind as QuarterKind, code }
}

const OWN_CODES: Partial<Record<QuarterKind, readonly string[]>> = {
  requests: ['first', 'again'],
  urgency: URGENCIES,
  referral: ['office', 'body', 'programme'],
  kept: ['kept'],
}

/** The codes that a kind is counted by; none of languages, of which there is no end. */
export function codesOf(kind: QuarterKind): readonly string[] {
  if (kind === 'language') return []
  const asked = QUESTIONS.find(
    ({ id }) => id === COUNTED_QUESTIONS[kind as keyof typeof COUNTED_QUESTIONS],
  )
  const codes = asked ? listOf(asked).map(({ code }) => code) : (OWN_CODES[kind] ?? [])
  return kind === 'age' || kind === 'residence' ? [...codes, UNSAID] : codes
}

const brought = (id: string, name: string, ages: readonly (readonly [string, string])[]) => ({
  ...{ id, name, status: { confirmed: false } },
  rows: [
    { as: 'Anfragen, die der Träger übernommen hat', count: 'requests' },
    ...ages.map(([code, as]) => ({ as, count: code === '' ? 'age' : `age.${code}` })),
    { as: 'Gesprächssprache', count: 'language' },
    { as: 'Aufenthaltspapier (Gruppe)', count: 'residence' },
    { as: 'Anliegen (bis zu drei je Anfrage)', count: 'topic' },
    { as: 'Dringlichkeit', count: 'urgency' },
    { as: 'Verweise', count: 'referral' },
    { as: 'Wahrgenommene Termine', count: 'kept' },
  ],
})

const BROUGHT: readonly FundingLine[] = [
  brought('kim', 'KIM, Case Management', [['', 'Altersgruppe']]),
  brought('mbe', 'MBE', [['27-plus', 'Ratsuchende ab 27 Jahren']]),
  brought('jmd', 'JMD', [
    ['under-18', 'Ratsuchende unter 18 Jahren'],
    ['18-26', 'Ratsuchende von 18 bis 26 Jahren'],
  ]),
]

/** The funding lines of a city; where it has entered none, those that Lotse brings. */
export const fundingLinesOf = ({
  funding,
}: {
  funding?: readonly FundingLine[] | undefined
}): readonly FundingLine[] => (funding?.length ? funding : BROUGHT)

/** Every fault in what they refer to. */
export function fundingFaults({
  funding = [],
  bodies = [],
}: {
  funding?: readonly FundingLine[] | undefined
  bodies?: readonly { id: string }[] | undefined
}): Fault[] {
  const carriers = bodies.map(({ id }) => id)
  return [
    ...repeated(
      funding.map(({ id }) => id),
      (index) => ['funding', index, 'id'],
    ),
    ...funding.flatMap(({ bodies: paid = [], rows }, at) => [
      ...paid.flatMap((body, index) => oneOf(body, carriers, ['funding', at, 'bodies', index])),
      ...rows.flatMap((row, index) => {
        const { kind, code } = countOfRow(row)
        const path = ['funding', at, 'rows', index, 'count']
        if (!QUARTER_KINDS.includes(kind)) return oneOf(kind, QUARTER_KINDS, path)
        const known = codesOf(kind)
        return code === null || known.length === 0 ? [] : oneOf(code, known, path)
      }),
    ]),
  ]
}
