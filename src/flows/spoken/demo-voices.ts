// The demo speaks with a computer's voice, which a city that is live never has.

import type { Deps } from '../../deps.ts'
import type { Book } from '../../domain/spoken/clips.ts'
import { readVoice, type SharedVoice } from '../../domain/spoken/shared-voice.ts'
import { textsOf } from '../../domain/spoken/voices.ts'
import { currentCity } from '../city.ts'
import { lookAgain } from './released.ts'
import { takeIn } from './take-in.ts'
import { heardAnew } from './taken-back.ts'

/** The fact that says so of a database: `begun`, `laid` or `gone`, and the voices. */
const FACT = 'demo-voices'
// Two hands, as everywhere: who brings a clip is not who lets it out.
const BRINGS = 'demo'
const RELEASES = 'demo-release'

/**
 * Lays voices, each the text of its file, once; what a visitor takes back stays away. It takes a second or two,
 * and goes on at the next start where it was stopped.
 */
export async function layVoices(
  deps: Deps,
  files: readonly string[],
  stopping?: AbortSignal,
): Promise<void> {
  const { store, config, i18n } = deps
  if (config.mode !== 'demo') throw new Error("a computer's voice belongs into a demo")
  if ((await store.meta.get(FACT))?.startsWith('laid')) return
  const voices = files.flatMap((text) => readVoice(text) ?? [])
  if (!voices.every(({ speakers }) => speakers.every((one) => one.isComputer))) {
    throw new Error('a person whose voice this is has agreed to no demo')
  }
  const names = voices.map(({ voice }) => voice).join(' ')
  // Noted first: cut off in between, it must not go live.
  await store.meta.set(FACT, `begun ${names}`)
  const books = i18n.books((await currentCity(deps)).profile)
  for (const file of voices) {
    const book = books(textsOf(file.voice))
    if (stopping?.aborted) return
    if (book) await lay(deps, file, book, stopping)
    lookAgain(deps)
  }
  if (!stopping?.aborted) await store.meta.set(FACT, `laid ${names}`)
}

async function lay(deps: Deps, file: SharedVoice, book: Book, stopping?: AbortSignal) {
  const { store, clock } = deps
  await takeIn(deps, file, book, BRINGS)
  for (const one of await store.clips.of(file.voice)) {
    if (stopping?.aborted) return
    const isOurs = one.recordedBy === BRINGS && one.state === 'recorded'
    // Once more, for what is released is heard: consent and danger are for a person.
    const mayBe = isOurs && !book.clips.get(one.key)?.byPerson
    if (mayBe) await store.clips.release(one, RELEASES, clock.now())
  }
}

/** Before the first people come: all that a computer said in the demo is gone. */
export async function takeVoicesAway(deps: Deps): Promise<void> {
  const { meta, speakers } = deps.store
  const [state, ...voices] = (await meta.get(FACT))?.split(' ') ?? []
  if (state === undefined || state === 'gone') return
  for (const voice of voices) {
    const laid = (await speakers.of(voice)).filter(({ addedBy }) => addedBy === BRINGS)
    for (const { id } of laid) await speakers.remove(id, deps.clock.now())
  }
  await meta.set(FACT, 'gone')
  heardAnew(deps)
  deps.log.info("took away the computer's voices of the demo")
}
