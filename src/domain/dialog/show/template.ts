// The city's own words for a message, with the fields filled from the record in the reader's language.

import { partsOf, type TemplateField } from '../../profile/templates.ts'
import { placeLine } from '../../questionnaire/place-text.ts'
import type { AnswersById } from '../../questionnaire/question.ts'
import { GAP, type Line, line } from '../screen.ts'
import type { Facts } from '../talk.ts'
import { say, type Value } from '../text.ts'
import { bringLine } from './bring.ts'
import { centreOf } from './centres.ts'

/** What a template is filled from; `startsAt` (epoch milliseconds) of the appointment, where there is one. */
export type Filling = { centre: string; startsAt: number | null; answers: AnswersById }

const GERMAN = 'de'

/** Line by line; whose language has no text gets the German one, which is said before it. */
export function templateLines(
  texts: Readonly<Record<string, string>>,
  filling: Filling,
  facts: Pick<Facts, 'profile'>,
  reading: string,
): Line[] {
  const own = texts[reading]
  const language = own === undefined ? GERMAN : reading
  const lines = (own ?? texts[GERMAN] ?? '').split('\n').map((row): Line => {
    const joined = partsOf(row).map(
      (part): Value =>
        'words' in part
          ? { words: { [language]: part.words } }
          : fillingOf(part.field, filling, facts, language),
    )
    if (joined.length === 0) return GAP
    const text = say('common.name', { name: { joined } })
    return language === reading ? { text } : { text, language }
  })
  return own === undefined ? [line('message.in-german'), GAP, ...lines] : lines
}

function fillingOf(
  field: TemplateField,
  { centre: id, startsAt, answers }: Filling,
  facts: Pick<Facts, 'profile'>,
  language: string,
): Value {
  const centre = centreOf(facts, id)
  const unknown = say('centres.not-entered')
  const bring = bringLine(answers)
  switch (field) {
    case 'Tag':
      return startsAt === null ? unknown : { day: startsAt }
    case 'Uhrzeit':
      return startsAt === null ? unknown : { time: startsAt }
    case 'Ort': {
      const name = placeLine(centre, language)
      const between = { words: { [language]: ' · ' } }
      return centre.address === '' ? name : { joined: [name, between, centre.address] }
    }
    case 'Telefon':
      return centre.phones[0] ?? unknown
    case 'Unterlagen':
      return 'text' in bring ? bring.text : unknown
  }
}
