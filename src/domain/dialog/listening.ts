// Who hears the talk, and in which voice.

import { codesOf } from '../questionnaire/questions.ts'
import type { Talk } from './talk.ts'

/** Whether reading is hard for them: they get few words, and the sound of each screen by itself. */
export const listens = ({ answers }: Pick<Talk, 'answers'>): boolean =>
  codesOf(answers, 'needs').includes('cannot-read')

/** What is spoken to them: what they chose, else the language they read. */
export const voiceOf = ({ heard, language }: Pick<Talk, 'heard' | 'language'>): string =>
  heard ?? language
