// Volunteers record what Lotse says; somebody else lets it out; anybody takes it back.

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseAgain, erasedHashes } from '../../src/flows/upkeep/erase-again.ts'
import { runs } from '../support/runs.ts'
import { mp3Of, tone } from '../support/sounds.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'
import { audited, lends, recordings, records, SORANI } from '../support/voice-rooms.ts'

type Member = Visitor & { id: string }
let house: House
let hana: Member
let azad: Member
let chief: Member
let speaker: string
let mp3: Uint8Array<ArrayBuffer>
const KEY = 'lobby.consent.button.agree'
const BY_PARTS = 'closure.held#0'

beforeAll(async () => {
  house = await openHouse()
  const volunteer = { role: 'volunteer', centres: [] } as const
  hana = await house.signedIn({ email: 'hana@city.example', ...volunteer })
  azad = await house.signedIn({ email: 'azad@city.example', ...volunteer })
  chief = await house.signedIn({ email: 'co@city.example', role: 'coordinator', centres: [] })
  mp3 = await mp3Of(tone(1))
  speaker = await lends(hana, 'Hana Karim')
})
afterAll(() => house.stop())

const only = async () => (await recordings(house))[0]

describe('a volunteer', () => {
  test('comes to the voices and to nothing of anybody’s', async () => {
    expect((await hana.get('/staff')).location).toBe('/staff/voices')
    expect((await hana.get('/staff/intakes')).status).toBe(403)
    expect((await hana.get(`${SORANI}/file`)).status).toBe(403)
    const { text } = await hana.get('/staff/voices')
    expect(text).toContain('Sorani (Zentralkurdisch)')
    expect(text).toContain('Bahdini')
    expect(text).toMatch(/0 von \d{3}/)
    expect(text).not.toContain('href="/staff/intakes"')
  })

  test('sees a text large, in its script and direction, with its German beside it', async () => {
    const { text } = await hana.get(`${SORANI}/clip?key=${KEY}`)
    const words = house.deps.i18n
      .t('ckb', { key: KEY }, 0)
      .replace(/[^\p{L}\p{N} ]/gu, '')
      .trim()
    expect(text).toContain('<p class="spoken" lang="ckb" dir="rtl">')
    expect(text).toContain(words)
    expect(text).toContain('<span lang="de">')
    expect(text).toContain('nie ein Computer')
    const part = await hana.get(`${SORANI}/clip?key=${encodeURIComponent(BY_PARTS)}`)
    expect(part.text).toContain('Lesen Sie nur den großen Text vor')
  })

  test('is shown the first text that is missing, and is told of none', async () => {
    const { text } = await hana.get(`${SORANI}/clip`)
    expect(text).toContain('name="key" value="lobby.language')
    expect((await hana.get(`${SORANI}/clip?key=no.such.text`)).status).toBe(404)
    expect((await hana.get('/staff/voices/xx')).status).toBe(404)
    expect((await hana.get('/staff/voices/xx/clip')).status).toBe(404)
    expect((await hana.get(`${SORANI}/chapters/nothing`)).status).toBe(404)
  })

  test('is asked who speaks before anything is recorded', async () => {
    const first = await azad.get('/staff/voices/tr/clip')
    expect(first.location).toBe('/staff/voices/tr/speaker')
    await azad.get('/staff/voices/tr/speaker')
    const refused = await azad.post('/staff/voices/tr/speaker', { id: 'abcdefgh1', name: 'Azad' })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('Einwilligung')
    expect(await house.db.speaker.count()).toBe(1)
  })
})

test('who lends their voice is sealed, with the day and the text they agreed to', async () => {
  const row = await house.db.speaker.findFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain('Hana')
  expect(row).toMatchObject({ voice: 'ckb', computer: false, origin: null, addedBy: hana.id })
  expect(row.consentHash).toMatch(/^[0-9a-f]{14}$/)
  expect((await hana.get(SORANI)).text).toContain('Hana Karim')
  expect(await audited(house, 'add-speaker')).toBe(1)
  expect(house.logged.join('\n')).not.toContain('Hana')
})

describe('a recording', () => {
  test('is kept, heard by staff, and leads to the next text', async () => {
    const kept = await records(hana, { key: KEY, speaker, file: mp3 })
    expect(kept.status).toBe(303)
    expect(kept.location).toBe(`${SORANI}/clip?speaker=${speaker}&before=${KEY}`)
    const next = await hana.get(kept.location ?? '')
    expect(next.text).toContain('Gespeichert.')
    expect(next.text).not.toContain(`name="key" value="${KEY}"`)
    const row = await only()
    expect(row).toMatchObject({ state: 'recorded', loudness: 'good', recordedBy: hana.id })
    const sound = await azad.get(`/staff/recordings/${row?.id}/sound`)
    expect(sound.headers.get('content-type')).toBe('audio/mpeg')
    expect(sound.headers.get('cache-control')).toBe('private, no-store')
    expect(await house.deps.store.clips.released('ckb', [KEY])).toEqual(new Map())
  })

  test('comes in pieces for players that ask so', async () => {
    const path = `/staff/recordings/${(await only())?.id}/sound`
    const piece = await azad.get(path, { Range: 'bytes=0-1' })
    expect(piece.status).toBe(206)
    expect(piece.headers.get('content-range')).toMatch(/^bytes 0-1\/\d+$/)
    expect((await azad.get(path, { Range: 'bytes=999999-' })).status).toBe(416)
    expect((await house.visit().get(path)).status).toBe(401)
    expect((await azad.get('/staff/recordings/nothing/sound')).status).toBe(404)
  })

  test('is released by somebody else, not by who made it', async () => {
    const path = `/staff/recordings/${(await only())?.id}/release`
    expect((await hana.get(`${SORANI}/listen`)).text).toContain('wartet keine Aufnahme')
    const own = await hana.post(path, {})
    expect(own.status).toBe(409)
    expect(own.text).toContain('zweite Person')
    expect((await azad.get(`${SORANI}/listen`)).text).toContain('Freigeben')
    expect((await azad.post(path, {})).location).toBe(`${SORANI}/listen`)
    expect(await only()).toMatchObject({ state: 'released', releasedBy: azad.id })
    expect((await azad.post(path, {})).status).toBe(409)
    const released = await house.deps.store.clips.released('ckb', [KEY, 'other'])
    expect([...released.keys()]).toEqual([KEY])
    expect((await azad.get(SORANI)).text).toMatch(/1 von \d+ Aufnahmen sind fertig/)
    expect(await audited(house, 'release-clip')).toBe(1)
  })

  test('that is made anew leaves the one before to be heard until it is released', async () => {
    await records(azad, { key: KEY, speaker, file: mp3 })
    expect((await recordings(house)).map(({ state }) => state)).toEqual(['released', 'recorded'])
    expect((await house.deps.store.clips.released('ckb', [KEY])).size).toBe(1)
    const newer = (await recordings(house))[1]
    await hana.get(`${SORANI}/listen`)
    await hana.post(`/staff/recordings/${newer?.id}/release`, {})
    expect(await recordings(house)).toMatchObject([{ id: newer?.id, state: 'released' }])
  })

  test('of words that have changed is told, not released, and not counted', async () => {
    await records(hana, { key: BY_PARTS, speaker, file: mp3 })
    const row = (await recordings(house)).find(({ key }) => key === BY_PARTS)
    await house.db.clip.updateMany({ where: { id: row?.id ?? '' }, data: { textHash: 'older' } })
    await azad.get(SORANI)
    const refused = await azad.post(`/staff/recordings/${row?.id}/release`, {})
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Der Text ist inzwischen ein anderer')
    const page = await azad.get(`${SORANI}/chapters/closure`)
    expect(page.text).toContain('Text geändert')
    expect((await azad.get(`${SORANI}/listen`)).text).toContain('wartet keine Aufnahme')
  })

  test('of a computer is never kept for consent and danger', async () => {
    const computer = { id: 'computer1', voice: 'ckb', name: null, isComputer: true }
    const since = { consentHash: null, consentedAt: 0, origin: null, addedBy: 'demo' }
    await house.deps.store.speakers.add({ ...computer, ...since })
    const refused = await records(hana, { key: KEY, speaker: 'computer1', file: mp3 })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('nur ein Mensch')
    expect(
      (await records(hana, { key: 'date.day.1', speaker: 'computer1', file: mp3 })).status,
    ).toBe(303)
    expect((await hana.get(`${SORANI}/clip?key=date.day.1`)).text).toContain(
      'Stimme eines Computers',
    )
    await house.deps.store.speakers.remove('computer1', 0)
  })
})

describe('what is no sound of ours is refused with what to do', () => {
  const long = async () => await mp3Of(tone(70))
  test.each([
    ['nothing', async () => new Uint8Array(), 'nehmen Sie noch einmal auf'],
    ['words', async () => new TextEncoder().encode('a letter '.repeat(99)), 'Nötig sind 24 kHz'],
    ['a minute and more', long, '60 Sekunden'],
    ['a megabyte', async () => new Uint8Array(1_000_000), '60 Sekunden'],
  ])('%s', async (_, file, told) => {
    const refused = await records(hana, { key: KEY, speaker, file: await file() })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain(told)
  })

  test('what is larger than any recording is not even read', async () => {
    const refused = await records(hana, { key: KEY, speaker, file: new Uint8Array(12_100_000) })
    expect(refused.status).toBe(413)
    expect(refused.text).toContain('zu groß')
  })

  test('a speaker of nobody, or of another voice', async () => {
    const turkish = await lends(azad, 'Azad Demir', '/staff/voices/tr')
    for (const other of ['', 'nobody-here', turkish]) {
      const refused = await records(hana, { key: KEY, speaker: other, file: mp3 })
      expect(refused.status).toBe(400)
      expect(refused.text).toContain('wer spricht')
    }
  })

  test('a text of nobody', async () => {
    const at = `${SORANI}/clip`
    await hana.get(SORANI)
    const file: [string, Blob] = ['sound', new Blob([mp3])]
    expect((await hana.sendFile(at, { key: 'no.such', speaker }, file)).status).toBe(404)
    const stranger = house.visit()
    expect((await stranger.sendFile(at, { key: KEY, speaker }, file)).status).toBe(401)
    expect((await hana.sendFile(at, { form: 'x', key: KEY, speaker }, file)).status).toBe(403)
  })

  test('whatever bytes come, the answer is a page and nothing is kept that is not whole', async () => {
    const before = await house.db.clip.count()
    const broken = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc.nat(mp3.length - 1).map((at) => mp3.slice(at)),
      fc
        .tuple(fc.nat(mp3.length - 1), fc.nat(255))
        .map(([at, byte]) => mp3.map((own, place) => (place === at ? byte : own))),
    )
    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => {
        const { status } = await records(hana, {
          ...{ key: 'date.day.2', speaker, file: new Uint8Array(bytes) },
        })
        expect([303, 400]).toContain(status)
      }),
      { numRuns: runs(60) },
    )
    const added = (await house.db.clip.count()) - before
    expect(added).toBeLessThanOrEqual(1)
  })
})

describe('scripts', () => {
  const csp = async (path: string) =>
    (await hana.get(path)).headers.get('content-security-policy') ?? ''

  test('that load code may run where something is recorded, and nowhere else', async () => {
    expect(await csp(`${SORANI}/clip?key=${KEY}`)).toContain(
      "script-src 'self' 'wasm-unsafe-eval';",
    )
    expect(await csp(`${SORANI}/listen`)).toMatch(/media-src 'self';/)
    for (const path of ['/staff/voices', SORANI, `${SORANI}/listen`, `${SORANI}/speaker`]) {
      expect(await csp(path)).toContain("script-src 'self'; connect-src 'self'")
      expect(await csp(path)).not.toContain('unsafe')
      expect(await csp(path)).toContain("default-src 'none'")
    }
    const { headers } = await hana.get(`${SORANI}/clip?key=${KEY}`)
    expect(headers.get('permissions-policy')).toBe('camera=(), geolocation=(), microphone=(self)')
  })

  test('are never what somebody typed', async () => {
    const name = '"><script>alert(1)</script>'
    const id = await lends(hana, name)
    for (const path of [
      SORANI,
      `${SORANI}/clip?speaker=${id}&before=${encodeURIComponent(name)}`,
    ]) {
      const { text } = await hana.get(path)
      expect(text).toContain('&lt;script&gt;alert(1)')
      expect(text.match(/<script[^>]*>/g) ?? []).toHaveLength(path === SORANI ? 1 : 2)
    }
    await house.deps.store.speakers.remove(id, 0)
  })

  test('come from us alone, for those who record', async () => {
    const served = await hana.get('/staff/studio/script.js')
    expect(served.headers.get('content-type')).toContain('text/javascript')
    expect(served.text).toContain('LGPL')
    expect(served.text).not.toContain('data:application/wasm')
    expect((await house.visit().get('/staff/studio/script.js')).status).toBe(401)
  })
})

describe('taking back', () => {
  test('a recording: its maker or who coordinates, nobody else', async () => {
    const made = (await recordings(house)).find(({ key }) => key === BY_PARTS)
    await azad.get(SORANI)
    expect((await azad.post(`/staff/recordings/${made?.id}/remove`, {})).status).toBe(404)
    expect(await house.db.clip.count({ where: { id: made?.id ?? '' } })).toBe(1)
    await hana.get(SORANI)
    const gone = await hana.post(`/staff/recordings/${made?.id}/remove`, {})
    expect(gone.status).toBe(303)
    expect(await house.db.clip.count({ where: { id: made?.id ?? '' } })).toBe(0)
    expect(await audited(house, 'remove-clip')).toBe(1)
  })

  test('a speaker: every sound, the name and what Telegram keeps ready are gone at once', async () => {
    await house.deps.store.telegramFiles.keep('bot', 'hash', 'file', 0)
    await azad.get(SORANI)
    expect((await azad.post(`/staff/speakers/${speaker}/remove`, {})).status).toBe(404)
    await chief.get(SORANI)
    expect((await chief.post(`/staff/speakers/${speaker}/remove`, {})).location).toBe(SORANI)
    expect(await house.db.clip.count({ where: { speakerId: speaker } })).toBe(0)
    expect(await house.deps.store.speakers.find(speaker)).toBeNull()
    expect(await house.deps.store.clips.released('ckb', [KEY])).toEqual(new Map())
    expect(await house.deps.store.telegramFiles.find('bot', 'hash')).toBeNull()
    expect(await audited(house, 'remove-speaker')).toBe(1)
    // A backup of before brings them back, until the list of who was erased is read.
    const hashes = await erasedHashes(house.deps)
    const before = { id: speaker, voice: 'ckb', name: 'Hana Karim', isComputer: false }
    const since = { consentHash: 'h', consentedAt: 0, origin: null, addedBy: hana.id }
    await house.deps.store.speakers.add({ ...before, ...since })
    expect(await eraseAgain(house.deps, hashes)).toEqual({ people: 0, requests: 0, speakers: 1 })
    expect(await house.deps.store.speakers.find(speaker)).toBeNull()
  })
})
