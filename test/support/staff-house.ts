// A whole staff house on real SQLite, and people with a browser who walk in.

import { symmetricEncrypt } from 'better-auth/crypto'
import { generateSignedCookie } from 'hono/cookie'
import type { NewAccount } from '../../src/domain/people/accounts.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { addAccount } from '../../src/flows/sign-in/accounts.ts'
import { createSignIn, type SignIn } from '../../src/flows/sign-in/sign-in.ts'
import { startLotse } from './lotse.ts'

export const PASSWORD = 'correct horse battery staple'

/** Sunday 22 November 2026, 09:00 in Duisburg. */
const SUNDAY = Date.parse('2026-11-22T08:00:00Z')

export async function openHouse(profile?: Profile, settings: Record<string, string> = {}) {
  const lotse = await startLotse({ now: SUNDAY, settings, ...(profile ? { profile } : {}) })
  const { deps, app } = lotse
  const signIn = await createSignIn(deps)
  const visit = (address = '203.0.113.7', root = 'http://localhost') =>
    createVisitor(app, address, root)

  /** Somebody with an account, a password and a second factor who is in, without the way there. */
  async function signedIn(account: Partial<NewAccount> & { email: string }, root?: string) {
    const visitor = visit(undefined, root)
    const id = await addAccount(signIn, { ...counsellor, ...account })
    if (id === null) throw new Error('this e-mail address is taken')
    const cookie = await beginSession(signIn, id)
    visitor.jar.set(...cookie)
    await visitor.get('/staff/account')
    // The secret of the second factor, for who signs in once more.
    return Object.assign(visitor, { id, email: account.email, secret: id })
  }

  const codeOf = async (secret: string) =>
    (await signIn.auth.api.generateTOTP({ body: { secret } })).code

  return { ...lotse, signIn, visit, signedIn, codeOf }
}

let passwordHash: Promise<string> | undefined

/** What the pages would have left behind, where nobody tests them: they hash the password twice. */
async function beginSession({ auth }: SignIn, userId: string): Promise<[string, string]> {
  const { adapter, internalAdapter, password, secretConfig, authCookies, secret } =
    await auth.$context
  passwordHash ??= password.hash(PASSWORD)
  const seal = (data: string) => symmetricEncrypt({ key: secretConfig, data })
  await internalAdapter.createAccount({
    userId,
    accountId: userId,
    providerId: 'credential',
    password: await passwordHash,
  })
  await adapter.create({
    model: 'twoFactor',
    data: { userId, secret: await seal(userId), backupCodes: await seal('[]'), verified: true },
  })
  await internalAdapter.updateUser(userId, { twoFactorEnabled: true })
  const { token } = await internalAdapter.createSession(userId)
  const { name } = authCookies.sessionToken
  const line = await generateSignedCookie(name, token, secret)
  return [name, line.slice(name.length + 1).split(';')[0] ?? '']
}

export type House = Awaited<ReturnType<typeof openHouse>>
export type Visitor = ReturnType<typeof createVisitor>

const counsellor: Omit<NewAccount, 'email'> = {
  name: 'Anna Test',
  role: 'counsellor',
  centres: ['hochfeld'],
  body: 'drk',
  language: 'de',
}

type Page = { status: number; text: string; location: string | null; headers: Headers }

type App = {
  request: (path: string, init: RequestInit, env: object) => Response | Promise<Response>
}

/** A browser without JavaScript: keeps cookies, sends the token of the last page with its forms. */
export function createVisitor(app: App, address: string, root: string) {
  const jar = new Map<string, string>()
  let token = ''
  const socket = { remoteAddress: address }
  const env = { incoming: { socket } }

  async function send(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    if (cookie !== '') headers.set('Cookie', cookie)
    const answer = await app.request(path, { ...init, headers }, env)
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (rest.some((part) => part.trim() === 'Max-Age=0')) jar.delete(name)
      else jar.set(name, value)
    }
    const text = await answer.text()
    token = /name="form" value="([^"]*)"/.exec(text)?.[1] ?? token
    return {
      status: answer.status,
      text,
      location: answer.headers.get('location'),
      headers: answer.headers,
    }
  }

  /** What was not done, or is to be looked at first, stands on a page of its own: a browser goes there by itself. */
  async function goesOn(sent: Page): Promise<Page> {
    if (!sent.location?.startsWith('/staff/typed/')) return sent
    const there = await send(sent.location, {})
    return { ...there, location: there.location ?? sent.location }
  }

  return {
    jar,
    /** Comes from another address from now on. */
    movesTo: (other: string) => {
      socket.remoteAddress = other
    },
    get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
    post: async (
      path: string,
      fields: Record<string, string>,
      headers: Record<string, string> = {},
    ) => {
      const body = new URLSearchParams({ form: token, ...fields })
      return goesOn(
        await send(path, { method: 'POST', headers: { Origin: root, ...headers }, body }),
      )
    },
    /** A form that brings a file. */
    sendFile: async (
      path: string,
      fields: Record<string, string>,
      [name, file]: [string, Blob],
    ) => {
      const form = new FormData()
      for (const [key, value] of Object.entries({ form: token, ...fields })) form.append(key, value)
      form.append(name, file, 'a-file')
      // As bytes, which a Worker in another process takes as they are.
      const written = new Response(form)
      const headers = { Origin: root, 'Content-Type': '' }
      headers['Content-Type'] = written.headers.get('content-type') ?? ''
      return await send(path, { method: 'POST', headers, body: await written.arrayBuffer() })
    },
  }
}

/** The secret behind the key that the set-up page shows. */
export function keyIn(page: string): string {
  const key = /class="key">([^<]+)</.exec(page)?.[1]?.replace(/\s/g, '')
  if (!key) throw new Error('the page shows no key')
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...key].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const bytes = bits.match(/.{8}/g) ?? []
  return String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 2)))
}
