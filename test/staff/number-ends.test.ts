// Wherever a number is asked for, its field says from where to where, and so does the refusal.

import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checks, faultsIn } from '../support/filled-form.ts'
import { cityWith, poolOf } from '../support/interpreting.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'

let house: House
let admin: Visitor
beforeAll(async () => {
  house = await openHouse(cityWith([poolOf()], [{ languages: ['ar'] }]))
  admin = await house.signedIn({ email: 'it@city.example', role: 'administrator', centres: [] })
})
afterAll(() => house.stop())

/** Names of the fields for numbers, with the ends their labels say; without one, `null`. */
const numbersIn = (page: string) =>
  parse(page)
    .querySelectorAll('main input[inputmode="numeric"]')
    .map((field) => {
      const name = field.getAttribute('name') ?? ''
      const label = parse(page).querySelector(`label[for="${name}"]`)?.text ?? ''
      const [, least, most] = /\((\d+)–(\d+)\)$/.exec(label) ?? []
      return { name, ends: most === undefined ? null : [Number(least), Number(most)] }
    })

const PAGES = ['/staff/admin/rules', '/staff/admin/centres/hochfeld', '/staff/admin/pools/phone']

test.each(PAGES)(
  'at %s',
  async (path) => {
    const numbers = numbersIn((await admin.get(path)).text)
    expect(numbers.length).toBeGreaterThan(3)
    expect(numbers.filter(({ ends }) => ends === null)).toEqual([])
    // The first of each kind: the same field stands in every row.
    const byKind = numbers.map((one) => [one.name.replace(/\.\d+\./g, '.'), one] as const)
    const kinds = new Map(byKind.toReversed())
    for (const { name, ends } of kinds.values()) {
      const [least = 0, most = 0] = ends ?? []
      for (const typed of [String(most + 1), 'viele', ...(least > 0 ? [String(least - 1)] : [])]) {
        const refused = await checks(admin, path, { [name]: typed })
        expect(refused.status, `${name} ${typed}`).toBe(422)
        expect(faultsIn(refused.text)).toContain(name)
        const said = parse(refused.text).getElementById(`fault-${name}`)?.text ?? ''
        expect(said, name).toMatch(
          name.endsWith('.seat')
            ? 'Bitte einen der genannten Plätze'
            : `Bitte eine ganze Zahl von ${least} bis ${most}.`,
        )
      }
    }
  },
  60_000,
)

test('which of a month is told as what it is', async () => {
  const refused = await checks(admin, '/staff/admin/centres/hochfeld', {
    'openings.0.every': 'month',
    'openings.0.nth': '7',
  })
  expect(refused.text).toContain('Bitte Zahlen von 1 bis 5 mit Komma dazwischen')
})
