import { expect, test } from 'vitest'
import { caseSystemsOf } from '../../src/domain/profile/case-systems.ts'
import { questionnaireOf } from '../../src/domain/questionnaire/questionnaire.ts'
import { duisburg } from '../support/duisburg.ts'

test('a city that has entered no case system has one that takes every answer', () => {
  const profile = { ...duisburg(), leaveOut: ['german'] }
  const [only, ...more] = caseSystemsOf(profile)
  expect(more).toEqual([])
  const fields = only?.fields.map(({ field }) => field) ?? []
  const asked = questionnaireOf(profile).filter(({ record }) => record !== 'urgency')
  expect(fields).toEqual(expect.arrayContaining(asked.map(({ id }) => id)))
  expect(fields).not.toContain('german')
  expect(new Set(fields).size).toBe(fields.length)
  expect(fields.slice(0, 2)).toEqual(['reference', 'received'])
})

test('its own are taken as they are, also an empty list for none', () => {
  const own = { id: 'a', name: 'A', fields: [{ field: 'phone', label: 'Tel' }] }
  expect(caseSystemsOf({ ...duisburg(), caseSystems: [own] })).toEqual([own])
  expect(caseSystemsOf({ ...duisburg(), caseSystems: [] })).toHaveLength(1)
})
