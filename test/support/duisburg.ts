// The seed profiles, read as a city's own start reads them.
import { readFileSync } from 'node:fs'
import { type Profile, readProfile } from '../../src/domain/profile/profile.ts'

/** A seed as plain JSON, new at each call so that a test may spoil it. */
const seedJson = (id: string) =>
  JSON.parse(readFileSync(new URL(`../../prisma/seed/${id}.json`, import.meta.url), 'utf8'))

export const duisburgJson = () => seedJson('duisburg')

export const seedProfile = (id: string): Profile => {
  const read = readProfile(seedJson(id))
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.profile
}

export const duisburg = (): Profile => seedProfile('duisburg')

/** The same, with groups of staff in Telegram switched on. */
export const duisburgInGroups = (): Profile => {
  const profile = duisburg()
  return { ...profile, notices: { ...profile.notices, telegram: true } }
}
