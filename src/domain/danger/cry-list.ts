// The form of locales/<language>/cries.json: the words of danger of one language, by kind.

import * as z from 'zod'

/** What a cry can be about; where several are heard, the first of them counts. */
export const CRY_KINDS = ['medical', 'suicide', 'child', 'violence', 'held', 'help'] as const

/**
 * `medical` is any emergency for 112, fire too; `suicide` the wish to die, of oneself or of another;
 * `child` a child in danger; `violence` violence and threats; `held` being locked in, forced or
 * sold; `help` a bare cry for help.
 */
export type CryKind = (typeof CRY_KINDS)[number]

/** What is heard of a text: what the lists know, and of who says to be under 18 that, or that they are alone, too. */
export const HEARD_KINDS = [...CRY_KINDS, 'alone', 'young'] as const

export type HeardKind = (typeof HEARD_KINDS)[number]

/** What a cry says, each once; what is worst comes first. */
export type HeardKinds = readonly [HeardKind, ...HeardKind[]]

const phrases = z.array(z.string().min(1))

/** How phrases are written is told in locales/README.md, "Words of danger". */
export const cryListSchema = z.strictObject({
  /** True once a native speaker has read every phrase. */
  reviewed: z.boolean(),
  reviewedBy: z.string().min(1).nullable(),
  /** A sign at the beginning of a word, and what may stand in its place: `~` → `|di|na`. */
  prefixes: z.record(z.string().length(1), z.string()).optional(),
  /** Words that stand for each other, by the name a phrase calls them with: `{name}`. */
  groups: z.record(z.string(), z.string().min(1)).optional(),
  /** Words that turn violence around: "nobody hits me". */
  not: phrases.optional(),
  /** What sounds like danger and is none: "killing time". */
  harmless: phrases.optional(),
  /** How somebody says to be under 18 themselves, `#` for the age; what says so where they are alone; and that they are. */
  minor: phrases.optional(),
  young: phrases.optional(),
  alone: phrases.optional(),
  /** Words that are numbers, by the number, several between `|`; and those between the parts of one, "twenty and one". */
  numbers: z.record(z.string().regex(/^\d+$/), z.string()).optional(),
  and: z.string().optional(),
  cries: z.strictObject({
    medical: phrases,
    suicide: phrases,
    child: phrases,
    violence: phrases,
    held: phrases,
    help: phrases,
  }),
})

export type CryList = z.infer<typeof cryListSchema>
