// A refused form comes back as it was filled in, with what is wrong at its field.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentCity } from '../../src/flows/city.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { controlsOf, formsTo, hiddenOf, type Member } from '../support/typed.ts'

let house: House
let guest: Awaited<ReturnType<typeof guestBooks>>
let lead: Member
let chief: Member
let at: string
beforeAll(async () => {
  house = await openHouse()
  guest = await guestBooks(house, { language: 'ar' })
  lead = await house.signedIn({ email: 'lea@rsc.example', role: 'lead' })
  chief = await house.signedIn({ email: 'chief@rsc.example', role: 'administrator', centres: [] })
  at = `/staff/intakes/${guest.id}`
})
afterAll(() => house.stop())

type Refused = {
  who: 'lead' | 'chief'
  from: string
  to: string
  form?: string
  sent: Record<string, string>
  fault: string
  status: number
}

const AT = { centre: 'hochfeld', door: 'staff' }
const CALLER = {
  ...AT,
  language: 'fa',
  urgent: 'no',
  topic: 'housing',
  spoken: 'fa',
  alias: 'Frau Rose',
}

const refused: [string, () => Refused][] = [
  [
    'words for a telephone number (D4)',
    () => ({
      ...{ who: 'lead', from: '/staff/callers', to: '/staff/callers', status: 400 },
      sent: { ...CALLER, at: '1', id: 'drawn-caller', phone: 'abends zu Hause' },
      fault: 'phone',
    }),
  ],
  [
    'a caller of whom nothing was chosen',
    () => ({
      ...{ who: 'lead', from: '/staff/callers', to: '/staff/callers', status: 400 },
      sent: { ...AT, id: 'drawn-caller', alias: 'Herr Ohne', at: '', topic: '' },
      fault: 'topic',
    }),
  ],
  [
    'an empty note',
    () => ({
      ...{ who: 'lead', from: at, to: `${at}/notes`, status: 409 },
      sent: { id: 'drawn-note', text: '   ' },
      fault: 'text',
    }),
  ],
  [
    'a text beside a template (D7)',
    () => ({
      ...{ who: 'lead', from: at, to: `${at}/message`, status: 409 },
      sent: { template: 'papers', text: 'Bitte bringen Sie den Brief mit' },
      fault: 'text',
    }),
  ],
  [
    'an empty message (D12)',
    () => ({
      ...{ who: 'lead', from: at, to: `${at}/message`, status: 409 },
      sent: { template: 'free', text: '' },
      fault: 'text',
    }),
  ],
  [
    'a referral to nowhere',
    () => ({
      ...{ who: 'lead', from: at, to: `${at}/refer`, status: 409 },
      sent: { id: 'drawn-referral', target: '', 'agreed-contact': 'yes' },
      fault: 'target',
    }),
  ],
  [
    'a webhook address that is none (D12)',
    () => ({
      ...{ who: 'chief', from: '/staff/admin/webhooks', to: '/staff/admin/webhooks', status: 400 },
      sent: { id: 'drawn-webhook', url: 'fall.example', 'intake.submitted': 'yes' },
      fault: 'url',
    }),
  ],
  [
    'an invitation without a centre',
    () => ({
      ...{ who: 'chief', from: '/staff/admin/staff/new', to: '/staff/admin/staff', status: 400 },
      sent: { email: 'new@rsc.example', name: 'Neu', role: 'counsellor', body: 'drk' },
      fault: 'centres',
    }),
  ],
  [
    'a token that has no end',
    () => ({
      ...{ who: 'chief', from: '/staff/admin/tokens', to: '/staff/admin/tokens', status: 400 },
      sent: { id: 'drawn-token', name: 'Fall', role: 'coordinator', body: '', until: '2020-01-01' },
      fault: 'until',
    }),
  ],
]

test.each(refused)('%s', async (_, about) => {
  const { who, from, to, sent, fault, status } = about()
  const member = who === 'lead' ? lead : chief
  await member.get(from)
  const answer = await member.post(to, sent)
  expect(answer.status).toBe(status)
  const form = formsTo(answer.text, to)[0]
  const values = Object.fromEntries(
    controlsOf(form as never).map(({ name, value }) => [name, value]),
  )
  for (const [name, value] of Object.entries(sent)) {
    // A time that is not offered is not exchanged for another one.
    // A template is chosen by the button that sends the form.
    if (name === 'id' || name === 'template' || name in AT) continue
    expect(values[name]?.trim(), name).toBe(name === 'at' ? '' : value.trim())
  }
  const told = form?.querySelector(`#fault-${fault}`)
  expect(told?.text).not.toBe('')
  const field = form?.querySelector(`[name="${fault}"]`)
  expect(field?.getAttribute('aria-describedby')?.split(' ')).toContain(`fault-${fault}`)
  if (field?.tagName !== 'FIELDSET') expect(field?.getAttribute('aria-invalid')).toBe('true')
  expect(answer.text).toContain('role="alert"')
})

test.each([
  ['an empty note', 'notes', { id: 'drawn-note', text: ' ' }],
  ['no day', 'follow-up', { on: '', line: '' }],
  ['a line that is too long', 'follow-up', { on: '2026-11-30', line: 'x'.repeat(5000) }],
  ['nobody to assign to', 'assign', { id: 'drawn-assign', to: '', from: '', line: '' }],
  ['nowhere to refer to', 'refer', { id: 'drawn-refer', target: '' }],
])('%s is told as what it is, not as impossible', async (_, path, sent) => {
  await lead.get(at)
  const answer = await lead.post(`${at}/${path}`, sent)
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('Bitte sehen Sie sich die markierten Felder an.')
  expect(answer.text).not.toContain('Das geht bei dieser Anfrage gerade nicht')
  expect(answer.text).toContain('id="fault-')
})

test('nothing that somebody has to answer is answered already', async () => {
  const pages = [
    [lead, '/staff/callers', '/staff/callers'],
    [lead, at, `${at}/refer`],
    [lead, at, `${at}/message`],
    [chief, '/staff/admin/staff/new', '/staff/admin/staff'],
  ] as const
  for (const [member, page, action] of pages) {
    const { text } = await member.get(page)
    for (const form of formsTo(text, action)) {
      const chosen = controlsOf(form).filter(({ kind, value }) => kind === 'SELECT' && value !== '')
      expect(chosen.map(({ name }) => name)).toEqual([])
    }
  }
})

test('back from the preview of a message its text is there again', async () => {
  await lead.get(at)
  const wish = { template: 'free', text: 'Bitte rufen Sie an' }
  const preview = await lead.post(`${at}/message`, wish)
  expect(preview.text).toContain(`formaction="${at}/message" name="back"`)
  const back = await lead.post(`${at}/message`, { ...wish, id: 'drawn-message', back: 'yes' })
  expect(back.status).toBe(200)
  const values = controlsOf(formsTo(back.text, `${at}/message`)[0] as never)
  expect(Object.fromEntries(values.map(({ name, value }) => [name, value]))).toEqual({
    text: wish.text,
  })
})

test('what is refused, and then looked at, stands at addresses of its own until it is sent', async () => {
  await lead.get(at)
  const empty = await lead.post(`${at}/message`, { template: 'free', text: '' })
  expect(empty.location).toMatch(/^\/staff\/typed\/[\w-]+$/)
  const refused = empty.location ?? ''
  for (const _ of [1, 2]) {
    const again = await lead.get(refused)
    expect(again.status).toBe(409)
    expect(formsTo(again.text, `${at}/message`)[0]?.querySelector('#fault-text')).not.toBeNull()
  }
  const Referer = (page: string) => ({ Referer: `http://localhost${page}` })
  const wish = { template: 'free', text: 'Bitte rufen Sie an' }
  const looked = (await lead.post(`${at}/message`, wish, Referer(refused))).location ?? ''
  expect(looked).not.toBe(refused)
  const preview = await lead.get(looked)
  expect(preview).toMatchObject({ status: 200 })
  expect(preview.text).toContain('Bitte rufen Sie an')
  // Of the page before it is what was refused there, and not what came after it.
  expect((await lead.get(refused)).text).not.toContain('Bitte rufen Sie an')
  const form = formsTo(preview.text, `${at}/message/send`)[0]
  const sent = await lead.post(`${at}/message/send`, hiddenOf(form as never), Referer(looked))
  expect(sent.location).toBe(`${at}?done=message#done`)
  // Whoever goes back over them presses nothing a second time.
  for (const page of [looked, refused]) {
    expect(await lead.get(page)).toMatchObject({ status: 303, location: at })
  }
})

test('a change of the city that is refused stands at an address, with what came meanwhile', async () => {
  const edit = '/staff/admin/centres/hochfeld'
  const page = await chief.get(edit)
  const form = formsTo(page.text, `${edit}/check`)[0] as never
  const fields = Object.fromEntries(
    controlsOf(form).flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])),
  )
  const asked = { ...hiddenOf(form), ...fields, address: 'Anderer Weg 5, 47053 Duisburg' }
  const looked = await chief.post(`${edit}/check`, asked)
  expect(looked.location).toMatch(/^\/staff\/typed\//)
  const decided = hiddenOf(formsTo(looked.text, edit)[0] as never)
  const { profile, version } = await currentCity(house.deps)
  await house.deps.store.cities.replaceAt('duisburg', version, profile, house.clock.at)
  const refused = await chief.post(edit, decided)
  expect(refused).toMatchObject({ status: 409 })
  expect(refused.text).toContain('Inzwischen hat jemand')
  const again = formsTo((await chief.get(refused.location ?? '')).text, `${edit}/check`)[0] as never
  expect(hiddenOf(again)['version']).toBe(String(version + 1))
  const address = controlsOf(again).find(({ name }) => name === 'address')
  expect(address?.value).toBe('Anderer Weg 5, 47053 Duisburg')
})

test('typing goes on with the session, and says nothing else', async () => {
  expect((await lead.get(at)).text).toContain('<script src="/staff/typing.js" defer></script>')
  const script = await lead.get('/staff/typing.js')
  expect(script.headers.get('content-type')).toContain('text/javascript')
  const session = await house.db.staffSession.findFirstOrThrow({ where: { userId: lead.id } })
  const earlier = new Date(Date.now() + 5 * 60_000)
  await house.db.staffSession.update({ where: { id: session.id }, data: { expiresAt: earlier } })
  const here = await lead.get('/staff/here')
  expect(here.status).toBe(204)
  expect(here.headers.getSetCookie().join()).toContain('session')
  const later = await house.db.staffSession.findFirstOrThrow({ where: { id: session.id } })
  expect(later.expiresAt.getTime()).toBeGreaterThan(earlier.getTime())
  const day = new Date(Date.now() - 13 * 60 * 60_000)
  await house.db.staffSession.update({ where: { id: session.id }, data: { createdAt: day } })
  expect((await lead.get('/staff/here')).status).toBe(401)
})
