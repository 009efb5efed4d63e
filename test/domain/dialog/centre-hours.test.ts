import { expect, it } from 'vitest'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { centreLines } from '../../../src/domain/dialog/show/centres.ts'

const facts = factsAt(MONDAY)
const confirmed = {
  ...facts,
  profile: {
    ...facts.profile,
    centres: facts.profile.centres.map((centre) => ({
      ...centre,
      hoursStatus: { confirmed: true },
    })),
  },
}
const doubt = { text: { key: 'centres.unconfirmed' } }

it('hours nobody has confirmed are said to be so, once, where people would come by them', () => {
  const lines = centreLines(facts, 'walk-in', 'de')
  expect(lines.at(-1)).toEqual(doubt)
  expect(lines.filter((line) => JSON.stringify(line) === JSON.stringify(doubt))).toHaveLength(1)
  expect(centreLines(facts, 'phone', 'de')).not.toContainEqual(doubt)
})

it('confirmed hours are not put in doubt', () => {
  expect(centreLines(confirmed, 'all', 'de')).not.toContainEqual(doubt)
})
