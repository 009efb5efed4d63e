// Templates of the city: worded by administrators, filled from the record, sent in the language of the person.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SHIPPED, type Template } from '../../src/domain/profile/templates.ts'
import { duisburg } from '../support/duisburg.ts'
import { checks, confirms, faultsIn, fieldsIn } from '../support/filled-form.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { sendsAtDesk, writesAtDesk } from '../support/staff-writes.ts'

let house: House
afterEach(() => house.stop())

const LIST = '/staff/admin/templates'
const NEW = '/staff/admin/new-template'
const word = (language: string, key: string) => house.deps.i18n.t(language, { key }, 0)
const administrator = () =>
  house.signedIn({ email: 'it@city.example', role: 'administrator', centres: [], body: null })

async function templatesNow(): Promise<Template[] | undefined> {
  const { profile } = await house.db.city.findFirstOrThrow()
  return JSON.parse(profile).templates
}

describe('an administrator', () => {
  beforeEach(async () => {
    house = await openHouse()
  })

  test('words a message, sees it as each language would, and it is in the list with what is missing', async () => {
    const admin = await administrator()
    const preview = await checks(admin, NEW, {
      name: 'Unterlagen zum Termin',
      'text.de': 'Bitte kommen Sie am {Tag} um {Uhrzeit}.\r\n{Ort}\r\n{Unterlagen}',
      'text.ar': 'AGP-5R2 {Ort}\r\nنراكم يوم {Tag} الساعة {Uhrzeit}. {Unterlagen}',
    })
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('Montag, 23.11.2026 um 09:00.')
    expect(preview.text).toContain('<div class="written" lang="ar" dir="rtl">')
    // A line that begins with a code stays a line of its language.
    expect(preview.text).toContain('<p><bdi lang="ar" dir="rtl">\u2068AGP-5R2\u2069 ')
    expect(preview.text).toContain('Türkisch (fehlt: kommt auf Deutsch an)')
    expect(preview.text).toContain(word('tr', 'message.in-german'))
    expect(await templatesNow()).toBeUndefined()
    expect((await confirms(admin, NEW, preview.text)).location).toBe(`${LIST}?done`)
    expect(await templatesNow()).toMatchObject([
      {
        id: expect.stringMatching(/^text-\w+$/),
        name: 'Unterlagen zum Termin',
        texts: { de: 'Bitte kommen Sie am {Tag} um {Uhrzeit}.\n{Ort}\n{Unterlagen}' },
      },
    ])
    const list = (await admin.get(LIST)).text
    expect(list).toContain('Unterlagen zum Termin')
    expect(list).toMatch(/Es fehlt: Farsi, [^<]*Türkisch/)
    const noted = await house.db.audit.findMany({ where: { action: 'edit-city' } })
    expect(noted.map(({ subject, outcome }) => [subject, outcome])).toEqual([['templates', 'done']])
  })

  test('is told which translations are older than the German text, until somebody has looked', async () => {
    const admin = await administrator()
    const texts = { 'text.de': 'Bitte kommen.', 'text.ar': 'نراكم.', 'text.tr': 'Lütfen gelin.' }
    const first = await checks(admin, NEW, { name: 'Kommen', ...texts })
    await confirms(admin, NEW, first.text)
    const id = (await templatesNow())?.[0]?.id ?? ''
    const path = `${LIST}/${id}`
    const stale = async () => (await templatesNow())?.[0]?.stale
    const change = async (fields: Record<string, string>) => {
      const { new: _, ...there } = fieldsIn((await admin.get(path)).text)
      const preview = await checks(admin, path, { ...there, ...fields })
      expect((await confirms(admin, path, preview.text)).location).toBe(`${LIST}?done`)
      return preview.text
    }
    expect(await stale()).toBeUndefined()
    await change({ 'text.de': 'Bitte kommen!', corrected: 'yes' })
    expect(await stale()).toBeUndefined()
    const said = await change({
      'text.de': 'Bitte kommen Sie pünktlich.',
      'text.tr': 'Vaktinde gelin.',
    })
    expect(said).toContain('Veraltet: Arabisch')
    expect(await stale()).toEqual(['ar'])
    expect((await admin.get(LIST)).text).toContain('Veraltet: Arabisch')
    expect((await admin.get('/staff/open')).text).toContain('Veraltet: Arabisch')
    // Something else of it changes: it stays out of date until it is worded anew or found to fit.
    await change({ name: 'Pünktlich' })
    expect(await stale()).toEqual(['ar'])
    await change({ 'fits.ar': 'yes' })
    expect(await stale()).toBeUndefined()
  })

  test.each([
    ['an unknown field', 'Am {Datum} um {Uhrzeit}.', 'In geschweiften Klammern geht nur: {Tag}'],
    ['half a field', 'Am {Tag', 'In geschweiften Klammern geht nur'],
    ['markup', 'Bitte <b>kommen</b>', 'Bitte nur Text, ohne Auszeichnung'],
    ['an entity', 'Bitte&nbsp;kommen', 'Bitte nur Text, ohne Auszeichnung'],
    ['a mark of direction', 'Bitte \u202Ekommen', 'unsichtbare Zeichen'],
    ['too much', 'x'.repeat(501), 'Höchstens 500 Zeichen.'],
    ['nothing', ' ', 'Bitte ausfüllen.'],
  ])('is told of %s at its field, and keeps what was typed', async (_, text, said) => {
    const admin = await administrator()
    const answer = await checks(admin, NEW, { name: 'Neu', 'text.de': text, 'text.tr': 'Gelin.' })
    expect(answer.status).toBe(422)
    expect(faultsIn(answer.text)).toContain('text.de')
    expect(answer.text).toContain(said)
    const fields = fieldsIn(answer.text)
    expect(fields['text.tr']).toBe('Gelin.')
    expect(fields['text.de']).toBe(text.replace('\u202E', '').trim())
    expect(await templatesNow()).toBeUndefined()
  })

  test('is told of a translation that lacks a field', async () => {
    const admin = await administrator()
    const answer = await checks(admin, NEW, {
      name: ' ',
      'text.de': 'Um {Uhrzeit}.',
      'text.tr': 'Gelin.',
    })
    expect(faultsIn(answer.text)).toEqual(['name', 'text.tr'])
    expect(answer.text).toContain('dieselben Felder stehen wie im deutschen Text: {Uhrzeit}')
  })

  test.each(SHIPPED)(
    'finds %s of Lotse in every language, and a form sent as it is changes nothing',
    async (id) => {
      const admin = await administrator()
      const path = `${LIST}/${id}`
      const fields = fieldsIn((await admin.get(path)).text)
      for (const { key } of house.deps.i18n.languages) {
        expect(fields[`text.${key}`], key).toMatch(/\p{L}/u)
      }
      expect((await checks(admin, path, {})).text).toContain('Es ändert sich nichts.')
    },
  )

  test('words one of Lotse anew, switches it off, and takes it back', async () => {
    const admin = await administrator()
    const path = `${LIST}/call`
    const changes = async (changed: Record<string, string | null>) =>
      confirms(admin, path, (await checks(admin, path, changed)).text)
    await changes({ 'text.de': 'Rufen Sie bitte an:\n{Telefon}' })
    expect(await templatesNow()).toMatchObject([{ id: 'call', name: 'Bitte rufen Sie uns an' }])
    expect((await admin.get(LIST)).text).toContain('von Lotse, hier neu formuliert')
    await changes({ off: 'yes' })
    expect(await templatesNow()).toMatchObject([{ id: 'call', off: true }])
    await changes({ off: null, gone: 'yes' })
    expect(await templatesNow()).toBeUndefined()
    await changes({ off: 'yes' })
    expect(await templatesNow()).toEqual([{ id: 'call', off: true }])
  })

  test('deletes one of the city', async () => {
    const admin = await administrator()
    const preview = await checks(admin, NEW, { name: 'Kurz', 'text.de': 'Bitte kommen.' })
    await confirms(admin, NEW, preview.text)
    const [made] = (await templatesNow()) ?? []
    const path = `${LIST}/${made?.id}`
    await confirms(admin, path, (await checks(admin, path, { gone: 'yes' })).text)
    expect(await templatesNow()).toBeUndefined()
    expect((await admin.get(path)).status).toBe(404)
  })

  test.each(['counsellor', 'lead', 'coordinator', 'volunteer', 'data-protection'] as const)(
    'a %s words none',
    async (role) => {
      const other = await house.signedIn({ email: `${role}@rsc.example`, role })
      for (const path of [LIST, NEW, `${LIST}/call`]) {
        expect((await other.get(path)).status).toBe(403)
      }
      const sent = { name: 'Neu', 'text.de': 'Bitte kommen.', version: '1', id: 'drawn-0001' }
      expect((await other.post(NEW, sent)).status).toBe(403)
      expect((await house.visit().post(NEW, sent)).status).toBe(401)
      expect(await templatesNow()).toBeUndefined()
    },
  )
})

describe('a counsellor', () => {
  const TEXTS = {
    de: 'Bitte kommen Sie am {Tag} um {Uhrzeit}.\n{Ort}',
    ckb: 'AGP-5R2 {Ort}\nتکایە {Tag} کاتژمێر {Uhrzeit} وەرن.',
  }
  const templates: Template[] = [
    { id: 'visit', name: 'Bitte kommen', texts: TEXTS },
    { id: 'hello', name: 'Gruß', texts: { de: 'Wir denken an Sie.\n{Telefon}' } },
    { id: 'old', name: 'Von früher', texts: { de: 'Vorbei.' }, off: true },
    { id: 'letter', off: true },
  ]
  beforeEach(async () => {
    house = await openHouse({ ...duisburg(), templates })
  })

  async function atRecord(language: 'ckb' | 'tr') {
    const guest = await guestBooks(house, { language })
    const anna = await house.signedIn({ email: 'anna@rsc.example' })
    const path = `/staff/intakes/${guest.id}`
    await anna.get(path)
    await anna.post(`${path}/take`, { from: '' })
    return { guest, anna, path }
  }

  test('chooses among what is offered, and sees what has no words for the person', async () => {
    const { anna, path } = await atRecord('ckb')
    const { text } = await anna.get(path)
    const options = /<fieldset class="templates">(.*?)<\/fieldset>/s.exec(text)?.[1] ?? ''
    const codes = [...options.matchAll(/value="([^"]*)"/g)].map(([, code]) => code)
    expect(codes).toEqual(['call', 'papers', 'come', 'visit', 'hello'])
    expect(options).toContain('>Bitte kommen<')
    expect(options).toContain('>Gruß (Sorani (Zentralkurdisch) fehlt: kommt auf Deutsch an)<')
  })

  test('sends it filled in the language of the person; both read it later', async () => {
    const { guest, anna, path } = await atRecord('ckb')
    const { preview, send } = await writesAtDesk(anna, path, { template: 'visit' })
    expect(preview.text).toContain('am Montag, 23.11.2026 um 10:00.')
    expect((await send()).status).toBe(303)
    await house.tick()
    const message = guest.user.sees('⁨23.11.2026⁩ کاتژمێر ⁨10:00⁩ وەرن')
    // The line begins with a code, and right to left all the same.
    expect(message.text).toMatch(/\n\u200F\u2068AGP-5R2\u2069 /)
    expect(message.text).toContain('\u2068Brückenstraße 30, Duisburg\u2069')
    const history = (await anna.get(path)).text
    expect(history).toContain('<strong>Bitte kommen</strong> (gesendet)')
    expect(history).toContain('am Montag, 23.11.2026 um 10:00.')
    await house.db.city.updateMany({ data: { profile: JSON.stringify(duisburg()), version: 9 } })
    const later = (await anna.get(path)).text
    expect(later).toContain('<strong>Bitte kommen</strong> (gesendet)')
    expect(later).toContain('am Montag, 23.11.2026 um 10:00.')
  })

  test('is told before sending that it arrives in German', async () => {
    const { guest, anna, path } = await atRecord('ckb')
    const { preview, send } = await writesAtDesk(anna, path, { template: 'hello' })
    expect(preview.text).toContain('Diese Vorlage gibt es noch nicht auf Sorani (Zentralkurdisch).')
    await send()
    await house.tick()
    guest.user.sees(word('ckb', 'message.in-german'))
    guest.user.sees('Wir denken an Sie.')
  })

  test('cannot speak of an appointment that is not there', async () => {
    const { anna, path } = await atRecord('ckb')
    await anna.post(`${path}/cancel`, {})
    const { text } = await anna.get(path)
    expect(text).toContain('value="visit" disabled>Bitte kommen (nur mit Termin)')
    const { preview } = await writesAtDesk(anna, path, { template: 'visit' })
    expect(preview.status).toBe(409)
    expect(preview.text).toContain('Diese Vorlage nennt einen Termin')
    expect((await sendsAtDesk(anna, path, 'hello')).status).toBe(303)
  })

  test.each(['old', 'letter', 'nobody', 'constructor'])('does not send %s', async (template) => {
    const { anna, path } = await atRecord('ckb')
    const { preview } = await writesAtDesk(anna, path, { template })
    expect(preview.status).toBe(409)
    expect(preview.text).toContain('Diese Vorlage gibt es nicht mehr.')
  })

  test('an appointment that is another one before it goes out is not told any more', async () => {
    const { guest, anna, path } = await atRecord('ckb')
    await sendsAtDesk(anna, path, 'visit')
    await anna.post(`${path}/cancel`, {})
    await house.tick()
    expect(guest.user.messages().some(({ text }) => text?.includes('وەرن'))).toBe(false)
    expect((await anna.get(path)).text).toContain(
      '<strong>Bitte kommen</strong> (nicht angekommen)',
    )
  })

  test('what was told of an appointment is corrected in the chat once it is gone', async () => {
    const { guest, anna, path } = await atRecord('ckb')
    await sendsAtDesk(anna, path, 'visit')
    await house.tick()
    guest.user.sees('وەرن')
    house.clock.at += 120_000
    await anna.post(`${path}/cancel`, {})
    await house.tick()
    await house.tick()
    expect(guest.user.messages().some(({ text }) => text?.includes('وەرن'))).toBe(false)
    expect((await anna.get(path)).text).toContain('am Montag, 23.11.2026 um 10:00.')
  })
})
