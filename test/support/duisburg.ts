// The seed profile, read as the city's own start reads it.
import { readFileSync } from 'node:fs'
import { type Profile, readProfile } from '../../src/domain/profile.ts'

/** The seed as plain JSON, new at each call so that a test may spoil it. */
export const duisburgJson = () =>
  JSON.parse(readFileSync(new URL('../../prisma/seed/duisburg.json', import.meta.url), 'utf8'))

export const duisburg = (): Profile => {
  const read = readProfile(duisburgJson())
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.profile
}
