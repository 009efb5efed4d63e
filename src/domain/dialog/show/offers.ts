// Offers that may suit the person, where the profile shows them: never as a promise.

import { offersToShow } from '../../questionnaire/offers.ts'
import { type Button, button, GAP, type Line, line, strong } from '../screen.ts'
import type { Facts, Talk } from '../talk.ts'
import { ownLines } from './centres.ts'

/** The way to the offers, where there is one to show. */
export function offersRow(talk: Talk, facts: Facts): Button[][] {
  const some = offersToShow(facts.profile, talk.answers, facts.now).length > 0
  return some ? [[button('offers.button.open', { do: 'open', page: 'offers' })]] : []
}

/** Each offer by its German name, which is what the sign says, and what it is. */
export function offerLines(talk: Talk, facts: Facts): Line[] {
  const { bodies = [], offices = [] } = facts.profile
  const providerOf = (id: string) =>
    [...bodies, ...offices].find((one) => one.id === id)?.name ?? id
  const offers = offersToShow(facts.profile, talk.answers, facts.now)
  return [
    strong('offers.title'),
    ...offers.flatMap(({ name, provider, what }) => [
      GAP,
      strong('common.name', { name }),
      ...ownLines(what, talk.language),
      line('offers.by', { provider: providerOf(provider) }),
    ]),
    GAP,
    line('offers.no-promise'),
  ]
}
