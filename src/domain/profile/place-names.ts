// What a place is called besides its name: on the screen, and by those who type it.
import * as z from 'zod'

const line = z.string().min(1)

/**
 * `names` stands beside the name for who reads that language: the name in their script, or what the
 * place is where its name alone says nothing. `aliases` are never shown: what people type instead, in
 * any script; case, umlauts and slips are forgiven without them.
 */
export const placeNamesSchema = {
  names: z
    .record(z.string().regex(/^[a-z]{2,3}$/, 'expected a language key like "ar"'), line)
    .optional(),
  aliases: z.array(line).max(30).optional(),
}

/** A place with a name: a centre, a district or a part. */
export type NamedPlace = {
  name: string
  names?: Readonly<Record<string, string>> | undefined
  aliases?: readonly string[] | undefined
}
