import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  calendarOf,
  centreOf,
  profileJsonSchema,
  readProfile,
} from '../../src/domain/profile/profile.ts'
import { duisburg, duisburgJson } from '../support/duisburg.ts'

describe('the profile of Duisburg', () => {
  it('is a profile', () => {
    expect(readProfile(duisburgJson())).toHaveProperty('profile')
  })

  it('has 7 districts, 46 parts and 25 postal codes', () => {
    const { districts, postalCodes } = duisburg()
    expect(districts).toHaveLength(7)
    expect(districts.flatMap(({ parts }) => parts)).toHaveLength(46)
    expect(postalCodes).toHaveLength(25)
  })

  it('numbers each part by its district', () => {
    for (const { number, parts } of duisburg().districts)
      expect(parts.map((part) => Math.floor(part.number / 100))).toEqual(parts.map(() => number))
  })

  it('invents no coordinates, postal codes of centres or confirmed hours', () => {
    for (const centre of duisburg().centres) {
      expect(centre).not.toHaveProperty('coordinates')
      expect(centre).not.toHaveProperty('postalCode')
      expect(centre.hoursStatus).toMatchObject({ confirmed: false, asOf: '2021-08' })
    }
  })

  it('confirms only the numbers for danger that a source or everybody knows', () => {
    const confirmed = duisburg().numbers.filter((number) => number.confirmed)
    expect(confirmed.map(({ number }) => number)).toEqual([
      '110',
      '112',
      '116 016',
      '0800 1110111',
      '0800 1110222',
      '116 111',
    ])
    expect(confirmed.every(({ source }) => source)).toBe(true)
  })

  it('is published as a JSON Schema, as it is now', () => {
    // `npm run --silent lotse -- profile schema > docs/schema/profile.schema.json`
    const published = readFileSync('docs/schema/profile.schema.json', 'utf8')
    expect(JSON.parse(published)).toEqual(profileJsonSchema())
  })

  it('gives each centre the rules and numbers of its calendar', () => {
    const profile = duisburg()
    const centre = centreOf(profile, 'rheinhausen')
    expect(centre && calendarOf(profile, centre).rules.map(({ opens }) => opens)).toEqual([
      '13:00',
      '10:00',
    ])
    expect(centreOf(profile, 'ruhrort')).toBeUndefined()
  })
})
