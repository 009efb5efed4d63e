// Who hears the talk, and in which voice.

import { codesOf } from '../questionnaire/questions.ts'
import { type Facts, goBack, type Talk } from './talk.ts'

/** Whether reading is hard for them: they get few words, and the sound of each screen by itself. */
export const listens = ({ answers }: Pick<Talk, 'answers'>): boolean =>
  codesOf(answers, 'needs').includes('cannot-read')

/** How somebody is spoken to. */
export type Listener = {
  /** What is spoken to them; it may be another language than the one they read. */
  voice: string
  /** Reading is hard for them: the sound comes by itself. */
  byItself: boolean
}

/** What of a talk says so. */
export type Listening = Pick<Talk, 'answers' | 'heard' | 'language'>

export const listenerIn = (talk: Listening): Listener => ({
  voice: voiceOf(talk),
  byItself: listens(talk),
})

/** What is spoken to them: what they chose, else the language they read. */
export const voiceOf = ({ heard, language }: Pick<Talk, 'heard' | 'language'>): string =>
  heard ?? language

/** They hear another voice from now on, where there is one, and are back where they were. */
export function hearing(talk: Talk, voice: string, facts: Pick<Facts, 'profile' | 'voices'>): Talk {
  if (!facts.voices?.includes(voice)) return talk
  const { heard: _, ...same } = talk
  const chosen: Talk = voice === talk.language ? same : { ...same, heard: voice }
  if (chosen.place.at !== 'voices') return chosen
  // The menu of languages led there.
  const back = goBack(chosen, facts)
  return back.place.at === 'languages' ? goBack(back, facts) : back
}
