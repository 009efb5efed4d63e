import { describe, expect, test } from 'vitest'
import { launchLacks } from '../../src/domain/profile/launch.ts'
import { withMadeUp, withoutMadeUp } from '../../src/domain/profile/made-up.ts'
import { type Profile, readProfile } from '../../src/domain/profile/profile.ts'
import { seedProfile } from '../support/duisburg.ts'

const SINCE = '2026-11-02'
const SEEDS = ['duisburg', 'duesseldorf', 'kreis-unna']
const counselling = (profile: Profile, centre: string, rule: string) =>
  profile.centres.find(({ id }) => id === centre)?.openings.find(({ id }) => id === rule)
    ?.counselling

describe.each(SEEDS)('%s', (id) => {
  test('stays true: its seed says nothing that is made up', () => {
    const text = JSON.stringify(seedProfile(id))
    expect(text).not.toContain('"counselling":')
    expect(text).not.toContain('Beispiel-Pool')
  })

  test('is a profile with what is made up, and itself again without it', () => {
    const seed = seedProfile(id)
    const made = withMadeUp(seed, 'account', SINCE)
    expect(readProfile(structuredClone(made))).toHaveProperty('profile')
    expect(made.interpreting?.every(({ name }) => name.startsWith('Beispiel-Pool'))).toBe(true)
    expect(withoutMadeUp(made)).toEqual(seed)
    expect(withoutMadeUp(seed)).toEqual(seed)
    expect(withMadeUp(made, 'account', SINCE)).toEqual(made)
    // Its pages can be read whole, and say of whoever answers that they are made up.
    expect(launchLacks(made)).toEqual([])
    expect(launchLacks(seed).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['controller', 'imprint']),
    )
    expect(made.imprint?.name).toContain('nur Demo')
  })
})

test('in Duisburg there is something of everything to see', () => {
  const made = withMadeUp(seedProfile('duisburg'), 'account', SINCE)
  expect(counselling(made, 'hochfeld', 'wednesday')?.[0]).toMatchObject({
    languages: ['ckb', 'kmr'],
  })
  expect(counselling(made, 'hochfeld', 'monday')?.[0]).toMatchObject({ gender: 'woman' })
  expect(counselling(made, 'hamborn', 'monday')).toEqual([
    { seat: 1, languages: ['ar', 'fa'], gender: 'man', staffId: 'account' },
  ])
  expect(counselling(made, 'rheinhausen', 'monday')).toBeUndefined()
  const tigrinya = made.interpreting?.filter(({ languages }) => languages.includes('ti'))
  expect(tigrinya).toMatchObject([{ modes: ['telephone'], leadWorkingDays: 2 }])
})

test('what somebody has entered is neither laid over nor taken away', () => {
  const seed = seedProfile('duisburg')
  const pool = { ...withMadeUp(seed, null, SINCE).interpreting?.[0], id: 'own' }
  const entered = structuredClone(seed)
  const own = [{ seat: 1, languages: ['ti'] }]
  const monday = entered.centres.find(({ id }) => id === 'hochfeld')?.openings[0]
  Object.assign(monday ?? {}, { counselling: own })
  Object.assign(entered, { interpreting: [pool] })
  const made = withMadeUp(entered, null, SINCE)
  expect(counselling(made, 'hochfeld', 'monday')).toEqual(own)
  expect(made.interpreting).toEqual([pool])
  expect(withoutMadeUp(made)).toEqual(entered)
})
