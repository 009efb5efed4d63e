// What the address of a list says.
import { expect, test } from 'vitest'
import { addressOf, boxOf, filterOf, pageQuery, turnOf } from '../../src/staff/requests/asking.ts'

const read = (query: string) => pageQuery.parse(Object.fromEntries(new URLSearchParams(query)))
const place = '2026-11-27.1.3.1795334400000.a-b_c'

test.each([
  ['', { box: 'new', status: 'open', centre: null, urgencies: [], signs: '', day: null }],
  ['box=mine', { box: 'mine', status: 'open' }],
  ['box=nowhere', { box: 'new' }],
  ['status=all', { box: 'all', status: 'all' }],
  ['box=mine&status=closed', { box: 'mine', status: 'open' }],
  ['status=drop', { box: 'new', status: 'open' }],
  ['q=ho%20agp5', { box: 'all', signs: 'HOAGP5' }],
  ['q=%25', { box: 'all', signs: '-' }],
  [
    'centre=hochfeld&language=kmr-bahdini&topic=work',
    { centre: 'hochfeld', language: 'kmr-bahdini', topic: 'work' },
  ],
  ['centre=%22%27;--&topic=', { centre: null, topic: null }],
  ['urgency=red', { urgencies: ['red'] }],
  ['urgency=purple', { urgencies: [] }],
  ['from=2026-11-22', { received: { from: Date.parse('2026-11-21T23:00Z'), until: null } }],
  ['until=2026-03-29', { received: { from: null, until: Date.parse('2026-03-29T22:00Z') } }],
  ['from=22.11.2026&until=2026-02-30', { received: { from: null, until: null } }],
  [
    'day=2026-11-23',
    {
      box: 'all',
      day: { from: Date.parse('2026-11-22T23:00Z'), until: Date.parse('2026-11-23T23:00Z') },
    },
  ],
])('%j asks for %j', (query, filter) => {
  expect(filterOf(read(query))).toMatchObject(filter)
})

test.each([
  [`after=${place}`, { on: '2026-11-27', late: 1, rank: 3, id: 'a-b_c', back: false }],
  [`before=${place}`, { back: true, id: 'a-b_c' }],
  ['after=2026-11-27.1.3.1795334400000.', null],
  ['after=2026-11-27.3.3.1795334400000.x', null],
  ['after=2026-11-27.1.9.1795334400000.x', null],
  ['after=2026-11-27.1.3.999999999999999.x', null],
  ['after=%27', null],
  ['page=3', null],
] as const)('%j goes on from %j', (query, turn) => {
  const found = turnOf(read(query))
  if (turn === null) expect(found).toBeNull()
  else expect(found).toMatchObject(turn)
})

test.each([
  '',
  'box=mine&centre=hamborn',
  'status=all&q=K2D&urgency=red&from=2026-11-01&topic=work',
])('the address of %j is read as the same again', (query) => {
  const asked = read(query)
  const again = read(addressOf(asked))
  expect(filterOf(again)).toEqual(filterOf(asked))
  expect(boxOf(again)).toBe(boxOf(asked))
  const at = { on: '2026-11-27', late: 0, rank: 1, submittedAt: 5, id: 'x' }
  const turned = addressOf(asked, { after: at })
  expect(turnOf(read(turned))).toEqual({ ...at, back: false })
})
