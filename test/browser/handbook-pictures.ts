// Which pictures the handbooks have: who is signed in, which page it is, and which part of it.

import type { Page } from 'playwright-core'
import type { Role } from '../../src/domain/people/rights.ts'

export type Picture = {
  /** Of the file in docs/handbuch/bilder/, which the handbook of that role shows. */
  name: string
  path: string
  /** 1280 where nothing is said, 390 for a telephone. */
  width?: number
  /** In pixels, at most: less where the page ends before. */
  height: number
  /** Where it begins: what this selector finds first; else at the top of the page. */
  from?: string
  /** What is pressed before. */
  goes?: (page: Page) => Promise<void>
}

/** `roles`: who finds in their navigation what it calls a page; the first one takes the pictures. */
type Handbook = { file: string; roles: readonly [Role, ...Role[]]; pictures: Picture[] }

const WAITING = '/staff/intakes?box=waiting'
const opensFirst = async (page: Page) => {
  await page.locator('main a[href^="/staff/intakes/"]').first().click()
  await page.locator('h1').waitFor()
}
const looksAtMessage = async (page: Page) => {
  await opensFirst(page)
  await page.locator('a[href="#do-message"]').first().click()
  await page.getByRole('button', { name: 'Bitte rufen Sie uns an' }).click()
  await page.getByRole('button', { name: 'Senden' }).waitFor()
}

export const HANDBOOKS: readonly Handbook[] = [
  {
    file: 'beratung',
    roles: ['counsellor'],
    pictures: [
      { name: 'beratung-heute', path: '/staff', height: 1366 },
      { name: 'beratung-heute-telefon', path: '/staff', width: 390, height: 900 },
      { name: 'beratung-anfragen', path: '/staff/intakes', height: 900 },
      { name: 'beratung-anfrage', path: WAITING, height: 1100, goes: opensFirst },
      { name: 'beratung-nachricht', path: WAITING, height: 900, goes: looksAtMessage },
      { name: 'beratung-woche', path: '/staff/week', height: 1190 },
      { name: 'beratung-rueckrufe', path: '/staff/calls', height: 600 },
      { name: 'beratung-sprachmittlung', path: '/staff/interpreting', height: 900 },
    ],
  },
  {
    file: 'koordination',
    roles: ['coordinator', 'lead'],
    pictures: [
      { name: 'koordination-auslastung', path: '/staff/utilisation', height: 1270 },
      {
        name: 'koordination-wochen',
        path: '/staff/utilisation',
        height: 900,
        from: 'h2:text("Woche für Woche")',
      },
      {
        name: 'koordination-sprachen',
        path: '/staff/utilisation',
        height: 900,
        from: 'h2:text("Gebrauchte Sprachen")',
      },
      {
        name: 'koordination-quartal',
        path: '/staff/quarter?centre=hamborn&body=drk&line=kim',
        height: 1250,
      },
      { name: 'koordination-stimmen', path: '/staff/voices', height: 700 },
    ],
  },
  {
    file: 'verwaltung',
    roles: ['administrator'],
    pictures: [
      { name: 'verwaltung-offen', path: '/staff/open', height: 900 },
      { name: 'verwaltung-konten', path: '/staff/admin/staff', height: 1000 },
      { name: 'verwaltung-stellen', path: '/staff/admin/centres', height: 520 },
      {
        name: 'verwaltung-sprechstunde',
        path: '/staff/admin/centres/hamborn',
        height: 1000,
        from: 'h2:text("Sprechstunden")',
      },
      { name: 'verwaltung-vorlagen', path: '/staff/admin/templates', height: 900 },
      { name: 'verwaltung-zuordnung', path: '/staff/admin/mappings/new-case-system', height: 1000 },
    ],
  },
  {
    file: 'betrieb',
    roles: ['administrator'],
    pictures: [{ name: 'betrieb-protokoll', path: '/staff/audit', height: 700 }],
  },
]
