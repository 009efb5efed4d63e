// Mistakes in what funders ask for.
import type { Mistake } from './mistake.ts'

const row = { as: 'Neuaufnahmen', count: 'requests.first' }
const line = (more: object = {}) => ({
  ...{ id: 'kim', name: 'KIM', rows: [row], status: { confirmed: true } },
  ...more,
})

export const fundingMistakes: Mistake[] = [
  ['funding that is no list', (p) => (p.funding = {}), 'funding: expected array, got {}'],
  [
    'a funding line twice',
    (p) => (p.funding = [line(), line()]),
    'funding[1].id: expected a value of its own, "kim" is there already',
  ],
  [
    'a funding line that counts nothing',
    (p) => (p.funding = [line({ rows: [] })]),
    'funding[0].rows: Too small',
  ],
  [
    'a funding line for a carrier that is none',
    (p) => (p.funding = [line({ bodies: ['awo'] })]),
    'funding[0].bodies[0]: expected one of drk, diakoniewerk',
  ],
  [
    'a figure that Lotse does not count',
    (p) => (p.funding = [line({ rows: [row, { as: 'Abgeschlossene Fälle', count: 'closed' }] })]),
    'funding[0].rows[1].count: expected one of requests, age',
  ],
  [
    'a figure that is a sentence',
    (p) => (p.funding = [line({ rows: [{ as: 'Frauen', count: 'alle Frauen' }] })]),
    'funding[0].rows[0].count: expected a kind of count, or "kind.code"',
  ],
  [
    'a band of age that is asked of nobody',
    (p) => (p.funding = [line({ rows: [{ as: 'Ab 27', count: 'age.27plus' }] })]),
    'funding[0].rows[0].count: expected one of under-18, 18-26, 27-plus, unsaid; got "27plus"',
  ],
  [
    'a name with the sign that parts columns',
    (p) => (p.funding = [line({ rows: [{ as: 'Neu | alt', count: 'requests' }] })]),
    'funding[0].rows[0].as: expected one line without |',
  ],
  [
    'a line that says not how sure it is',
    (p) => (p.funding = [line({ status: {} })]),
    'funding[0].status.confirmed: expected boolean, got nothing',
  ],
]
