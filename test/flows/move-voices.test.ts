// What people said and who lent a voice, as large as it may be: moved with a city, and sealed by a new key.

import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { LARGEST_BYTES } from '../../src/domain/spoken/mp3.ts'
import { LARGEST_VOICE } from '../../src/domain/voice-message/voice-message.ts'
import { exportCity, importCity } from '../../src/flows/upkeep/move-city.ts'
import { rotateKeys } from '../../src/flows/upkeep/rotate-keys.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createStore, type Store } from '../../src/store/store.ts'
import { createActor } from '../support/actor.ts'
import { startLotse } from '../support/lotse.ts'
import { bookSara } from '../support/talks.ts'
import { fillVoice } from '../support/voice-rooms.ts'

const newKey = () => randomBytes(32).toString('base64')
const MESSAGES = 2
const SAID = Uint8Array.from({ length: LARGEST_VOICE }, (_, at) => at % 251)

/** All of it as the store of one key reads it. */
async function holds({ voiceMessages, speakers, clips }: Store, request: string): Promise<void> {
  const messages = await voiceMessages.of(request)
  expect(messages.map(({ id, seconds }) => [id, seconds])).toEqual([
    ['said-0', 60],
    ['said-1', 60],
  ])
  for (const { id } of messages) {
    const found = await voiceMessages.file(request, id)
    expect(found?.type).toBe('audio/ogg')
    expect(Buffer.compare(found?.file ?? new Uint8Array(), SAID)).toBe(0)
  }
  expect(await speakers.of('ckb')).toMatchObject([{ id: 'speaker', name: 'Hana A.' }])
  expect(await clips.frames('clip-2')).toEqual(new Uint8Array(LARGEST_BYTES).fill(3))
}

it('stay what they are in another database, and under a new key after the older one has gone', async () => {
  const [first, second] = [newKey(), newKey()]
  const from = await startLotse({ dataKey: first })
  await from.deps.store.meta.knowsKey()
  await bookSara(createActor(from.world))
  const { id: request, personId } = await from.db.intake.findFirstOrThrow()
  for (let nth = 0; nth < MESSAGES; nth++) {
    const about = { about: 'note', input: `telegram:${900 + nth}`, request, personId } as const
    const file = { type: 'audio/ogg', seconds: 60, file: SAID } as const
    const at = from.clock.at + nth
    expect(await from.deps.store.voiceMessages.keep({ id: `said-${nth}`, ...about, ...file }, at))
  }
  await fillVoice(from.deps.store, 3)
  const { lines, digest } = await exportCity(from.deps)
  // Sealed as they are: neither a name nor a word of theirs can be read in the file.
  expect(lines.some((line) => line.includes('Hana A.'))).toBe(false)
  const sound = SAID.subarray(0, 60).toBase64()
  expect(lines.some((line) => line.includes(sound))).toBe(false)
  await from.stop()

  const to = await startLotse({ dataKey: first })
  expect(await importCity(to.deps, lines)).toMatchObject({ digest })
  await holds(to.deps.store, request)

  const withKeys = async (keys: string) => createStore(to.db, await createSeal(keys))
  to.deps.store = await withKeys(`2:${second},1:${first}`)
  expect(await to.deps.store.meta.knowsKey()).toBe(true)
  expect(await rotateKeys(to.deps)).toBeGreaterThan(MESSAGES)
  const store = await withKeys(`2:${second}`)
  expect(await store.meta.knowsKey()).toBe(true)
  await holds(store, request)
  await to.stop()
})
