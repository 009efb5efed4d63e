// `lotse profile …`: a city's profile checked, compared, put into the database, begun.

import { dateOf, toWall } from '../domain/calendar/wall-clock.ts'
import { draftProfile } from '../domain/profile/draft.ts'
import { openPoints } from '../domain/profile/open-points.ts'
import type { Outside } from '../domain/profile/outside.ts'
import { phoneFaults } from '../domain/profile/phones.ts'
import { type Profile, parseProfile, pathOf, profileJsonSchema } from '../domain/profile/profile.ts'
import {
  unknownLanguages,
  unspokenProgrammes,
  unspokenQuestions,
} from '../domain/profile/spoken.ts'
import { lacksNamed } from '../flows/launch.ts'
import {
  accountsLeftBy,
  compareProfile,
  ordersLeftBy,
  replaceProfile,
} from '../flows/upkeep/edit-profile.ts'
import { createI18n } from '../i18n/index.ts'
import { askForCity } from './ask-for-city.ts'
import { type Command, command } from './command.ts'
import { CommandFault, type Terminal } from './terminal.ts'

const WHY: Record<Outside['why'], string> = {
  'no-centre': 'the centre is gone',
  'no-slot': 'no slot begins and ends at this time',
  'no-seat': 'the slot has no such seat',
}

export const profileCommands: readonly Command[] = [
  command({
    usage: 'profile check FILE',
    what: 'names every fault of a profile, and what it leaves open',
    run: async (terminal, file) => {
      const profile = readFile(terminal, file)
      if (!profile) return false
      const { city, centres, programmes = [] } = profile
      terminal.print(
        `${file}: ${city}, ${centres.length} centres, ${programmes.length} programmes, no faults`,
      )
      const points = [...openPoints(profile), ...unspokenQuestions(profile, offeredLanguages())]
      for (const point of points) terminal.print(`${file}: still open: ${point}`)
      return true
    },
  }),
  command({
    usage: 'profile diff FILE',
    what: 'shows what a profile would change, and which appointments it would leave outside',
    run: async (terminal, file) => {
      const profile = readFile(terminal, file)
      if (!profile) return false
      await printDifference(terminal, profile)
      return true
    },
  }),
  command({
    usage: 'profile import FILE',
    what: 'puts a profile in the place of the one in the database',
    // What a city is may be entered before its first start.
    mayBegin: true,
    run: async (terminal, file) => {
      const profile = readFile(terminal, file)
      if (!profile) return false
      await printDifference(terminal, profile)
      const deps = await terminal.open()
      const done = await replaceProfile(deps, profile)
      if ('refused' in done && done.refused === 'facts') {
        throw new CommandFault(
          `${file}: ${profile.city} is open to people and would be without ${lacksNamed(done.lacks)}, so the next start would be refused: enter it in the file, or import with the settings of a trial (TRIAL=yes)`,
        )
      }
      if ('refused' in done) {
        const own = deps.config.profile
        throw new CommandFault(`${file}: id: expected "${own}" (PROFILE), got "${profile.id}"`)
      }
      terminal.print(`${profile.city} is at version ${done.version}.`)
      return true
    },
  }),
  command({
    usage: 'profile new [FILE]',
    what: 'asks for a city and its centres and writes a profile to go on with',
    run: async (terminal, file) => {
      const profile = draftProfile(await askForCity(terminal))
      const target = file || `prisma/seed/${profile.id}.json`
      terminal.write(target, `${JSON.stringify(profile, null, 2)}\n`)
      terminal.print(`${target} is written. Still open:`)
      for (const point of openPoints(profile)) terminal.print(`  ${point}`)
      terminal.print(`Start with PROFILE=${profile.id} and a database of its own.`)
      return true
    },
  }),
  command({
    usage: 'profile schema',
    what: 'prints the form of a profile as JSON Schema (docs/schema/profile.schema.json)',
    run: async (terminal) => {
      terminal.print(JSON.stringify(profileJsonSchema(), null, 2))
      return true
    },
  }),
]

/** The profile in a file; where it has faults, they are printed and there is none. */
function readFile(terminal: Terminal, file: string): Profile | undefined {
  const read = parseProfile(terminal.read(file))
  const faults = 'faults' in read ? read.faults : unsaid(read.profile)
  for (const fault of faults) terminal.print(`${file}: ${fault}`)
  return 'profile' in read && faults.length === 0 ? read.profile : undefined
}

/**
 * What people would be shown without words: numbers for danger, and programmes, in every language; telephone numbers that
 * reach nobody; and languages that nobody can ask for.
 */
function unsaid(profile: Profile): string[] {
  const i18n = createI18n()
  const numbers = profile.numbers.flatMap(({ name }, at) =>
    i18n.exists(name) ? [] : [`numbers[${at}].name: expected the key of a text, got "${name}"`],
  )
  const languages = offeredLanguages()
  const phones = phoneFaults(profile).map(({ path, expected }) => `${pathOf(path)}: ${expected}`)
  return [
    ...numbers,
    ...phones,
    ...unspokenProgrammes(profile, languages),
    ...unknownLanguages(profile, i18n.spoken),
  ]
}

const offeredLanguages = () => createI18n().languages.map(({ key }) => key)

async function printDifference(terminal: Terminal, profile: Profile): Promise<void> {
  const deps = await terminal.open()
  const { changes, outside } = await compareProfile(deps, profile)
  terminal.print(changes.length === 0 ? 'Nothing changes.' : `${changes.length} changes:`)
  for (const change of changes) terminal.print(`  ${change}`)
  terminal.print(
    outside.length === 0
      ? 'No appointment falls outside the new rules.'
      : `${outside.length} appointments fall outside the new rules; they stay until staff move them:`,
  )
  for (const { booking, why } of outside) {
    const { ref, centre, startsAt } = booking
    terminal.print(`  ${ref}  ${centre}  ${onWall(startsAt)}  ${WHY[why]}`)
  }
  const accounts = await accountsLeftBy(deps, profile)
  if (accounts.length > 0) {
    terminal.print(
      `${accounts.length} accounts belong to carriers that go; hand over what they have before they are closed:`,
    )
    for (const { email, body } of accounts) terminal.print(`  ${email}  ${body}`)
  }
  const orders = await ordersLeftBy(deps, profile)
  if (orders.length === 0) return
  terminal.print(
    `${orders.length} orders of interpreters are open at pools that go; staff cancel them:`,
  )
  for (const { id, poolName, centre, startsAt } of orders) {
    terminal.print(`  ${id}  ${poolName}  ${centre}  ${onWall(startsAt)}`)
  }
}

/** "2026-03-16 10:00" in Germany. */
function onWall(at: number): string {
  const { minutes } = toWall(at)
  const two = (count: number) => String(count).padStart(2, '0')
  return `${dateOf(at)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
