// A voice goes to another city as one file, without a name, and is released there anew.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readVoice } from '../../src/domain/spoken/shared-voice.ts'
import { bookOfVoice } from '../../src/flows/staff/voices.ts'
import { mp3Of, tone } from '../support/sounds.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'
import { audited, lends, recordings, records, SORANI } from '../support/voice-rooms.ts'

let other: House
let theirs: Visitor
let file: string
const KEYS = ['lobby.consent.button.agree', 'date.day.1', 'date.day.2']

const coordinator = { role: 'coordinator', centres: [] } as const
const sends = async (visitor: Visitor, text: string, room = SORANI) => {
  await visitor.get(room)
  return await visitor.sendFile(`${room}/file`, {}, ['voice', new Blob([text])])
}

// One after the other: a Worker has one database.
beforeAll(async () => {
  const house = await openHouse()
  const chief = await house.signedIn({ email: 'co@city.example', ...coordinator })
  const hana = await house.signedIn({ email: 'h@city.example', role: 'volunteer', centres: [] })
  const speaker = await lends(hana, 'Hana Karim')
  for (const [nth, key] of KEYS.entries()) {
    await records(hana, { key, speaker, file: await mp3Of(tone(0.2 + nth / 5)) })
  }
  // The third waits still.
  const waiting = (await recordings(house)).filter(({ key }) => key !== KEYS[2])
  for (const { id } of waiting) {
    await chief.get(`${SORANI}/listen`)
    await chief.post(`/staff/recordings/${id}/release`, {})
  }
  file = (await chief.get(`${SORANI}/file`)).text
  expect(await audited(house, 'export-voice')).toBe(1)
  await house.stop()
  other = await openHouse()
  theirs = await other.signedIn({ email: 'co@city.example', ...coordinator })
})
afterAll(() => other.stop())

test('the file has what is released, and nobody’s name', () => {
  const voice = readVoice(file)
  expect(voice).toMatchObject({ voice: 'ckb', city: 'duisburg', refused: {} })
  expect(voice?.clips.map(({ key }) => key).sort()).toEqual(KEYS.slice(0, 2).sort())
  expect(voice?.speakers).toMatchObject([{ origin: 'duisburg', isComputer: false }])
  expect(file).not.toContain('Hana')
})

describe('another city', () => {
  test('takes it in as recordings that wait for a second person', async () => {
    const taken = await sends(theirs, file)
    expect(taken.status).toBe(200)
    expect(taken.text).toContain('2 Aufnahmen warten jetzt auf Freigabe')
    const rows = await recordings(other)
    expect(rows.map(({ state }) => state)).toEqual(['recorded', 'recorded'])
    const [speaker] = await other.deps.store.speakers.of('ckb')
    expect(speaker).toMatchObject({ name: null, origin: 'duisburg' })
    expect((await theirs.get(SORANI)).text).toContain('Stimme aus duisburg')
    expect(await audited(other, 'import-voice')).toBe(1)
  })

  test('has the same sounds, and gives them on as they came', async () => {
    const own = await other.signedIn({
      email: 'second@city.example',
      role: 'volunteer',
      centres: [],
    })
    for (const { id } of await recordings(other)) {
      await own.get(`${SORANI}/listen`)
      expect((await own.post(`/staff/recordings/${id}/release`, {})).status).toBe(303)
    }
    const again = readVoice((await theirs.get(`${SORANI}/file`)).text)
    const first = readVoice(file)
    const byKey = (voice: typeof first) => new Map(voice?.clips.map((clip) => [clip.key, clip]))
    expect(byKey(again)).toEqual(byKey(first))
    expect(again?.speakers).toEqual(first?.speakers)
  })

  test('takes nothing twice', async () => {
    const taken = await sends(theirs, file)
    expect(taken.text).toContain('2 gibt es hier schon')
    expect(await other.db.clip.count()).toBe(2)
  })

  test('is told clip by clip what it does not take', async () => {
    const voice = JSON.parse(file)
    const [first, second] = voice.clips
    const speakers = [
      ...voice.speakers,
      { ...voice.speakers[0], id: 'a-computer', isComputer: true },
    ]
    const danger = 'danger.number.police'
    const { hash } = (await bookOfVoice(other.deps, 'ckb'))?.clips.get(danger) ?? { hash: '' }
    const clips = [
      { ...first, hash: 'of-older-words' },
      { ...second, key: 'date.day.3', mp3: btoa('no sound at all') },
      { ...first, key: danger, hash, speaker: 'a-computer' },
      { ...first, speaker: 'somebody-else' },
      { mp3: 7 },
    ]
    const taken = await sends(theirs, JSON.stringify({ ...voice, speakers, clips }))
    for (const told of [
      '0 Aufnahmen warten jetzt auf Freigabe',
      '1 mit einem anderen Text als hier',
      '1 zu Einwilligung oder Gefahr von einem Computer',
      '3 sind kein Ton',
    ]) {
      expect(taken.text).toContain(told)
    }
    expect(await other.db.clip.count()).toBe(2)
  })

  test.each([
    ['nothing', '', 'keine Datei mit einer Stimme'],
    ['a letter', 'Dear all,', 'keine Datei mit einer Stimme'],
    ['a list', '[1]', 'keine Datei mit einer Stimme'],
  ])('refuses %s with what to do', async (_, text, told) => {
    const refused = await sends(theirs, text)
    expect(refused.status).toBe(400)
    expect(refused.text).toContain(told)
  })

  test('refuses a voice at another one, and everything from strangers and volunteers', async () => {
    expect((await sends(theirs, file, '/staff/voices/tr')).text).toContain('eine andere Stimme')
    expect((await sends(theirs, file, '/staff/voices/xx')).status).toBe(404)
    expect((await sends(other.visit(), file)).status).toBe(401)
    const volunteer = await other.signedIn({
      email: 'v@city.example',
      role: 'volunteer',
      centres: [],
    })
    expect((await sends(volunteer, file)).status).toBe(403)
    expect((await volunteer.get(SORANI)).text).not.toContain('Mit anderen Städten teilen')
  })
})
