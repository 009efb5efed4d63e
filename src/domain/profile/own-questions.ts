// Questions a city adds of its own: always optional, asked after those of every city.
import * as z from 'zod'
import { idSchema } from '../calendar/rules.ts'
import { textsSchema } from './centre.ts'

// A button carries both ids in the 64 bytes that Telegram allows.
const LONGEST_ID = 24

const ownId = z
  .string()
  .max(LONGEST_ID)
  .regex(/^own-[a-z0-9-]+$/, 'expected an id that begins with "own-"')

// One picture that every font draws in colour, also where it is joined of several.
const icon = z
  .string()
  .regex(
    /^(?:\p{Emoji_Presentation}\p{EMod}?|\p{Extended_Pictographic}\uFE0F)(?:\u200D\p{Extended_Pictographic}\uFE0F?)*$/u,
    'expected one emoji in colour',
  )

/** One of its answers, as it stands on a button; German is what the record says. */
const ownOptionSchema = z.strictObject({
  id: idSchema.max(LONGEST_ID),
  words: textsSchema,
  icon: icon.optional(),
})

/** Asked only where the answer to an earlier question is, or has among it, one of these options. */
const conditionSchema = z.strictObject({
  question: z.string().min(1),
  is: z.array(z.string().min(1)).min(1),
})

/**
 * A question of the city. Whose language has no words reads German. What people type is sealed; what
 * they choose is kept as a code.
 */
export const ownQuestionSchema = z
  .strictObject({
    id: ownId,
    kind: z.enum(['choice', 'text']),
    /** in a list of answers; in the record the German one */
    name: textsSchema,
    title: textsSchema,
    hint: textsSchema.optional(),
    icon: icon.optional(),
    options: z.array(ownOptionSchema).min(2).max(12).optional(),
    /** most choices (1 where it is not said), or most characters of a text (300) */
    most: z.int().min(1).max(1000).optional(),
    /** all of them must be met */
    when: z.array(conditionSchema).min(1).optional(),
  })
  .refine(({ kind, options }) => (kind === 'choice') === (options !== undefined), {
    path: ['options'],
    error: 'expected options for a choice, and none for a text',
  })

export type OwnQuestion = z.infer<typeof ownQuestionSchema>
