// Several cities in one process: settings, and a start as an operator does it.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { readCities, readCity } from '../../src/config/cities.ts'
import { freePort, startDemo } from '../support/demo-process.ts'

const two = { PROFILES: 'duisburg, kreis-unna' }
const faults = (env: object) => {
  const read = readCities({ ...two, ...env })
  return 'faults' in read ? read.faults : []
}

describe('settings', () => {
  it('without PROFILES are those of one city', () => {
    expect(readCities({ PROFILE: 'kreis-unna' })).toMatchObject({
      cities: [{ profile: 'kreis-unna', databaseFile: './data/lotse.db', port: 3000 }],
    })
  })

  it('give each city its own bot, database and port', () => {
    const env = {
      ...two,
      BOT_TOKEN_DUISBURG: '1:A',
      BOT_TOKEN_KREIS_UNNA: '2:B',
      DATABASE_URL_KREIS_UNNA: 'file:/srv/unna.db',
      LOG_LEVEL: 'warn',
      PORT: '4000',
    }
    expect(readCities(env)).toMatchObject({
      cities: [
        {
          profile: 'duisburg',
          botToken: '1:A',
          databaseFile: './data/duisburg/lotse.db',
          port: 4000,
          logLevel: 'warn',
        },
        {
          profile: 'kreis-unna',
          botToken: '2:B',
          databaseFile: '/srv/unna.db',
          port: 4001,
          logLevel: 'warn',
        },
      ],
    })
  })

  it('share what is the same for all: the mail server, and where webhooks may lead', () => {
    const mail = { SMTP_URL: 'smtps://a:b@mail.example:465', MAIL_FROM: 'lotse@city.example' }
    const common = { mail: { url: mail.SMTP_URL, from: mail.MAIL_FROM }, privateWebhooks: true }
    expect(readCities({ ...two, ...mail, WEBHOOKS_PRIVATE: 'yes' })).toMatchObject({
      cities: [common, common],
    })
  })

  test.each<[string, object, string]>([
    [
      'a token for all',
      { BOT_TOKEN: '1:A' },
      'BOT_TOKEN: with PROFILES each city has its own, such as BOT_TOKEN_DUISBURG',
    ],
    [
      'one token twice',
      { BOT_TOKEN_DUISBURG: '1:A', BOT_TOKEN_KREIS_UNNA: '1:A' },
      'BOT_TOKEN_KREIS_UNNA: duisburg has the same; each needs its own',
    ],
    [
      'one database twice',
      { DATABASE_URL_DUISBURG: 'file:a.db', DATABASE_URL_KREIS_UNNA: 'file:a.db' },
      'DATABASE_URL_KREIS_UNNA: duisburg has the same; each needs its own',
    ],
    [
      'one port twice',
      { PORT_KREIS_UNNA: '3000' },
      'PORT_KREIS_UNNA: duisburg has the same; each needs its own',
    ],
    [
      'one city twice',
      { PROFILES: 'duisburg,duisburg' },
      'PROFILES: duisburg has the same; each needs its own',
    ],
    [
      'a bad token',
      { BOT_TOKEN_KREIS_UNNA: 'secret' },
      'BOT_TOKEN_KREIS_UNNA: expected the token that BotFather gives',
    ],
    ['a bad name', { PROFILES: 'Duisburg' }, 'PROFILES: expected the name of a file'],
  ])('%s is named', (_, env, fault) => {
    expect(faults(env).join('\n')).toContain(fault)
    expect(faults(env).join()).not.toContain('secret')
  })

  it('say of which city a command is', () => {
    expect(readCity({ ...two, PROFILE: 'kreis-unna' })).toMatchObject({
      config: { profile: 'kreis-unna' },
    })
    expect(readCity(two)).toEqual({ faults: ['PROFILE: expected one of duisburg, kreis-unna'] })
  })
})

describe('a process', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lotse-cities-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const file = (city: string) => join(folder, city, 'lotse.db')
  const citiesIn = (city: string) => {
    const db = new Sqlite(file(city), { readonly: true })
    try {
      return db.prepare('SELECT "id" FROM "City"').pluck().all()
    } finally {
      db.close()
    }
  }

  it('runs two cities, each with its own chat, dashboard, database and key', async () => {
    const second = await freePort()
    const demo = await startDemo({
      ...two,
      DATABASE_URL: '',
      DATABASE_URL_DUISBURG: `file:${file('duisburg')}`,
      DATABASE_URL_KREIS_UNNA: `file:${file('kreis-unna')}`,
      PORT_KREIS_UNNA: String(second),
    })
    await expect
      .poll(async () => (await fetch(`http://127.0.0.1:${second}/readyz`)).status, {
        timeout: 20_000,
      })
      .toBe(200)
    expect(citiesIn('duisburg')).toEqual(['duisburg'])
    expect(citiesIn('kreis-unna')).toEqual(['kreis-unna'])
    expect(await demo.stop()).toBe(0)
    // A database of another city is not taken for one's own.
    await expect(
      startDemo({ PROFILE: 'duesseldorf', DATABASE_URL: `file:${file('duisburg')}` }),
    ).rejects.toThrow('DATABASE_URL: this database is duisburg’s; each city has its own')
    expect(citiesIn('duisburg')).toEqual(['duisburg'])
  })
})
