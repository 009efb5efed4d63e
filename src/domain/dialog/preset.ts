// What a link to the first page may say before anybody has said anything: the language, the centre, the
// topic, and where the link stands. What is unknown says nothing.

import { joinedSource, SOURCE } from '../profile/source.ts'
import { TOPICS } from '../questionnaire/first-questions.ts'
import type { Facts } from './talk.ts'
import type { Carried } from './tap.ts'

/** The names in a link's query. */
export const PRESETS = ['lang', 'centre', 'topic', 'from'] as const

export type Preset = { language?: string } & Pick<Carried, 'source' | 'topic'>

/** A link to the first page of the web door; where nothing is said it is left away. */
export function presetLink(
  publicUrl: string,
  preset: Readonly<Partial<Record<(typeof PRESETS)[number], string>>>,
): string {
  const said = PRESETS.flatMap((name) => (preset[name] ? [[name, preset[name]]] : []))
  const query = new URLSearchParams(said)
  return said.length === 0 ? `${publicUrl}/` : `${publicUrl}/?${query}`
}

/**
 * Reads the query of a link. A language may come with a region (`de-DE`), a centre by its id or its code;
 * centre and place are carried as one source, as a poster's code carries them.
 */
export function readPreset(
  query: Readonly<Partial<Record<(typeof PRESETS)[number], string>>>,
  { profile, reading }: Pick<Facts, 'profile' | 'reading'>,
): Preset {
  const asked = query.lang?.toLowerCase()
  const language =
    reading.find((key) => key === asked) ?? reading.find((key) => key === asked?.split(/[-_]/)[0])
  const topic = TOPICS.find((code) => code === query.topic?.toLowerCase())
  const from = SOURCE.test(query.from ?? '') ? query.from : undefined
  const source = joinedSource(profile, query.centre, from)
  return {
    ...(language ? { language } : {}),
    ...(source ? { source } : {}),
    ...(topic ? { topic } : {}),
  }
}
