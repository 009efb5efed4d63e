// What people and staff type, on every page that staff can open: text, and nothing else.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffRoutes } from '../../src/staff/staff.ts'
import { callerBooks, callerForm } from '../support/staff-callers.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse, type Visitor } from '../support/staff-house.ts'
import { sendsAtDesk } from '../support/staff-writes.ts'

const EVIL = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;`
// An override that shows what follows backwards, an isolate that is never closed, a mark.
const BIDI = '\u202Eesrever\u2066open\u200F'
const TYPED = `${EVIL}${BIDI}`

let house: House
let guest: Awaited<ReturnType<typeof guestBooks>>
const staff: Record<string, Visitor> = {}
beforeAll(async () => {
  house = await openHouse()
  const name = TYPED.slice(0, 90)
  const centres = ['hochfeld']
  const lead = await house.signedIn({ email: 'lead@rsc.example', role: 'lead', centres, name })
  const administrator = await house.signedIn({
    email: 'administrator@rsc.example',
    role: 'administrator',
    name,
  })
  const coordinator = await house.signedIn({ email: 'c@rsc.example', role: 'coordinator', name })
  Object.assign(staff, { lead, administrator, coordinator })
  guest = await guestBooks(house, { language: 'de' })
  const { user, id } = guest
  await user.tapsData(/~de$/)
  await user.tapsData(/~dy$/)
  await user.sends('<b onclick=x>&"\u202Eevil')
  for (let i = 0; i < 12 && !/schreiben|Nachricht/.test(user.screen()?.text ?? ''); i++) {
    await user.taps('Überspringen')
  }
  await user.sends(TYPED)
  const path = `/staff/intakes/${id}`
  await lead.get(path)
  await lead.post(`${path}/take`, { from: '' })
  await lead.post(`${path}/notes`, { id: 'note-0001', text: TYPED })
  await sendsAtDesk(lead, path, 'free', TYPED)
  await lead.post(`${path}/refer`, { id: 'referral-1', target: 'caritas' })
  await house.tick()
  await user.sends(TYPED)
  await callerBooks(lead, { alias: TYPED })
  await lead.get('/staff/closures')
  const day = { centre: 'hochfeld', date: '2026-12-23', reason: TYPED }
  await lead.post('/staff/closures', { ...day, id: 'closing-0001' })
}, 240_000)
afterAll(() => house.stop())

const pages = staffRoutes.filter(({ method, who }) => method === 'get' && who !== 'open')
const pathOf = (pattern: string, who: string) =>
  `/staff${pattern
    .replace('/admin/staff/:id', `/admin/staff/${(staff[who] as Visitor & { id?: string }).id}`)
    .replace(':id', guest.id)
    .replace(':referral', 'referral-1')
    .replace(':centre', 'hochfeld')}`.replace(/\/$/, '')

const TYPING_SCRIPT = '<script src="/staff/typing.js" defer></script>'
const LIVE_SCRIPT = '<script src="/staff/live.js" defer></script>'
const COPY_SCRIPT = '<script src="/staff/copy.js" defer></script>'
const PASSKEY_SCRIPT = '<script src="/staff/passkey.js" defer></script>'

// The studio's script, that of passkeys and the one that notes typing are the only ones.
const OWN_SCRIPT = "; script-src 'self'; connect-src 'self'"
const OWN_SCRIPTS: Record<string, string> = {
  '/voices/:voice/clip': "; script-src 'self' 'wasm-unsafe-eval'",
}

describe.each(['lead', 'administrator', 'coordinator'])('a %s', (who) => {
  test.each(pages)('reads at $path what was typed as text', async ({ path }) => {
    const visitor = staff[who] as Visitor
    for (const end of ['', '?q=%22%3E%3Cscript%3E&status=all&day=2026-11-23']) {
      const { text, headers } = await visitor.get(`${pathOf(path, who)}${end}`)
      if (!headers.get('content-type')?.includes('html')) continue
      const written = text
        .replace(TYPING_SCRIPT, '')
        .replace(LIVE_SCRIPT, '')
        .replace(path === '/account' ? PASSKEY_SCRIPT : '', '')
        .replace(path.endsWith('/case-sheet') ? COPY_SCRIPT : '', '')
      expect(written).not.toMatch(/<script|<img src=x|<b onclick|onerror=alert\(2\)>/i)
      expect(text).not.toMatch(/[\u202A-\u202E]/)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      const policy = headers.get('content-security-policy')
      const own = OWN_SCRIPTS[path] ?? OWN_SCRIPT
      expect(policy).toContain(own)
      expect(policy?.replace(own, '')).not.toMatch(/unsafe|script-src/)
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })
})

test('a mark of direction that got in all the same cannot turn the words around it', async () => {
  const { text } = await (staff['lead'] as Visitor).get(`/staff/intakes/${guest.id}`)
  const shown = [...text.matchAll(/&lt;script&gt;alert/g)]
  expect(shown.length).toBeGreaterThanOrEqual(3)
  for (const { index } of shown) {
    expect(text.slice(0, index)).toMatch(/<(bdi|blockquote dir="auto")[^>]*>[^<]*$/)
  }
})

test('the message arrives in the chat as text, and so does the own data', async () => {
  await guest.user.sends('/mydata')
  for (const { from, text = '' } of guest.user.messages()) {
    if (from.id === house.world.bot.id) expect(text).not.toMatch(/[\u202A-\u202E]/)
  }
  const calls = house.world.calls().map((call) => JSON.stringify(call))
  const sent = calls.filter((call) => call.includes('alert(1)') && call.includes('sendMessage'))
  expect(sent.length).toBeGreaterThan(0)
  for (const call of sent) expect(call).toContain('&lt;script&gt;')
})

test('a name that is a formula stays text in the table for a spreadsheet', async () => {
  const lead = staff['lead'] as Visitor
  const names = ['=HYPERLINK("http://x";"y")', '@SUM(A1)', ' +49 203', '"=1', '-2+3', '\uFF1D1+1']
  for (const [at, alias] of names.entries()) {
    const { fields, times } = await callerForm(lead, { alias })
    const form = { ...fields, at: times[at + 3] ?? '' }
    expect((await lead.post('/staff/callers', form)).status).toBe(303)
  }
  const { text, headers } = await lead.get('/staff/intakes.csv?status=all')
  expect(headers.get('content-type')).toContain('text/csv')
  expect(headers.get('content-disposition')).toMatch(/^attachment/)
  for (const name of ['HYPERLINK', '@SUM', '+49 203', '=1', '-2+3', '\uFF1D1+1']) {
    expect(text).toContain(name)
  }
  // However a spreadsheet takes a line apart, no cell begins as a formula does.
  const cells = text.replace(/^\uFEFF/, '').split(/[;\r\n]|(?<=^|;)"/)
  for (const cell of cells) expect(cell).not.toMatch(/^[\s"]*[=+\-@\uFF1D]/)
})
