import { describe, expect, it } from 'vitest'
import { centreSchema } from '../../src/domain/profile/centre.ts'
import { programmeSchema } from '../../src/domain/profile/partners.ts'
import { parseProfile, readProfile } from '../../src/domain/profile/profile.ts'
import { profileSchema } from '../../src/domain/profile/schema.ts'
import { duisburgJson } from '../support/duisburg.ts'
import { caseSystemMistakes } from './planted/case-system-mistakes.ts'
import { centreMistakes } from './planted/centre-mistakes.ts'
import { cityMistakes } from './planted/city-mistakes.ts'
import { fundingMistakes } from './planted/funding-mistakes.ts'
import { interpretingMistakes } from './planted/interpreting-mistakes.ts'
import { partnerMistakes } from './planted/partner-mistakes.ts'
import { questionMistakes } from './planted/question-mistakes.ts'
import { templateMistakes } from './planted/template-mistakes.ts'

const mistakes = [
  ...cityMistakes,
  ...centreMistakes,
  ...partnerMistakes,
  ...questionMistakes,
  ...interpretingMistakes,
  ...templateMistakes,
  ...caseSystemMistakes,
  ...fundingMistakes,
]

describe('a mistake in a profile is named with its path and what is expected', () => {
  it.each(mistakes)('%s', (_, spoil, line) => {
    const json = duisburgJson()
    spoil(json)
    const read = readProfile(json)
    expect('faults' in read && read.faults.join('\n')).toContain(line)
  })

  it('is planted in every section', () => {
    const named = mistakes.map(([, , line]) => line.split(/[.:[]/)[0])
    const sections = Object.keys(profileSchema.shape)
    expect(sections.filter((section) => !named.includes(section))).toEqual([])
  })

  it.each([
    ['centres', centreSchema],
    ['programmes', programmeSchema],
  ])('is planted in every part of one of the %s', (section, schema) => {
    const named = mistakes.map(([, , line]) => line.match(/^(\w+)\[\d\]\.(\w+)/))
    const parts = named.filter((found) => found?.[1] === section).map((found) => found?.[2])
    expect(Object.keys(schema.shape).filter((part) => !parts.includes(part))).toEqual([])
  })

  it('that is no JSON is named too', () => {
    const read = parseProfile('{ "id": }')
    expect('faults' in read && read.faults.join()).toMatch(
      /^\(top\): expected JSON, Unexpected token/,
    )
  })

  it('names all mistakes at once', () => {
    const read = readProfile({ ...duisburgJson(), city: '', state: 'XX' })
    expect('faults' in read && read.faults).toHaveLength(2)
  })
})
