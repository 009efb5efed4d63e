// What the web pages of a public body have to say of themselves: how accessible they are, who publishes
// them, what is done with data. German, as the city answers for it; what is not known stays out.
import * as z from 'zod'

const line = z.string().min(1)
/** An address that is reached over https alone. */
export const httpsSchema = z.url({
  protocol: /^https$/,
  error: 'expected an address beginning with https://',
})
const contactSchema = z.strictObject({ mail: z.email().optional(), phone: line.optional() })

/**
 * The declaration on accessibility (Directive (EU) 2016/2102 Art. 7, model: Decision (EU) 2018/1523;
 * § 10b BGG NRW, BITV NRW). It stands as soon as {@link isDeclared}.
 */
export const accessibilitySchema = z.strictObject({
  /** who declares and answers for it */
  responsible: line.optional(),
  /** where barriers are reported beside the form, and who gets a mail of each */
  contact: contactSchema.optional(),
  /** day on which it was made, or looked through last, YYYY-MM-DD */
  declaredOn: z.iso.date('expected a day YYYY-MM-DD').optional(),
  /** who looked at the pages */
  assessedBy: z.enum(['self', 'third-party']).optional(),
  conformance: z.enum(['full', 'partial', 'none']).optional(),
  /** what is not accessible, and why: a German sentence each */
  notAccessible: z.array(line).optional(),
  /** who helps where an answer does not: in North Rhine-Westphalia the Ombudsstelle (§ 10d BGG NRW) */
  enforcement: contactSchema.extend({ name: line, url: httpsSchema.optional() }).optional(),
})

export type Accessibility = z.infer<typeof accessibilitySchema>

/** Addresses of the city's own pages about Lotse. */
export const pagesSchema = z.strictObject({
  /** who publishes it (§ 5 DDG) */
  imprint: httpsSchema.optional(),
  /** information on data (Art. 13 GDPR) */
  privacy: httpsSchema.optional(),
})

/** A declaration with everything it must have. */
export type Declared = Accessibility & {
  [F in 'responsible' | 'declaredOn' | 'assessedBy' | 'conformance']: NonNullable<Accessibility[F]>
}

/** Whether everything is there that a declaration must have. */
export function isDeclared(given: Accessibility | undefined): given is Declared {
  return given !== undefined && unsaidOfAccessibility(given).length === 0
}

/** Whether a declaration has to be looked through again: after a year (§ 4 (4) BITV NRW). Days as YYYY-MM-DD. */
export function isOutdated({ declaredOn }: Pick<Declared, 'declaredOn'>, today: string): boolean {
  const [year = 0, rest = ''] = [Number(declaredOn.slice(0, 4)), declaredOn.slice(4)]
  return `${year + 1}${rest}` <= today
}

/** What a declaration lacks, by the name of the field. */
export function unsaidOfAccessibility(given: Accessibility): string[] {
  const { responsible, contact, declaredOn, assessedBy, conformance, notAccessible } = given
  const lacks: [string, boolean][] = [
    ['responsible', !responsible],
    ['contact', !contact?.mail && !contact?.phone],
    ['declaredOn', !declaredOn],
    ['assessedBy', !assessedBy],
    ['conformance', !conformance],
    ['notAccessible', conformance !== 'full' && !notAccessible?.length],
    ['enforcement', !given.enforcement],
  ]
  return lacks.flatMap(([field, isLacking]) => (isLacking ? [field] : []))
}

/**
 * Whose data the profile holds that its licence asks to be named, in English and the licence's own words: stands on
 * /accessibility, which is linked below every page, and on /imprint.
 */
export const creditSchema = z.strictObject({
  /** what of the profile it is, such as `Parts of the city` */
  of: line,
  /** whom the licence wants named, as it wants it */
  name: line,
  home: httpsSchema,
  licence: line,
  /** where the licence is read */
  terms: httpsSchema,
})

export type Credit = z.infer<typeof creditSchema>
