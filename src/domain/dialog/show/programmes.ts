// Programmes that may suit the person, where the profile shows them: never as a promise.

import { programmesToShow } from '../../questionnaire/programmes.ts'
import { type Button, button, GAP, type Line, line, strong } from '../screen.ts'
import type { Facts, Talk } from '../talk.ts'
import { ownLines } from './centres.ts'

/** The way to the programmes, where there is one to show. */
export function programmesRow(talk: Talk, facts: Facts): Button[][] {
  const some = programmesToShow(facts.profile, talk.answers, facts.now).length > 0
  return some ? [[button('programmes.button.open', { do: 'open', page: 'programmes' })]] : []
}

/** Each programme by its German name, which is what the sign says, and what it is. */
export function programmeLines(talk: Talk, facts: Facts): Line[] {
  const { bodies = [], offices = [] } = facts.profile
  const providerOf = (id: string) =>
    [...bodies, ...offices].find((one) => one.id === id)?.name ?? id
  const programmes = programmesToShow(facts.profile, talk.answers, facts.now)
  return [
    strong('programmes.title'),
    ...programmes.flatMap(({ name, provider, what }) => [
      GAP,
      strong('common.name', { name }),
      ...ownLines(what, talk.language),
      line('programmes.by', { provider: providerOf(provider) }),
    ]),
    GAP,
    line('programmes.no-promise'),
  ]
}
