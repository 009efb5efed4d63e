// Somebody at a desk who follows links, fills in forms anyhow and tries addresses with the ids of others.

import { type HTMLElement, parse } from 'node-html-parser'
import type { NewAccount } from '../../src/domain/people/accounts.ts'
import { addAccount, invite } from '../../src/flows/sign-in/accounts.ts'
import { createSignIn } from '../../src/flows/sign-in/sign-in.ts'
import { createVisitor, keyIn } from '../../test/support/staff-house.ts'
import type { LongRun } from './lotse.ts'

export type Desk = {
  scope: NewAccount
  /** What the last request was, for who reads of a fault. */
  asked: string
  act: (ids: readonly string[]) => Promise<Came>
  /** Asks for a page or sends a form, and follows where that leads. */
  go: (method: 'get' | 'post', path: string, fields?: Record<string, string>) => Promise<Came>
}

type Came = { status: number; text: string }

const PASSWORD = 'correct horse battery staple'
const WORDS = [
  '',
  '0',
  '2026-03-23',
  '09:00',
  'Frau Rose',
  '0203 123456',
  '<b>',
  '\u202ex',
  '=1+1',
  'x'.repeat(5000),
]
// They end what the run goes on with: the session, the account, a centre.
const LEFT_ALONE = /sign-out|password|second-factor|codes|sessions|admin|voices|invite/
const WITH_IDS = [
  '/staff/intakes/:id',
  '/staff/intakes/:id/record.json',
  '/staff/intakes/:id/slip',
  '/staff/intakes/:id/message',
  '/staff/intakes/:id/times',
  '/staff/intakes/:id/print',
  '/staff/intakes/:id/voice/v1',
]
const WORK = ['take', 'status', 'notes', 'refer', 'hand-over', 'cancel', 'times', 'message/send']

/** Somebody signed in with a second factor. */
export async function openDesk(
  run: LongRun,
  scope: NewAccount,
  random: () => number,
): Promise<Desk> {
  // After a restart it is another app.
  const app = {
    request: (...asked: Parameters<typeof run.app.request>) => run.app.request(...asked),
  }
  const visitor = createVisitor(app as typeof run.app, '203.0.113.7', 'http://localhost')
  const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)]
  const signIn = await createSignIn(run.deps)
  const id = await addAccount(signIn, scope)
  if (id === null) throw new Error('this address is taken')
  await visitor.post(await invite(run.deps, id), { password: PASSWORD, repeat: PASSWORD })
  await visitor.post('/staff/sign-in', { email: scope.email, password: PASSWORD })
  const secret = keyIn((await visitor.get('/staff/second-factor')).text)
  const { code } = await signIn.auth.api.generateTOTP({ body: { secret } })
  await visitor.post('/staff/second-factor', { code })

  let at = '/staff'
  let page = ''
  const desk: Desk = { scope, asked: '', act, go }

  async function go(method: 'get' | 'post', path: string, fields: Record<string, string> = {}) {
    desk.asked = `${scope.role} ${scope.centres} ${method} ${path}`
    const came = method === 'get' ? await visitor.get(path) : await visitor.post(path, fields)
    if (came.location?.startsWith('/staff') && method === 'post') return go('get', came.location)
    if (came.status === 200 && method === 'get') at = path
    if (came.headers.get('content-type')?.startsWith('text/html')) page = came.text
    return came
  }

  async function act(ids: readonly string[]) {
    const drawn = random()
    const document = parse(page)
    const stranger = pick(ids) ?? 'x'
    if (drawn < 0.15) {
      return go('get', (pick(WITH_IDS) ?? '').replace(':id', stranger))
    }
    if (drawn < 0.25) {
      const to = pick(['closed', 'drk', 'hamborn', 'hochfeld', 'x']) ?? ''
      const text = `Pult~${scope.centres}~${scope.body}~`
      const fields = { to, centre: 'hamborn', at: '1', text, body: 'drk' }
      return go('post', `/staff/intakes/${stranger}/${pick(WORK)}`, fields)
    }
    const forms = document
      .querySelectorAll('form')
      .filter((form) => !LEFT_ALONE.test(form.getAttribute('action') ?? at))
    const form = drawn < 0.6 ? pick(forms) : undefined
    if (form) {
      const method = form.getAttribute('method')?.toLowerCase() === 'post' ? 'post' : 'get'
      const action = form.getAttribute('action') ?? at.split('?')[0] ?? at
      // Why a centre is closed is for everybody; what else is written stays with the centre and its carrier.
      const own = /closures/.test(action) ? 'Frau Rose' : `Pult~${scope.centres}~${scope.body}~`
      const fields = filled(form, pick, random, own)
      if (method === 'post') return go('post', action, fields)
      return go('get', `${action}?${new URLSearchParams(fields)}`)
    }
    const links = document
      .querySelectorAll('a[href^="/staff"]')
      .map((link) => link.getAttribute('href') ?? '/staff')
    return go('get', drawn > 0.97 ? '/staff' : (pick(links) ?? '/staff'))
  }

  await go('get', '/staff')
  return desk
}

/** A form with what stands in it, what may be chosen, or anything at all. */
function filled(
  form: HTMLElement,
  pick: <T>(of: readonly T[]) => T | undefined,
  random: () => number,
  words: string,
): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const node of form.querySelectorAll('input, textarea, select, button')) {
    const name = node.getAttribute('name')
    if (!name || name === 'form') continue
    const options = node.querySelectorAll('option').map((one) => one.getAttribute('value') ?? '')
    const type = node.getAttribute('type')
    if ((type === 'checkbox' || type === 'radio' || node.tagName === 'BUTTON') && random() < 0.5) {
      continue
    }
    const own = node.getAttribute('value') ?? node.text
    const isFree = type !== 'hidden' && options.length === 0 && random() < 0.4
    fields[name] = isFree ? (random() < 0.5 ? words : (pick(WORDS) ?? '')) : (pick(options) ?? own)
  }
  return fields
}
