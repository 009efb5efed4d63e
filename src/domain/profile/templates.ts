// Messages the city has worded for its staff to send, with fields that are filled from the record.
import * as z from 'zod'
import { idSchema } from '../calendar/rules.ts'
import { hasHidden, lengthOf } from '../people/typed-text.ts'

/** Templates that Lotse brings in every language; the city may word them anew or switch them off. */
export const SHIPPED = ['call', 'papers', 'letter', 'come'] as const
export type Shipped = (typeof SHIPPED)[number]

/** Whether Lotse brings the template. */
export const isShipped = (id: string): id is Shipped => SHIPPED.some((one) => one === id)

/** What is filled in, as it stands in a text. Day and time are those of the appointment. */
export const TEMPLATE_FIELDS = ['Tag', 'Uhrzeit', 'Ort', 'Telefon', 'Unterlagen'] as const
export type TemplateField = (typeof TEMPLATE_FIELDS)[number]

const OF_APPOINTMENT: readonly string[] = ['Tag', 'Uhrzeit']

/** The longest text in one language, in characters, before its fields are filled. */
const LONGEST_TEMPLATE = 500
const LONGEST_NAME = 60
const MOST_TEMPLATES = 40
// A message names its template by this.
const LONGEST_ID = 24

/** Why a text cannot be sent. */
export type TextFault = 'empty' | 'long' | 'hidden' | 'markup' | 'field'

const EXPECTED = {
  empty: 'expected a text',
  long: `expected at most ${LONGEST_TEMPLATE} characters`,
  hidden: 'expected no invisible marks of direction: Lotse sets it by itself',
  markup: 'expected plain text, without markup such as <b>, **, &nbsp;',
  field: `expected no field but ${TEMPLATE_FIELDS.map((name) => `{${name}}`).join(', ')}`,
} as const satisfies Record<TextFault, string>

const MARKUP = /<\/?[a-z!]|&#?\w+;|\*\*|__|\]\(/i

/** What is wrong with a text, if anything. */
export function faultOfText(text: string): TextFault | null {
  if (text.trim() === '') return 'empty'
  if (lengthOf(text) > LONGEST_TEMPLATE) return 'long'
  if (hasHidden(text)) return 'hidden'
  if (MARKUP.test(text)) return 'markup'
  const bare = partsOf(text).map((part) => ('words' in part ? part.words : ''))
  return /[{}]/.test(bare.join('')) ? 'field' : null
}

/** A piece of a text: words, or a field. */
export type TemplatePart = { words: string } | { field: TemplateField }

const FIELD = new RegExp(`\\{(${TEMPLATE_FIELDS.join('|')})\\}`)

/** A text as words and fields, in their order. */
export function partsOf(text: string): TemplatePart[] {
  return text
    .split(FIELD)
    .map(
      (part, at): TemplatePart =>
        at % 2 === 0 ? { words: part } : { field: part as TemplateField },
    )
    .filter((part) => !('words' in part) || part.words !== '')
}

/** The fields of a text, each once, in the order of {@link TEMPLATE_FIELDS}. */
export function fieldsOfText(text: string): TemplateField[] {
  const there = partsOf(text).map((part) => ('field' in part ? part.field : ''))
  return TEMPLATE_FIELDS.filter((field) => there.includes(field))
}

/** Whether texts can be sent only to somebody who has an appointment. */
export const needsAppointment = (texts: Readonly<Record<string, string>>): boolean =>
  fieldsOfText(texts['de'] ?? '').some((field) => OF_APPOINTMENT.includes(field))

const textSchema = z.string().superRefine((text, ctx) => {
  const fault = faultOfText(text)
  if (fault) ctx.addIssue({ code: 'custom', message: EXPECTED[fault] })
})

const languageKey = z.string().regex(/^[a-z]{2,3}$/, 'expected a language key like "ar"')

const textsSchema = z.record(languageKey, textSchema)

const templateSchema = z
  .strictObject({
    id: idSchema.max(LONGEST_ID),
    /** by which staff choose it; without it, and without texts, one that Lotse brings stays as it is */
    name: z
      .string()
      .trim()
      .min(1)
      .max(LONGEST_NAME)
      .regex(/^[^\p{C}]*$/u, 'expected one line without hidden signs')
      .optional(),
    /** by language, German at least; who reads another one than these gets the German text */
    texts: textsSchema.optional(),
    /** languages whose text is older than the German one: said wherever it is chosen, until somebody has looked */
    stale: z.array(languageKey).min(1).optional(),
    /** not offered any more */
    off: z.literal(true).optional(),
  })
  .superRefine(({ id, name, texts, stale = [] }, ctx) => {
    const untold = stale.findIndex((key) => key === 'de' || texts?.[key] === undefined)
    if (untold >= 0) {
      const message = 'expected a language that has a text of its own'
      ctx.addIssue({ code: 'custom', path: ['stale', untold], message })
    }
    if (isShipped(id) && name === undefined && texts === undefined) return
    if (name === undefined)
      ctx.addIssue({ code: 'custom', path: ['name'], message: 'expected a name' })
    const german = texts?.['de']
    if (german === undefined) {
      ctx.addIssue({ code: 'custom', path: ['texts', 'de'], message: 'expected a German text' })
      return
    }
    const fields = fieldsOfText(german).join()
    for (const [language, text] of Object.entries(texts ?? {})) {
      if (fieldsOfText(text).join() === fields) continue
      const message = `expected the fields of the German text: ${fields || 'none'}`
      ctx.addIssue({ code: 'custom', path: ['texts', language], message })
    }
  })

/** Each with an id of its own. */
export const templatesSchema = z.array(templateSchema).max(MOST_TEMPLATES)

export type Template = z.infer<typeof templateSchema>

/** One that the city has worded. */
export type WordedTemplate = Template & { name: string; texts: Record<string, string> }

export const isWorded = (one: Template): one is WordedTemplate =>
  one.name !== undefined && one.texts !== undefined

type Texts = Readonly<Record<string, string>>

/**
 * The translations that are left behind once the texts are these: those that stay as they were while the German text
 * changes, and those that were before. Looking at one (`fits`), or wording it anew, takes it out.
 */
export function leftBehind(
  before: { texts: Texts; stale?: readonly string[] | undefined },
  texts: Texts,
  { fits, isCorrection }: { fits: readonly string[]; isCorrection: boolean },
): string[] {
  const german = before.texts['de']
  const isOther = german !== undefined && german !== texts['de'] && !isCorrection
  return Object.keys(texts).filter(
    (key) =>
      key !== 'de' &&
      texts[key] === before.texts[key] &&
      (isOther || before.stale?.includes(key) === true) &&
      !fits.includes(key),
  )
}

/** A template as staff choose it; without `own` it is worded as Lotse brings it. */
export type Choosable = { id: string; own: WordedTemplate | null; off: boolean }

/** Every template of the city: those that Lotse brings first, then its own. */
export function templatesOf({
  templates = [],
}: {
  templates?: readonly Template[] | undefined
}): Choosable[] {
  const ids = [...SHIPPED, ...templates.map(({ id }) => id)]
  return [...new Set<string>(ids)].map((id) => {
    const one = templates.find((template) => template.id === id)
    return { id, own: one && isWorded(one) ? one : null, off: one?.off ?? false }
  })
}
