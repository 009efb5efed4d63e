import { expect, it } from 'vitest'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { reduce } from '../../../src/domain/dialog/reduce.ts'
import { beginTalk, type Talk } from '../../../src/domain/dialog/talk.ts'
import type { Answers } from '../../../src/domain/questionnaire/questions.ts'

const facts = factsAt(MONDAY)

function skipsTheNote(answers: Answers) {
  const talk: Talk = {
    ...beginTalk('de'),
    answers: { urgent: 'no', topics: ['work'], district: 'mitte', spoken: 'ar', ...answers },
    place: { at: 'question', id: 'note' },
    done: true,
    agreed: { details: true, reminders: false },
  }
  return reduce(talk, { kind: 'tap', tap: { do: 'skip', question: 'note' } }, facts)
}

it('the last optional question ends with thanks for what was told', () => {
  const thanks = { notice: { key: 'notice.details-done' }, talk: { place: { at: 'appointment' } } }
  expect(skipsTheNote({ age: '27-plus' })).toMatchObject(thanks)
  expect(skipsTheNote({ needs: ['wheelchair'], age: null })).toMatchObject(thanks)
})

it('nobody is thanked who has skipped all of them', () => {
  const step = skipsTheNote({ age: null, needs: [] })
  expect(step.talk.place).toEqual({ at: 'appointment' })
  expect(step.notice).toBeUndefined()
})
