import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Pool } from '../../src/domain/profile/interpreting.ts'
import { seedProfile } from '../support/duisburg.ts'
import { checks, confirms, faultsIn, fieldsIn } from '../support/filled-form.ts'
import { type House, openHouse } from '../support/staff-house.ts'

let house: House
afterEach(() => house.stop())

const POOLS = '/staff/admin/pools'
const NEW = '/staff/admin/new-pool'

const administrator = () =>
  house.signedIn({ email: 'it@city.example', role: 'administrator', centres: [] })

async function poolsNow(): Promise<Pool[] | undefined> {
  const { profile } = await house.db.city.findFirstOrThrow()
  return JSON.parse(profile).interpreting
}

const lay = (): Pool => ({
  id: 'lay',
  name: 'Ehrenamt',
  modes: ['on-site'],
  centres: ['hochfeld'],
  languages: ['ckb', 'kmr'],
  genderWish: true,
  leadWorkingDays: 7,
  answersInWorkingDays: 3,
  longestMinutes: 180,
  freeCancelHours: 24,
  excludes: ['residence'],
  contact: { mail: 'pool@city.example', phone: '0203 99999', url: 'https://pool.example/form' },
  status: { confirmed: true, asOf: '2026-09', source: 'Telefonat, 3. September 2026' },
})

const phone = (): Pool => ({
  id: 'phone',
  name: 'Am Telefon',
  modes: ['telephone', 'video'],
  languages: ['ti'],
  leadWorkingDays: 0,
  contact: {},
  status: { confirmed: false },
})

describe('where no pool is entered', () => {
  beforeEach(async () => {
    house = await openHouse()
  })

  test('the list says what that means, and an administrator adds one', async () => {
    const admin = await administrator()
    expect((await admin.get('/staff/admin/centres')).text).toContain(`href="${POOLS}"`)
    const list = await admin.get(POOLS)
    expect(list.text).toContain('Lotse sagt deshalb niemandem Sprachmittlung zu.')
    const preview = await checks(admin, NEW, {
      name: 'Dolmetschen am Telefon',
      'modes.telephone': 'yes',
      'speaks.ti': 'yes',
      'speaks.am': 'yes',
      leadWorkingDays: '2',
      mail: 'order@pool.example',
      byMail: 'yes',
    })
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('Amharisch, Tigrinya')
    expect(await poolsNow()).toBeUndefined()
    expect((await confirms(admin, NEW, preview.text)).location).toBe(`${POOLS}?done`)
    // What nobody has said stays out.
    const added = {
      id: expect.stringMatching(/^pool-\w+$/),
      name: 'Dolmetschen am Telefon',
      modes: ['telephone'],
      languages: ['am', 'ti'],
      leadWorkingDays: 2,
      contact: { mail: 'order@pool.example' },
      byMail: true,
      status: { confirmed: false },
    }
    expect(await poolsNow()).toEqual([added])
    // The same form once more adds no second one.
    expect((await confirms(admin, NEW, preview.text)).status).toBe(303)
    expect(await poolsNow()).toEqual([added])
    const after = await admin.get(POOLS)
    expect(after.text).toContain('unbekannt, was er nicht dolmetscht')
    expect(after.text).toContain('nicht bestätigt')
    const audited = await house.db.audit.findMany({ where: { action: 'edit-city' } })
    expect(audited[0]).toMatchObject({ subject: 'interpreting', outcome: 'done' })
  })

  test('every mistake is told at its field', async () => {
    const admin = await administrator()
    const answer = await checks(admin, NEW, {
      name: ' ',
      leadWorkingDays: '',
      longestMinutes: 'lang',
      'excludes.nothing': 'yes',
      'excludes.residence': 'yes',
      mail: 'pool',
      phone: 'anrufen',
      url: 'http://pool.example',
    })
    expect(answer.status).toBe(422)
    expect(faultsIn(answer.text)).toEqual([
      'excludes',
      'leadWorkingDays',
      'longestMinutes',
      'mail',
      'modes',
      'name',
      'phone',
      'speaks',
      'url',
    ])
    expect(fieldsIn(answer.text)).toMatchObject({ longestMinutes: 'lang', mail: 'pool' })
    expect(await poolsNow()).toBeUndefined()
  })

  test('one that is ordered from by mail needs a mailbox', async () => {
    const admin = await administrator()
    const answer = await checks(admin, NEW, {
      ...{ name: 'Am Telefon', 'modes.telephone': 'yes', 'speaks.ti': 'yes' },
      ...{ leadWorkingDays: '2', byMail: 'yes' },
    })
    expect([answer.status, faultsIn(answer.text)]).toEqual([422, ['mail']])
    expect(fieldsIn(answer.text)).toMatchObject({ byMail: 'yes' })
  })

  test('one that is called on the spot has no days ahead, and needs a number', async () => {
    const admin = await administrator()
    const said = { name: 'Dienst', 'modes.telephone': 'yes', 'speaks.ti': 'yes', onCall: 'yes' }
    const wrong = { ...said, 'modes.on-site': 'yes', leadWorkingDays: '2', freeCancelHours: '24' }
    const answer = await checks(admin, NEW, wrong)
    expect(answer.status).toBe(422)
    const faults = ['freeCancelHours', 'leadWorkingDays', 'modes', 'phone']
    expect(faultsIn(answer.text)).toEqual(faults)
    expect(fieldsIn(answer.text)).toMatchObject({ onCall: 'yes', leadWorkingDays: '2' })
    const preview = await checks(admin, NEW, { ...said, phone: '0203 556677' })
    expect(preview.text).toContain('Anruf im Gespräch')
    await confirms(admin, NEW, preview.text)
    const [added] = (await poolsNow()) ?? []
    expect(added).toMatchObject({ onCall: true, leadWorkingDays: 0 })
    const again = await checks(admin, `${POOLS}/${added?.id}`, {})
    expect(again.text).toContain('Es ändert sich nichts.')
  })

  test('a drawn id that was tampered with is refused', async () => {
    const admin = await administrator()
    const answer = await checks(admin, NEW, {
      ...{ pool: 'X Y', name: 'A', 'modes.video': 'yes', 'speaks.ti': 'yes', leadWorkingDays: '1' },
    })
    expect(answer.status).toBe(422)
  })
})

describe('where two are entered', () => {
  beforeEach(async () => {
    house = await openHouse({ ...seedProfile('duisburg'), interpreting: [lay(), phone()] })
  })

  test('a form sent as it is changes nothing', async () => {
    const admin = await administrator()
    for (const id of ['lay', 'phone']) {
      const preview = await checks(admin, `${POOLS}/${id}`, {})
      expect(preview.text, id).toContain('Es ändert sich nichts.')
    }
  })

  test('what is changed is read before and after, and confirmed with its month', async () => {
    const admin = await administrator()
    const preview = await checks(admin, `${POOLS}/phone`, {
      'excludes.nothing': 'yes',
      genderWish: 'no',
      'at.hamborn': 'yes',
      confirmed: 'yes',
      place: '1',
    })
    expect(preview.text).toContain('schließt nichts aus')
    expect(preview.text).toContain('Kein gebuchter Termin ist betroffen.')
    expect((await confirms(admin, `${POOLS}/phone`, preview.text)).status).toBe(303)
    expect(await poolsNow()).toEqual([
      {
        ...phone(),
        modes: ['video', 'telephone'],
        centres: ['hamborn'],
        genderWish: false,
        excludes: [],
        status: { confirmed: true, asOf: '2026-11' },
      },
      lay(),
    ])
  })

  test('emptied fields become unknown', async () => {
    const admin = await administrator()
    const preview = await checks(admin, `${POOLS}/lay`, {
      longestMinutes: '',
      genderWish: '',
      'excludes.residence': null,
      'at.hochfeld': null,
      phone: '',
    })
    await confirms(admin, `${POOLS}/lay`, preview.text)
    const { longestMinutes: _l, genderWish: _g, excludes: _e, centres: _c, ...rest } = lay()
    const { phone: _p, ...contact } = rest.contact
    expect((await poolsNow())?.[0]).toEqual({ ...rest, contact })
  })

  test('one after the other goes', async () => {
    const admin = await administrator()
    for (const id of ['lay', 'phone']) {
      const preview = await checks(admin, `${POOLS}/${id}`, { gone: 'yes' })
      expect(preview.text).toContain('nichts eingetragen')
      expect((await confirms(admin, `${POOLS}/${id}`, preview.text)).status).toBe(303)
    }
    expect(await poolsNow()).toBeUndefined()
    expect((await admin.get(`${POOLS}/lay`)).status).toBe(404)
  })

  test('who was slower is told, and what they typed still stands there', async () => {
    const admin = await administrator()
    const [one, other] = [
      await checks(admin, `${POOLS}/lay`, { longestMinutes: '90' }),
      await checks(admin, `${POOLS}/lay`, { longestMinutes: '60' }),
    ]
    await confirms(admin, `${POOLS}/lay`, one.text)
    const late = await confirms(admin, `${POOLS}/lay`, other.text)
    expect(late.status).toBe(409)
    expect(fieldsIn(late.text)).toMatchObject({ longestMinutes: '60' })
    expect((await poolsNow())?.[0]?.longestMinutes).toBe(90)
  })

  test('is for administrators only, and only for pools there are', async () => {
    for (const role of ['counsellor', 'lead', 'coordinator'] as const) {
      const visitor = await house.signedIn({ email: `${role}@rsc.example`, role })
      for (const path of [POOLS, `${POOLS}/lay`, NEW]) {
        expect((await visitor.get(path)).status, `${role} ${path}`).toBe(403)
      }
      await visitor.get('/staff/account')
      expect((await visitor.post(`${POOLS}/lay`, { gone: 'yes' })).status, role).toBe(403)
    }
    expect((await house.visit().get(POOLS)).status).toBe(401)
    const admin = await administrator()
    expect((await admin.get(`${POOLS}/nobody`)).status).toBe(404)
    expect((await admin.post(`${POOLS}/lay/check`, { form: 'forged' })).status).toBe(403)
    expect(await poolsNow()).toHaveLength(2)
  })
})
