// Voices for tests: a released clip for each text of a language, as long as its key says, and silent.

import { duisburgProfile } from '../../scripts/gallery/talk-facts.ts'
import type { Deps } from '../../src/deps.ts'
import { CLIP_FORMAT } from '../../src/domain/spoken/mp3.ts'
import { textsOf } from '../../src/domain/spoken/voices.ts'
import type { Database } from '../../src/store/engine/database.ts'

const FRAME = (576 / 8) * ((CLIP_FORMAT.kbps * 1000) / CLIP_FORMAT.sampleRate)
// As D1 binds no more values to a statement.
const AT_ONCE = 7

/** So many silent frames of 24 ms. */
function silent(frames: number): Uint8Array {
  const sound = new Uint8Array(FRAME * frames)
  for (let nth = 0; nth < frames; nth++) sound.set([0xff, 0xf3, 0x44, 0xc4], nth * FRAME)
  return sound
}

/** How many frames a clip has: sounds of different screens, and of different voices, have different lengths. */
const framesOf = (voice: string, key: string): number =>
  1 + ([...voice, ...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1009, 0) % 7)

/** Releases all clips of a voice but those of `without`, under ids of their own. */
export async function giveVoice(
  db: Database,
  { i18n }: Pick<Deps, 'i18n'>,
  voice: string,
  { without = [] }: { without?: readonly string[] } = {},
): Promise<void> {
  const book = i18n.books(duisburgProfile())(textsOf(voice))
  const at = '2026-01-01T00:00:00.000Z'
  await db.speaker.createMany({
    data: { id: `speaker-${voice}`, voice, consentedAt: at, addedBy: 'one' },
  })
  const rows = [...(book?.clips.values() ?? [])]
    .filter(({ key }) => !without.includes(key))
    .map(({ key, hash }) => ({
      ...{ id: `${voice} ${key}`, voice, key, textHash: hash, state: 'released' },
      ...{
        sound: silent(framesOf(voice, key)).toBase64(),
        milliseconds: 24 * framesOf(voice, key),
      },
      ...{ loudness: 'good', speakerId: `speaker-${voice}`, recordedAt: at, recordedBy: 'one' },
      ...{ releasedAt: at, releasedBy: 'two' },
    }))
  for (let nth = 0; nth < rows.length; nth += AT_ONCE) {
    await db.clip.createMany({ data: rows.slice(nth, nth + AT_ONCE) })
  }
}
