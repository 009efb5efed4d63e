// Who the demo's visitors can be. The order is fixed, so that after a restart the same person meets
// the data they left behind.
import type { World } from './world.ts'

const PEOPLE = [
  { name: 'Amal', languageCode: 'ar' },
  { name: 'Azad', languageCode: 'ku' },
  { name: 'Roya', languageCode: 'fa' },
  { name: 'Olena', languageCode: 'uk' },
  { name: 'Mehmet', languageCode: 'tr' },
  { name: 'Elena', languageCode: 'ro' },
  { name: 'Ivan', languageCode: 'bg' },
  { name: 'Grace', languageCode: 'en' },
  { name: 'Jonas', languageCode: 'de' },
]
const AT_FIRST = 2

/** Brings in the next person. */
export function addPerson(world: World) {
  const count = world.chats.all().filter(({ user }) => user !== null).length
  const { name, languageCode } = PEOPLE[count % PEOPLE.length] ?? { name: '', languageCode: '' }
  const round = Math.floor(count / PEOPLE.length) + 1
  return world.person({ name: round === 1 ? name : `${name} ${round}`, languageCode })
}

/** Brings in somebody of a story: a person whom no earlier start of the demo knows. */
export function addNamed(world: World, name: string) {
  return world.person({ name, id: FIRST_NAMED + Date.now() })
}

// Above the people in their order, whose numbers come again after a restart, and below those who are made up.
const FIRST_NAMED = 1_000_000_000_000

/** Brings in the first people, if nobody is there yet. */
export function fillWorld(world: World) {
  if (world.chats.all().length > 0) return
  for (let count = 0; count < AT_FIRST; count += 1) addPerson(world)
}
