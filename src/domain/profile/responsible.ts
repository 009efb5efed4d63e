// Who answers for the data and who publishes the pages: what has to be said before anything is asked
// (GDPR Art. 13, KDG § 15, DSG-EKD § 17; § 5 DDG). What is not known stays out and is shown as not yet entered.
import * as z from 'zod'
import { statusSchema } from './status.ts'

const line = z.string().min(1)

/** The law a controller answers under: GDPR, or that of a church (Art. 91). */
export const LAWS = ['DSGVO', 'DSG-EKD', 'KDG'] as const
export type Law = (typeof LAWS)[number]

/** Who answers for the data (GDPR Art. 4 (7)); differs by carrier. */
export const controllerSchema = z.strictObject({
  name: line,
  /** address, telephone or e-mail, as they are shown */
  contact: line.optional(),
  /** how its data protection officer is reached */
  dataProtectionOfficer: line.optional(),
  /** with whom people can lodge a complaint (Art. 77) */
  supervisoryAuthority: line.optional(),
  law: z.enum(LAWS).optional(),
  /** on what the processing stands where it is not the consent: the provision, in German */
  legalBasis: line.optional(),
  status: statusSchema.optional(),
})

export type Controller = z.infer<typeof controllerSchema>

/** What the city says of all its data, beside who answers for them. */
export const dataProtectionSchema = z.strictObject({
  /** whether several who run a centre answer for it together (Art. 26) */
  jointly: z.boolean().optional(),
  /** who gets data beside the centres, such as whoever runs the server, and what for; empty: nobody */
  recipients: z.array(line).optional(),
  /** who gets data outside the EU beside Telegram, and what protects them there; empty: nobody */
  outsideEu: z.array(line).optional(),
})

/** Who publishes the pages (§ 5 DDG). */
export const imprintSchema = z.strictObject({
  name: line,
  /** where letters arrive */
  address: line.optional(),
  representedBy: line.optional(),
  mail: z.email('expected a mail address').optional(),
  phone: line.optional(),
  /** what else the law asks of whoever publishes, such as a register or a tax number; a line each */
  more: z.array(line).optional(),
  status: statusSchema.optional(),
})

export type Imprint = z.infer<typeof imprintSchema>

/** The consent by which data are processed, as each law has it; special categories with it. */
export const CONSENT_BY: Readonly<Record<Law, string>> = {
  DSGVO: 'Art. 6 Abs. 1 a, Art. 9 Abs. 2 a DSGVO',
  'DSG-EKD': '§ 6 Nr. 2, § 13 Abs. 2 Nr. 1 DSG-EKD',
  KDG: '§ 6 Abs. 1 b, § 11 Abs. 2 a KDG',
}
