// Mistakes in the pools of interpreters, and in who counsels when.
import type { Mistake } from './mistake.ts'

const pool = () => ({
  id: 'lay',
  name: 'Sprachmittlung',
  modes: ['on-site'],
  languages: ['ckb'],
  leadWorkingDays: 5,
  contact: {},
  status: { confirmed: false },
})

const onCall = (said: object) => ({
  ...pool(),
  ...{ modes: ['telephone'], onCall: true, leadWorkingDays: 0, contact: { phone: '0203 1234' } },
  ...said,
})

export const interpretingMistakes: Mistake[] = [
  [
    'pool that speaks nothing',
    (p) => (p.interpreting = [{ ...pool(), languages: [] }]),
    'interpreting[0].languages: Too small',
  ],
  [
    'pool that takes part in no mode',
    (p) => (p.interpreting = [{ ...pool(), modes: ['letter'] }]),
    'interpreting[0].modes[0]: Invalid option: expected one of "on-site"',
  ],
  [
    'pool of a centre that is none',
    (p) => (p.interpreting = [{ ...pool(), centres: ['nowhere'] }]),
    'interpreting[0].centres[0]: expected one of hamborn',
  ],
  [
    'pool that excludes what nobody asks for',
    (p) => (p.interpreting = [{ ...pool(), excludes: ['law'] }]),
    'interpreting[0].excludes[0]: expected one of residence, letter',
  ],
  [
    'pool ordered from by mail without a mailbox',
    (p) => (p.interpreting = [{ ...pool(), byMail: true }]),
    'interpreting[0].contact.mail: expected a mailbox, since orders go by mail',
  ],
  [
    'pool on call that comes to the centre',
    (p) => (p.interpreting = [onCall({ modes: ['on-site'] })]),
    'interpreting[0].modes: expected video or telephone, since it is called',
  ],
  [
    'pool on call that is ordered days before',
    (p) => (p.interpreting = [onCall({ leadWorkingDays: 2 })]),
    'interpreting[0].leadWorkingDays: expected 0, since nobody orders it',
  ],
  [
    'pool on call that answers orders',
    (p) => (p.interpreting = [onCall({ answersInWorkingDays: 1 })]),
    'interpreting[0].answersInWorkingDays: expected nothing, since nobody orders it',
  ],
  [
    'pool on call that is cancelled',
    (p) => (p.interpreting = [onCall({ freeCancelHours: 24 })]),
    'interpreting[0].freeCancelHours: expected nothing, since nobody orders it',
  ],
  [
    'pool on call that is ordered from by mail',
    (p) =>
      (p.interpreting = [
        onCall({ byMail: true, contact: { mail: 'a@pool.example', phone: '0203 1234' } }),
      ]),
    'interpreting[0].byMail: expected nothing, since nobody orders it',
  ],
  [
    'pool on call that nobody can call',
    (p) => (p.interpreting = [onCall({ contact: { mail: 'a@pool.example' } })]),
    'interpreting[0].contact.phone: expected a number or an address, since it is called',
  ],
  [
    'pool twice',
    (p) => (p.interpreting = [pool(), pool()]),
    'interpreting[1].id: expected a value of its own, "lay" is there already',
  ],
  [
    'language that is no key',
    (p) => (p.centres[0].openings[0].counselling = [{ languages: ['Sorani'] }]),
    'centres[0].openings[0].counselling[0].languages[0]: expected the key of a spoken language',
  ],
  [
    'counsellor at a seat that the rule has not',
    (p) => (p.centres[0].openings[0].counselling = [{ seat: 9, languages: [] }]),
    'centres[0].openings[0].counselling[0].seat: expected a seat from 1 to 2',
  ],
  [
    'counsellor who leaves before coming',
    (p) =>
      (p.centres[0].openings[0].counselling = [
        { languages: [], from: '2026-12-02', until: '2026-12-01' },
      ]),
    'centres[0].openings[0].counselling[0].until: expected a date not before "from"',
  ],
]
