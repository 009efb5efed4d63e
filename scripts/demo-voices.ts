// Writes voices/: what the demo says, in a computer's voice. Needs espeak-ng, sox and lame; run it when words changed.
//
// Not all, so that the files stay small. What was read of today's words is kept as it is. Consent and danger
// wait for a person.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Profile } from '../src/domain/profile/profile.ts'
import type { Book, Clip } from '../src/domain/spoken/clips.ts'
import { CLIP_FORMAT, soundOf } from '../src/domain/spoken/mp3.ts'
import { readVoice, writeVoice } from '../src/domain/spoken/shared-voice.ts'
import { createI18n } from '../src/i18n/index.ts'

/** By voice, how espeak-ng calls its language. */
const READERS = { de: 'de', tr: 'tr', kmr: 'ku' } as const

// What is asked, the times with what stands beside them, the check before one is booked, the appointment with its
// reminders, and a page there is not.
const SAID = [
  /^questions\.(age|district|document|german|household|other-language|part|reason|spoken|topics)\./,
  /^icons\./,
  /^(routing|booking\.(times|check|appointment)|language|language-name|waiting\.button|reminders|common)\./,
  /^page\.missing/,
  /^(date|list|said|number)\./,
  /^name\.(city$|(centre|district|part)\.[^.]+(\.address|\.short)?$)/,
]
const LATIN = /^[\p{Script=Latin}\p{P}\s]+$/u
const WORDS_A_MINUTE = '185'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'lotse-voices-'))
const profile: Profile = JSON.parse(readFileSync(join(root, 'prisma/seed/duisburg.json'), 'utf8'))
const books = createI18n().books(profile)

for (const [voice, reader] of Object.entries(READERS)) {
  const book = books(voice)
  if (book) console.log(voice, written(voice, reader, book))
}
rmSync(folder, { recursive: true })

/** Writes the file of a voice; what is in it. */
function written(voice: string, reader: string, book: Book): string {
  const file = join(root, `voices/${voice}.json`)
  const before = existsSync(file) ? readVoice(readFileSync(file, 'utf8')) : null
  const read = new Map(before?.clips.map(({ key, hash, frames }) => [`${key} ${hash}`, frames]))
  const clips = [...book.clips.values()].filter(isSaid).map(({ key, hash, words, german }) => ({
    ...{ key, hash, words, speaker: `computer-${voice}` },
    frames:
      read.get(`${key} ${hash}`) ??
      // Letters the computer cannot read are told by their German name.
      (german && !LATIN.test(words) ? spoken('de', german) : spoken(reader, words)),
  }))
  const speaker = { id: `computer-${voice}`, isComputer: true, consentHash: null, consentedAt: 0 }
  const city = 'demo'
  writeFileSync(file, writeVoice({ voice, city }, [{ ...speaker, origin: city }], clips))
  const bytes = clips.reduce((sum, { frames }) => sum + frames.length, 0)
  return `${clips.length} clips, ${Math.round(bytes / 1000)} kB of sound`
}

function isSaid({ key, byPerson, rare }: Clip): boolean {
  return SAID.some((one) => one.test(key)) && !byPerson && !rare
}

/** Words as espeak-ng reads them, without the silence around them, as frames of the one format. */
function spoken(reader: string, words: string): Uint8Array {
  const [raw, cut, mp3] = ['raw.wav', 'cut.wav', 'cut.mp3'].map((name) => join(folder, name))
  if (!raw || !cut || !mp3) throw new Error('three names are three files')
  execFileSync('espeak-ng', ['-v', reader, '-s', WORDS_A_MINUTE, '-w', raw, '--', words])
  const trim = ['silence', '1', '0.01', '0.5%', 'reverse']
  const rate = ['-r', String(CLIP_FORMAT.sampleRate)]
  execFileSync('sox', ['-V1', raw, ...rate, cut, ...trim, ...trim, 'pad', '0.02', '0.02'])
  // No frame leans on the one before it: clips are put one after the other.
  const format = ['-m', 'm', '-b', String(CLIP_FORMAT.kbps), '--resample', '24', '--nores', '-t']
  execFileSync('lame', ['--quiet', ...format, cut, mp3])
  const sound = soundOf(readFileSync(mp3))
  if ('not' in sound) throw new Error(`${sound.not}: ${words}`)
  return sound.frames
}
