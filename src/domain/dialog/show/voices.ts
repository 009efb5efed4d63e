// What they wish to hear: it may be another language than the one they read.

import { voiceOf } from '../listening.ts'
import { type Button, button, FOOTER, inRows, type Screen, strong } from '../screen.ts'
import type { Facts, Talk } from '../talk.ts'
import { say, type Text } from '../text.ts'

/** All voices there are, by their own names. */
export function showVoices(talk: Talk, { voices = [] }: Pick<Facts, 'voices'>): Screen {
  const mine = voiceOf(talk)
  const choices = voices.map((voice): Button => {
    const { label, language } = nameOf(voice)
    const option = voice === mine ? say('common.chosen', { option: label }) : label
    return { label: option, language, tap: { do: 'voice', voice } }
  })
  return {
    id: 'voices',
    lines: [strong('lobby.language.hear')],
    rows: [...inRows(choices, 2), FOOTER],
  }
}

/** The way there, where there is more than one. */
export const voiceRows = ({ voices = [] }: Pick<Facts, 'voices'>): Button[][] =>
  voices.length > 1 ? [[button('lobby.language.other-voice', { do: 'voices' })]] : []

/** A name with the language it is written in. */
function nameOf(voice: string): { label: Text; language: string } {
  return voice === 'kmr-bahdini'
    ? { label: say('lobby.language.bahdini'), language: 'kmr' }
    : { label: say('lobby.language.own-name'), language: voice }
}
