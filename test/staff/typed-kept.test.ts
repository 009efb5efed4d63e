// Nothing that is typed at the desk is lost: whatever form is sent after the session has ended stands there again,
// filled in, once somebody has signed in.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Role, reachOf } from '../../src/domain/people/rights.ts'
import { keepTyped, openTyped } from '../../src/flows/sign-in/typed-form.ts'
import { isTyped } from '../../src/staff/frame/again.ts'
import { pathOf } from '../../src/staff/frame/place.ts'
import { staffRoutes } from '../../src/staff/staff.ts'
import { cityWith, poolOf } from '../support/interpreting.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import {
  type Control,
  comesBack,
  controlsOf,
  formsTo,
  hiddenOf,
  type Member,
  sessionEnds,
  typedAt,
} from '../support/typed.ts'

/** Nothing is typed there that may or can be given back. */
const NOT_KEPT = {
  '/account/password': 'passwords alone',
  '/account/codes': 'a password alone',
  '/account/second-factor': 'a password and a code',
  '/account/passkeys/:id/remove': 'a password alone',
  '/account/passkeys/options': 'asked by a script, which says so',
  '/account/sessions': 'a button',
  '/second-factor': 'a code, and no page before it',
  '/sign-out': 'a button',
  '/barriers/:id': 'a button',
  '/voices/:voice/clip': 'a file',
  '/voices/:voice/file': 'a file',
  '/recordings/:id/release': 'a button',
  '/recordings/:id/remove': 'a button',
  '/speakers/:id/remove': 'a button',
} as const

const posts = staffRoutes.filter(({ method, who }) => method === 'post' && who !== 'open')
const kept = posts.flatMap((route) => (route.stands ? [{ ...route, stands: route.stands }] : []))

let house: House
const members: Partial<Record<Role, Member>> = {}
let params: Record<string, Record<string, string>>
beforeAll(async () => {
  const easy = { id: 'easy', name: 'EasyCase', fields: [{ field: 'phone', label: 'Tel' }] }
  house = await openHouse({ ...cityWith([poolOf()]), caseSystems: [easy] })
  for (const role of ['lead', 'administrator', 'volunteer', 'data-protection'] as const) {
    const centres = role === 'lead' ? ['hochfeld', 'hamborn'] : []
    members[role] = await house.signedIn({ email: `${role}@rsc.example`, role, centres })
  }
  // To whom requests can be assigned.
  await house.signedIn({ email: 'ben@rsc.example' })
  const { lead, administrator } = members as Record<Role, Member>
  const guest = await guestBooks(house, { language: 'kmr' })
  const at = `/staff/intakes/${guest.id}`
  await lead.get(at)
  await lead.post(`${at}/take`, { from: '' })
  await lead.post(`${at}/refer`, { id: 'referral-1', target: 'caritas' })
  await administrator.get('/staff/admin/webhooks')
  params = {
    '/intakes/:id': { id: guest.id, referral: 'referral-1' },
    '/bookings/:id': { id: guest.booking },
    '/admin/staff/:id': { id: lead.id },
    '/admin/centres/:id': { id: 'hochfeld' },
    '/admin/pools/:id': { id: 'phone' },
    '/admin/templates/:id': { id: 'call' },
    '/admin/mappings/case-system/:id': { id: 'easy' },
    '/admin/mappings/funding-line/:id': { id: 'kim' },
    '/admin/facts/bodies/:id': { id: 'drk' },
    '/admin/facts/centres/:id': { id: 'hochfeld' },
    '/notices/:id': { id: 'hochfeld' },
    '/voices/:voice': { voice: 'ckb' },
  }
})
afterAll(() => house.stop())

/** Somebody who may, and the parts of the path as they are there. */
function at({ path, who }: (typeof kept)[number]) {
  const roles: readonly Role[] = ['lead', 'administrator', 'volunteer', 'data-protection']
  const role = roles.find((one) => who === 'member' || reachOf(one, who as never) !== 'none')
  const member = members[role ?? 'lead'] as Member
  const begins = Object.keys(params).find((pattern) => path.startsWith(pattern)) ?? ''
  return { member, own: { id: 'none', number: 'none', ...params[begins] } }
}

test('a field named code is given back like any other, a password never', async () => {
  const fields = { code: '7F3-K2D', password: 'secret' }
  const form = { route: '/audit', params: {}, fields, madeAt: 0 }
  const anna = { staffId: 'anna', headers: new Headers() }
  const { name, cookie } = await keepTyped(house.deps, anna, { form })
  const headers = new Headers({ cookie: cookie.split(';', 1)[0] ?? '' })
  const opened = await openTyped(house.deps, { staffId: 'anna', headers }, name)
  expect(opened).toMatchObject({ form: { ...form, fields: { code: '7F3-K2D' } } })
})

test('only what has nothing to be given back is not kept', () => {
  const others = posts.filter(({ stands }) => !stands).map(({ path }) => path)
  expect(others.sort()).toEqual(Object.keys(NOT_KEPT).sort())
})

/** Where this house has nothing to press or fill in: what was sent stands on the page, to be copied. */
const GONE = [
  '/account/calendars/:id/end',
  '/account/passkeys/:id/name',
  '/admin/staff/:id/reopen',
  '/admin/tokens/:id/revoke',
  '/admin/webhooks/:id/remove',
  '/admin/webhooks/deliveries/:id/again',
  '/bookings/:id/mark',
  '/bookings/:id/mark/back',
  '/bookings/:id/take-back',
  '/closures/:id/reopen',
  '/intakes/:id/called',
  '/intakes/:id/called/undo',
  '/intakes/:id/follow-up/end',
  '/intakes/:id/replies/read',
  '/intakes/:id/take',
  '/interpreting/orders/:number',
  '/notices/:id/end',
  '/notices/:id/mail',
  '/oversight/:id/end',
  '/oversight/:id/release',
  '/undelivered/again',
  '/undelivered/heeded',
  '/walk-ins',
]

const seen = { filled: 0, gone: [] as string[] }

test.each(kept)('what was typed for $path is there after signing in', async (route) => {
  const { member, own } = at(route)
  const stands = route.stands(own, {})
  const place = typeof stands === 'string' ? { page: stands } : stands
  const page = place.method ? place.page.replace(/\/edit$/, '') : place.page
  const action = `/staff${place.action ?? pathOf({ route: route.path, params: own })}`
  const before = await member.get(`/staff${page}`)
  const form = formsTo(before.text, action)[0]
  const controls = form ? controlsOf(form) : []
  const typed = Object.fromEntries(
    controls.map((control, nth) => [control.name, typedInto(control, nth)]),
  )
  const fields = form ? typed : { text: 'Typed <b>& "kept"</b>' }
  // So many are not kept of one account.
  await house.db.staffVerification.deleteMany()
  // The form token is of the page, whichever it is.
  await member.get('/staff/account')
  sessionEnds(member)
  const hidden = form ? hiddenOf(form) : {}
  const sent = Object.fromEntries(Object.entries({ ...hidden, ...fields }).filter(([, v]) => v))
  const asked = await member.post(`/staff${pathOf({ route: route.path, params: own })}`, sent)
  expect(asked.status).toBe(303)
  const again = typedAt(asked)
  expect(again).not.toBe('')
  const shown = await comesBack(house, member, again)
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('Die Sitzung war zu Ende')
  if (!form) {
    seen.gone.push(route.path)
    expect(shown.text).toContain('Typed &lt;b&gt;&amp; &quot;kept&quot;&lt;/b&gt;')
    return
  }
  if (controls.length > 0) seen.filled += 1
  // Where its form is gone, words that somebody typed are shown, and no codes.
  if (!place.method) {
    const chosen = controls.filter(({ kind }) => kind === 'SELECT').map(({ name }) => name)
    expect(chosen.filter(isTyped)).toEqual([])
  }
  const values = formsTo(shown.text, action).map((one) =>
    Object.fromEntries(controlsOf(one).map(({ name, value }) => [name, value])),
  )
  expect(values).toContainEqual(expect.objectContaining(typed))
})

test('most forms were there to be filled in', () => {
  expect(seen.filled).toBeGreaterThanOrEqual(20)
  expect(seen.gone.sort()).toEqual(GONE)
})

/** Something that a control of this kind can hold. */
function typedInto({ name, kind, options }: Control, nth: number): string {
  if (kind === 'SELECT') return options.at(-1) ?? ''
  // A row that is to go is gone when it comes back.
  if (kind === 'checkbox') return name.endsWith('.gone') ? '' : 'yes'
  if (kind === 'date') return '2026-12-24'
  if (kind === 'time') return '09:30'
  if (kind === 'email') return `typed-${nth}@example.org`
  return `Typed ${nth} <b>& "kept"</b> سلام`
}
