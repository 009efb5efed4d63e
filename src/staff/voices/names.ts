// What voices, chapters and states are called on these pages.

import type { Recording, Speaker } from '../../domain/spoken/recording.ts'
import type { ClipState, Count } from '../../domain/spoken/studio.ts'
import { textsOf } from '../../domain/spoken/voices.ts'
import { languages } from '../../i18n/languages.ts'
import { spokenLanguages } from '../../i18n/spoken.ts'
import type { Word, Words } from '../frame/words.ts'

/** The German name of a voice: a language that is read, or a dialect that is only spoken. */
export function voiceName(voice: string): string {
  const read = languages.find(({ key }) => key === voice)
  return read?.german ?? spokenLanguages.find(({ key }) => key === voice)?.german ?? voice
}

/** In which script and direction the texts of a voice stand. */
export function writingOf(voice: string): { lang: string; dir: 'ltr' | 'rtl' } {
  const lang = textsOf(voice)
  return { lang, dir: languages.find(({ key }) => key === lang)?.direction ?? 'ltr' }
}

const CHAPTERS: Readonly<Record<string, Word>> = {
  lobby: 'chapterLobby',
  facts: 'trialTitle',
  page: 'chapterPage',
  danger: 'chapterDanger',
  exit: 'chapterExit',
  kiosk: 'chapterKiosk',
  crowd: 'chapterCrowd',
  standing: 'chapterStanding',
  icons: 'chapterIcons',
  questions: 'chapterQuestions',
  routing: 'chapterRouting',
  booking: 'chapterBooking',
  centres: 'chapterCentres',
  return: 'chapterReturn',
  reminders: 'chapterReminders',
  closure: 'chapterClosure',
  waiting: 'chapterWaiting',
  ways: 'chapterWays',
  message: 'chapterMessage',
  referral: 'chapterReferral',
  programmes: 'chapterProgrammes',
  party: 'chapterParty',
  pages: 'chapterPages',
  common: 'chapterCommon',
  notice: 'chapterNotice',
  refusal: 'chapterRefusal',
  date: 'chapterDate',
  list: 'chapterList',
  said: 'chapterSaid',
  sign: 'chapterSign',
  number: 'chapterNumber',
  'language-name': 'chapterLanguage',
  name: 'chapterName',
  rare: 'chapterRare',
}

/** What a chapter is called; a new kind of text by its key until it has a name. */
export function chapterName(words: Words, chapter: string): string {
  const word = CHAPTERS[chapter]
  return word ? words[word] : chapter
}

export const STATE_WORDS = {
  done: 'clipDone',
  waiting: 'clipWaiting',
  stale: 'clipOutdated',
  missing: 'clipMissing',
} as const satisfies Record<ClipState, Word>

export const LOUDNESS_WORDS = {
  quiet: 'soundQuiet',
  good: 'soundGood',
  clipped: 'soundClipped',
  unmeasured: 'soundUnmeasured',
} as const satisfies Record<Recording['loudness'], Word>

/** "28 von 40" */
export const howMany = (words: Words, { done, all }: Count): string =>
  words.say('voiceDone', { done, all })

/** Whose voice it is. */
export function speakerName(words: Words, { name, isComputer, origin, id }: Speaker): string {
  if (isComputer) return words.speakerComputer
  return name ?? words.say('speakerElsewhere', { city: origin ?? '', id: id.slice(0, 8) })
}
