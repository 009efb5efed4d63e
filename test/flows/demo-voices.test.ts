// The demo's voices: a computer's, never for consent and danger, laid once and gone before a city is live.

import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { readVoice, type SharedVoice, writeVoice } from '../../src/domain/spoken/shared-voice.ts'
import { isByPerson } from '../../src/domain/spoken/which.ts'
import { layVoices, takeVoicesAway } from '../../src/flows/spoken/demo-voices.ts'
import { takeMadeUpAway } from '../../src/flows/upkeep/made-up.ts'
import { seedProfile } from '../support/duisburg.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const files = readdirSync('voices').map((name) => readFileSync(`voices/${name}`, 'utf8'))
const voices = files.map((text) => readVoice(text) as SharedVoice)

const DANGER = 'danger.title'
let lotse: TestLotse
afterEach(() => lotse?.stop())
const start = async () => {
  lotse = await startLotse({ profile: seedProfile('duisburg') })
}
const demo = () => ({ ...lotse.deps, config: { ...lotse.deps.config, mode: 'demo' as const } })
const books = () => lotse.deps.i18n.books(seedProfile('duisburg'))

/** A few clips of a voice, and one more of any key as if a computer had read it. */
function few(voice: SharedVoice, more: { key: string; hash: string }[] = []): string {
  const [speaker, ...others] = voice.speakers
  expect(others).toEqual([])
  const clips = voice.clips.slice(0, 5)
  const frames = clips[0]?.frames ?? new Uint8Array()
  const all = [...clips, ...more.map((one) => ({ ...one, frames, speaker: speaker?.id ?? '' }))]
  return writeVoice(
    voice,
    voice.speakers,
    all.map((one) => ({ ...one, words: 'read' })),
  )
}

describe('the files', () => {
  test('are whole, small, by a computer, and none says a word of consent or danger', () => {
    expect(voices.map(({ voice }) => voice).sort()).toEqual(['de', 'kmr', 'tr'])
    expect(files.join('').length).toBeLessThan(7_400_000)
    for (const { refused, speakers, clips } of voices) {
      expect(refused).toEqual({})
      expect(speakers.every(({ isComputer, consentHash }) => isComputer && !consentHash)).toBe(true)
      expect(clips.filter(({ key }) => isByPerson(key.replace(/#.*/, '')))).toEqual([])
    }
  })

  test.each(voices)('read the words of today: $voice', async ({ voice, clips }) => {
    await start()
    const book = books()(voice)
    const stale = clips.filter(({ key, hash }) => book?.clips.get(key)?.hash !== hash)
    // `npm run voices` reads changed words anew; a few that are silent until then do no harm.
    expect(stale.length / clips.length).toBeLessThan(0.2)
  })
})

describe('in a demo', () => {
  test('are laid once and heard, and what is taken back stays away', async () => {
    await start()
    const { store } = lotse.deps
    const [voice] = voices as [SharedVoice]
    await layVoices(demo(), [few(voice)])
    expect(await store.released.all()).toHaveLength(5)
    const [first] = await store.clips.of(voice.voice)
    await store.clips.remove(first?.id ?? '')
    await layVoices(demo(), [few(voice)])
    expect(await store.released.all()).toHaveLength(4)
    expect(await store.speakers.of(voice.voice)).toMatchObject([{ isComputer: true, name: null }])
  })

  test('go on at the next start where they were stopped', async () => {
    await start()
    const { store } = lotse.deps
    const [voice] = voices as [SharedVoice]
    await layVoices(demo(), [few(voice)], AbortSignal.abort())
    expect(await store.released.all()).toEqual([])
    await layVoices(demo(), [few(voice)])
    expect(await store.released.all()).toHaveLength(5)
  })

  test('a clip of consent or danger is not even recorded', async () => {
    await start()
    const [voice] = voices as [SharedVoice]
    const clips = [...(books()(voice.voice)?.clips.values() ?? [])]
    const danger = clips.filter(({ byPerson }) => byPerson)
    expect(danger.map(({ key }) => key)).toContain(DANGER)
    await layVoices(demo(), [few(voice, danger)])
    const kept = (await lotse.deps.store.clips.of(voice.voice)).map(({ key }) => key)
    expect(kept.filter((key) => danger.some((one) => one.key === key))).toEqual([])
    expect(kept).toHaveLength(5)
  })

  test('a recording of danger that is there all the same is not let out', async () => {
    await start()
    const { store, clock } = lotse.deps
    const [voice] = voices as [SharedVoice]
    const hash = books()(voice.voice)?.clips.get(DANGER)?.hash ?? ''
    const [speaker] = voice.speakers
    const frames = voice.clips[0]?.frames ?? new Uint8Array()
    const one = { id: 'smuggled', voice: voice.voice, key: DANGER, hash, frames, seconds: 1 }
    await store.speakers.add({
      ...{ id: 'computer-x', voice: voice.voice, name: null, isComputer: true, consentHash: null },
      ...{ consentedAt: 0, origin: 'demo', addedBy: 'demo' },
    })
    expect(speaker?.isComputer).toBe(true)
    const by = { speaker: 'computer-x', recordedBy: 'demo', loudness: 'unmeasured' } as const
    await store.clips.record([{ ...one, ...by }], clock.now())
    await layVoices(demo(), [few(voice)])
    expect((await store.clips.find('smuggled'))?.state).toBe('recorded')
    expect((await store.released.all()).map(({ key }) => key)).not.toContain(DANGER)
  })

  test('no voice of a person is taken', async () => {
    await start()
    const [voice] = voices as [SharedVoice]
    const people = voice.speakers.map((one) => ({ ...one, isComputer: false }))
    const file = few({ ...voice, speakers: people })
    await expect(layVoices(demo(), [file])).rejects.toThrow('agreed to no demo')
  })
})

test('live there are none, and those of a demo are gone', async () => {
  await start()
  const { store } = lotse.deps
  const [voice] = voices as [SharedVoice]
  await expect(layVoices(lotse.deps, files)).rejects.toThrow('belongs into a demo')
  await takeVoicesAway(lotse.deps)
  await layVoices(demo(), [few(voice)])
  await store.speakers.add({
    ...{ id: 'person', voice: voice.voice, name: 'Hana', isComputer: false, consentHash: 'h' },
    ...{ consentedAt: 0, origin: null, addedBy: 'staff' },
  })
  await takeMadeUpAway(lotse.deps)
  expect(await store.clips.of(voice.voice)).toEqual([])
  expect((await store.speakers.of(voice.voice)).map(({ id }) => id)).toEqual(['person'])
})
