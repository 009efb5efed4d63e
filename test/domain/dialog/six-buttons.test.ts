// What a screen asks of somebody who reads little: few buttons, and red for danger alone.

import { expect, it } from 'vitest'
import { everyScreen } from '../../../scripts/gallery/every-talk.ts'
import { MOST_CHOICES } from '../../../src/domain/dialog/show/choices.ts'

const screens = everyScreen('de')
// Lists of choices have a measure of their own.
const CHOICES = /^(question|language|wish|languages|consent|lobby|declined|relation$)/

it('beside its last row a screen has at most six buttons', () => {
  const many = screens
    .filter(({ id, progress }) => !CHOICES.test(id) && !progress)
    .map(({ id, rows }) => [id, rows.slice(0, -1).flat().length] as const)
    .filter(([, buttons]) => buttons > 6)
  expect(many).toEqual([])
})

it('a list of choices has no more than one screen holds, the menu of languages apart', () => {
  const many = screens
    .filter(({ id }) => CHOICES.test(id) && !/^language/.test(id))
    .map(({ id, rows }) => [id, rows.slice(0, -1).flat().length] as const)
    .filter(([, buttons]) => buttons > MOST_CHOICES)
  expect(many).toEqual([])
})

it('red is danger, and nothing else', () => {
  const red = screens.filter(({ rows }) =>
    rows.flat().some((button) => 'style' in button && button.style === 'danger'),
  )
  expect([...new Set(red.map(({ id }) => id))]).toEqual(['question.urgent'])
})

it('whatever says when an appointment is can be corrected', () => {
  const telling = screens.filter(({ lines }) =>
    lines.some((one) => 'text' in one && one.text.key === 'booking.check.when'),
  )
  const mute = telling.filter(({ id, tells }) => !tells && !/^(walk-in|lobby|wish)/.test(id))
  expect(mute.map(({ id }) => id)).toEqual([])
})
