// Names and words of the city, each with its clip: a name on a screen is found by how it is written there.

import type { Centre } from '../profile/centre.ts'
import type { NamedPlace } from '../profile/place-names.ts'
import type { Profile } from '../profile/profile.ts'
import type { Controller } from '../profile/responsible.ts'
import { askedParts } from '../questionnaire/routing.ts'

/** A name: its clip, how a screen has it, and how somebody reads it aloud. */
export type SpokenName = { clip: string; written: string; read: string }

type Words = Readonly<Record<string, string>>

/** Every name and text of the profile that screens show, in a language. Where two are the same, the first has the clip. */
export function namesOf(profile: Profile, language: string): SpokenName[] {
  const plain = (clip: string, written: string | undefined): SpokenName[] =>
    written ? [{ clip: `name.${clip}`, written, read: written }] : []
  const text = (clip: string, words: Words | undefined): SpokenName[] =>
    plain(clip, words && (words[language] ?? words['de']))
  const words = (clip: string, given: Words | undefined): SpokenName[] => {
    const [german, own] = [given?.['de'], given?.[language]]
    return german ? [{ clip: `name.${clip}`, written: german, read: own ?? german }] : []
  }
  const place = (clip: string, { name, names }: NamedPlace): SpokenName[] => {
    const own = names?.[language]
    const read = own ? `${own} (${name})` : name
    // In German a button may have the words alone.
    const both = own && language === 'de' ? [name, own] : [name]
    return both.map((written) => ({ clip: `name.${clip}`, written, read }))
  }
  const controller = (clip: string, one: Controller | undefined): SpokenName[] => [
    ...plain(`${clip}.controller`, one?.name),
    ...plain(`${clip}.authority`, one?.supervisoryAuthority),
  ]
  const centre = (one: Centre): SpokenName[] => [
    ...place(`centre.${one.id}`, one),
    ...plain(`centre.${one.id}.address`, one.address),
    ...plain(`centre.${one.id}.stop`, one.way?.stop),
    ...text(`centre.${one.id}.who-we-are`, one.whoWeAre),
    ...text(`centre.${one.id}.on-the-way`, one.onTheWay),
    ...controller(`centre.${one.id}`, one.controller),
  ]
  const { bodies = [], offices = [], programmes = [], questions = [] } = profile
  const deciding = profile.districts.flatMap(({ parts }) =>
    parts.filter(({ number }) => profile.routing.parts?.[String(number)]),
  )
  const asked = askedParts(profile).map((part) => ({ ...part, number: Number(part.id) }))
  const all: SpokenName[] = [
    ...plain('city', profile.city),
    ...profile.centres.flatMap(centre),
    ...profile.districts.flatMap((one) => place(`district.${one.id}`, one)),
    // Often the district's name, which then has the clip.
    ...profile.centres.flatMap(({ id, short }) => plain(`centre.${id}.short`, short)),
    ...[...asked, ...deciding].flatMap((one) => place(`part.${one.number}`, one)),
    ...bodies.flatMap((one) => [
      ...plain(`body.${one.id}`, one.name),
      ...controller(`body.${one.id}`, one.controller),
    ]),
    ...offices.flatMap(({ id, name, address }) => [
      ...plain(`office.${id}`, name),
      ...plain(`office.${id}.address`, address),
    ]),
    ...programmes
      .filter(({ shown }) => shown)
      .flatMap(({ id, name, what }) => [
        ...plain(`programme.${id}`, name),
        ...text(`programme.${id}.what`, what),
      ]),
    ...questions.flatMap(({ id, name, title, hint, options = [] }) => [
      ...words(`question.${id}`, name),
      ...words(`question.${id}.title`, title),
      ...words(`question.${id}.hint`, hint),
      ...options.flatMap((option) => words(`question.${id}.option.${option.id}`, option.words)),
    ]),
  ]
  const seen = new Set<string>()
  return all.filter(({ written }) => !seen.has(written) && seen.add(written))
}
