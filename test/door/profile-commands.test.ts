import { execFileSync, spawnSync } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { profileCommands } from '../../src/cli/profile.ts'
import { CommandFault } from '../../src/cli/terminal.ts'
import { parseProfile } from '../../src/domain/profile/profile.ts'
import { replaceProfile } from '../../src/flows/upkeep/edit-profile.ts'
import { createActor } from '../support/actor.ts'
import { duisburgJson } from '../support/duisburg.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, introduce } from '../support/talks.ts'
import { testTerminal } from '../support/terminal.ts'
import { withFacts } from '../support/with-facts.ts'

let lotse: TestLotse

beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

/** Runs a command on a file `city.json`, which the change has made out of Duisburg. */
async function run(name: string, change: (json: ReturnType<typeof duisburgJson>) => void) {
  const json = duisburgJson()
  change(json)
  const { printed, run } = testTerminal({
    files: { 'city.json': JSON.stringify(json) },
    deps: lotse.deps,
  })
  return { done: await run(profileCommands, name, 'city.json'), printed }
}

const version = () => lotse.deps.store.cities.version('duisburg')

test('check names file, path and what is expected', async () => {
  const { done, printed } = await run('profile check', (p) => (p.centres[0].phones = ['call us']))
  expect(done).toBe(false)
  expect(printed).toEqual([
    'city.json: centres[0].phones[0]: expected a phone number, got "call us"',
  ])
})

test('check finds a telephone number that reaches nobody', async () => {
  const { done, printed } = await run('profile check', (p) => {
    p.imprint = { name: 'Stadt', phone: '0203 1' }
    p.centres[0].phones = ['94065358']
  })
  expect(done).toBe(false)
  const expected = 'expected a telephone number with its area code, got'
  expect(printed).toEqual([
    `city.json: centres[0].phones[0]: ${expected} "94065358"`,
    `city.json: imprint.phone: ${expected} "0203 1"`,
  ])
})

test('check finds a number for danger that no text names', async () => {
  const { done, printed } = await run('profile check', (p) => (p.numbers[0].name = 'danger.typo'))
  expect(done).toBe(false)
  expect(printed).toEqual([
    'city.json: numbers[0].name: expected the key of a text, got "danger.typo"',
  ])
})

test('check finds a shown offer that one of the languages has no words for', async () => {
  const { done, printed } = await run('profile check', (p) => {
    p.programmes[1].shown = true
    delete p.programmes[1].what.ckb
  })
  expect(done).toBe(false)
  expect(printed).toEqual([
    expect.stringMatching(
      /^city\.json: programmes\[1\]\.what\.ckb: expected a text, .* got nothing$/,
    ),
  ])
})

test('check finds a language that nobody can ask for', async () => {
  const { done, printed } = await run('profile check', (p) => {
    p.centres[0].openings[0].counselling = [{ languages: ['ar', 'ku'] }]
  })
  expect(done).toBe(false)
  expect(printed).toEqual([
    expect.stringMatching(
      /^city\.json: centres\[0\]\.openings\[0\]\.counselling\[0\]\.languages\[1\]: expected one of .*ckb.*, got "ku"$/,
    ),
  ])
})

test('check says which words of a city’s question are read in German', async () => {
  const { done, printed } = await run('profile check', (p) => {
    p.questions = [{ id: 'own-wish', kind: 'text', name: { de: 'W' }, title: { de: 'W?' } }]
  })
  expect(done).toBe(true)
  expect(printed).toContainEqual(
    expect.stringMatching(
      /still open: questions\[0\]\.title: own-wish, read in German by who reads .*ckb/,
    ),
  )
})

test('import refuses a broken profile and leaves the city as it is', async () => {
  const { done } = await run('profile import', (p) => (p.defaultCentre = 'nowhere'))
  expect(done).toBe(false)
  expect(await version()).toBe(1)
})

test('import refuses the profile of another city', async () => {
  await expect(run('profile import', (p) => (p.id = 'moers'))).rejects.toThrow(
    new CommandFault('city.json: id: expected "duisburg" (PROFILE), got "moers"'),
  )
  expect(await version()).toBe(1)
})

test('import takes nothing away that people have to be told, but in a trial', async () => {
  await replaceProfile(lotse.deps, withFacts())
  const gone = run('profile import', (p) => Object.assign(p, { imprint: undefined }))
  await expect(gone).rejects.toThrow(
    /^city\.json: Duisburg is open to people and would be without controller \(RSC Hamborn, .*\), data protection officer \(Grafschafter Diakonie\), imprint, so the next start would be refused: .*TRIAL=yes/,
  )
  expect(await version()).toBe(2)
  // A command without the settings of the bot knows from the database that people come.
  const { config } = lotse.deps
  Object.assign(lotse.deps, { config: { ...config, mode: 'demo' } })
  await lotse.deps.store.meta.noteLive()
  await expect(run('profile import', () => {})).rejects.toThrow(/open to people/)
  Object.assign(lotse.deps, { config: { ...config, trial: true } })
  expect((await run('profile import', () => {})).done).toBe(true)
  // What was not whole before is not kept from being entered bit by bit.
  Object.assign(lotse.deps, { config })
  expect((await run('profile import', (p) => (p.city = 'Duisburg am Rhein'))).done).toBe(true)
})

test('an imported profile reaches a talk with its next step', async () => {
  const user = createActor(lotse.world)
  await introduce(user)
  await user.taps('Nicht dringend')
  await user.taps('Wohnung')
  const { done } = await run('profile import', (p) => {
    for (const centre of p.centres) centre.address = 'Neue Straße 1, Duisburg'
  })
  expect(done).toBe(true)
  expect(await version()).toBe(2)
  await user.taps('Mitte')
  await user.taps('العربية')
  await user.tapsData(/~tm~hochfeld/)
  user.sees('Neue Straße 1, Duisburg')
})

test('diff names the appointments that a change leaves outside, and nobody else', async () => {
  await bookSara(createActor(lotse.world))
  const [booked] = await lotse.deps.store.appointments.upcoming(lotse.clock.at)
  const { printed } = await run('profile diff', (p) => {
    p.centres[1].openings[0].opens = '11:00'
    p.centres[1].openings[1].opens = '15:00'
  })
  expect(printed).toEqual([
    '2 changes:',
    '  centres[hochfeld].openings[monday].opens: "10:00" → "11:00"',
    '  centres[hochfeld].openings[wednesday].opens: "14:00" → "15:00"',
    '1 appointments fall outside the new rules; they stay until staff move them:',
    `  ${booked?.ref}  hochfeld  2026-03-16 10:00  no slot begins and ends at this time`,
  ])
  expect(await version()).toBe(1)
})

test('new asks and writes a profile that passes the check', async () => {
  const answers = ['Moers', '', 'Beratung', 'Hauptstraße 1', '02841 1234', '', 'Kapellen', '']
  const { files, printed, run } = testTerminal({ answers })
  expect(await run(profileCommands, 'profile new')).toBe(true)
  const read = parseProfile(files['prisma/seed/moers.json'] ?? '')
  expect(read).toMatchObject({
    profile: { city: 'Moers', routing: { districts: { kapellen: 'beratung' } } },
  })
  expect(printed).toContain('  centres[0].openings: Beratung, cannot be booked')
})

test.each([
  ['duisburg', 'Duisburg, 3 centres, 2 programmes, no faults'],
  ['duesseldorf', 'Düsseldorf, 10 centres, 7 programmes, no faults'],
  ['kreis-unna', 'Kreis Unna, 1 centres, 7 programmes, no faults'],
])('the command line passes %s as operators type it', (id, verdict) => {
  const out = execFileSync(
    process.execPath,
    ['src/cli.ts', 'profile', 'check', `prisma/seed/${id}.json`],
    { encoding: 'utf8' },
  )
  expect(out).toContain(verdict)
})

test.each([
  [['profile', 'check'], 'profile check FILE: FILE is missing'],
  [['profile', 'check', '--all'], "profile check FILE: Unknown option '--all'"],
  [['profile', 'schema', 'x'], 'profile schema: x is too much'],
])('the command line refuses %j in one line', (words, line) => {
  const { status, stderr } = spawnSync(process.execPath, ['src/cli.ts', ...words], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([1, `${line}\n`])
})
