// A question more in the list, and nothing else: it is asked, kept, shown, exported and published.
import { afterEach, expect, it, vi } from 'vitest'
import type { Question } from '../../src/domain/questionnaire/question.ts'
import { createActor } from '../support/actor.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { ownAnswers } from '../support/talks.ts'

vi.mock(import('../../src/domain/questionnaire/questions.ts'), async (load) => {
  const real = await load()
  const pets: Question = {
    id: 'pets',
    kind: 'many',
    level: 'A',
    when: [{ question: 'urgent', is: ['no'] }],
    options: {
      from: 'list',
      list: [
        { code: 'dog', icon: '🐕', term: 'Hund', words: { de: 'Ein Hund' } },
        { code: 'cat', icon: '🐈', term: 'Katze', words: { de: 'Eine Katze' } },
      ],
    },
    max: 2,
    words: { name: { de: 'Tier' }, title: { de: 'Welches Tier kommt mit?' }, hint: null },
    icon: null,
    hint: 'never',
    typed: 'not',
    sealed: false,
    kept: true,
    askedLater: false,
    step: true,
    moreOf: null,
    numbers: false,
    clears: [],
    term: { de: 'Tiere', en: 'Animals' },
    record: { field: 'animals', as: 'codes' },
    page: 'facts',
    csv: { at: 'request' },
    lists: ['requests', 'day-line'],
    counted: null,
  }
  const [first, ...others] = real.QUESTIONS
  return { ...real, QUESTIONS: [first, pets, ...others] } as unknown as typeof real
})

let house: House
afterEach(() => house.stop())

it('shows up everywhere without another edit', async () => {
  house = await openHouse()
  const user = createActor(house.world)
  await user.sends('/start')
  await user.taps('Deutsch')
  await user.taps('Ich stimme zu')
  await user.taps('Nicht dringend')
  user.sees('Welches Tier kommt mit?')
  await user.taps('🐕 Ein Hund')
  await user.taps('🏠 Wohnung')
  await user.taps('Mitte')
  await user.taps('العربية')
  await user.tapsData(/~tm~hochfeld/)
  await user.tapsData(/~bo~/)
  expect(await ownAnswers(user)).toContain('Tier: 🐕 Ein Hund')

  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  await house.db.intake.updateMany({ data: { bodyId: 'drk' } })
  const list = (await anna.get('/staff/intakes')).text
  expect(list).toContain('<th scope="col">Tiere</th>')
  expect(list).toContain('<td data-label="Tiere">Hund</td>')
  const path = /\/staff\/intakes\/[\w-]{30,}/.exec(list)?.[0] ?? ''
  expect((await anna.get(path)).text).toContain(
    '<dt>Tiere</dt><dd><span aria-hidden="true">🐕 </span>Hund</dd>',
  )
  const record = JSON.parse((await anna.get(`${path}/record.json`)).text)
  expect(record.animals).toEqual([{ code: 'dog', term: 'Hund' }])
  expect(record.questions).toContainEqual({ id: 'pets', term: 'Tiere', outcome: 'answered' })
  const [head, row] = (await anna.get('/staff/intakes.csv')).text.split('\r\n')
  expect(head).toContain(';Dringlichkeit;Tiere;Anliegen;')
  expect(row).toContain(';Hund;Wohnen;')
  const day = (await anna.get('/staff?day=2026-11-23')).text
  expect(day).toContain('<small>Hund</small>')

  const schema = await (await house.app.request('/api/intake.schema.json')).json()
  expect(schema.properties.animals.type).toBe('array')
  expect(schema.required).toContain('animals')
  const openapi = await (await house.app.request('/api/openapi.json')).json()
  expect(JSON.stringify(openapi)).toContain('"animals"')

  // Kept for the next request, as its entry says.
  await user.sends('/appointment')
  await user.taps('Absagen')
  await user.taps('Ja, absagen')
  await user.tapsData('1~ne')
  await user.taps('Nicht dringend')
  user.sees('Worum geht es?')
})
