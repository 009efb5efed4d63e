// "Urgent", said to the question whether it is urgent, is a yes; with a "not" before it a no. In every language.

import { expect, it } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import { offeredOn } from '../../../src/domain/dialog/offered.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import { beginTalk } from '../../../src/domain/dialog/talk.ts'
import { understood } from '../../../src/flows/conversation/understood.ts'
import { createI18n } from '../../../src/i18n/index.ts'

const i18n = createI18n()
const facts = shownFacts(factsAt(MONDAY))

function meant(language: string, text: string) {
  const talk = { ...beginTalk(language), place: { at: 'question', id: 'urgent' } as const }
  const offered = offeredOn(show(talk, facts), talk, facts)
  const deps = { i18n, clock: { now: () => MONDAY } }
  return understood(deps, text, offered, { language, city: facts.profile.city })
}
const yes = { sure: { tap: { do: 'answer', question: 'urgent', option: 'yes' } } }
const no = { sure: { tap: { do: 'answer', question: 'urgent', option: 'no' } } }

const words = (language: string, key: string) => i18n.t(language, { key }, MONDAY).split(', ')

it.each(i18n.languages.map(({ key }) => key))('in %s', (language) => {
  const name = i18n.t(language, { key: 'questions.urgent.name' }, MONDAY)
  for (const text of [name, `${name}!`, ...words(language, 'common.typed.urgent')]) {
    expect(meant(language, text), text).toMatchObject(yes)
  }
  for (const text of words(language, 'common.typed.not-urgent')) {
    expect(meant(language, text), text).toMatchObject(no)
  }
})

it('another language than one reads, and one nobody chose, are understood as well', () => {
  expect(meant('de', 'терміново')).toMatchObject(yes)
  expect(meant('uk', 'не срочно')).toMatchObject(no)
})
