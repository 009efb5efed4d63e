// A city's identity provider as it is: OpenID Connect on a socket, and a browser that visits it.

import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Somebody the provider knows, and what it says of them. */
export type Known = { email: string; verified: boolean; acr?: string }

/**
 * @param back where it may send people to
 * @param inToken whether it puts the e-mail address into the ID token, or only gives it when asked
 */
export async function startProvider(back: string, inToken: boolean) {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const client = { id: 'lotse', secret: randomBytes(24).toString('hex') }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' } as const
  const people = new Map<string, Known>()
  const desk = { who: '' }
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [back] }],
    jwks: { keys: [key] },
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    conformIdTokenClaims: !inToken,
    acrValues: ['password', 'two-factor'],
    claims: { openid: ['sub', 'acr'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/ask/${uid}` },
    findAccount: (_context, id) => {
      const known = people.get(id)
      if (!known) return undefined
      const { email, verified } = known
      return {
        accountId: id,
        claims: () => ({ sub: id, email, email_verified: verified, name: 'Anna' }),
      }
    },
    // Its own application, as a city has it: nobody is asked whether Lotse may know the address.
    loadExistingGrant: async (context) => {
      const { oidc } = context
      const grant = new provider.Grant({
        clientId: client.id,
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/ask/')) return answer(request, response)
    const acr = people.get(desk.who)?.acr
    const login = desk.who === '' ? undefined : { accountId: desk.who, ...(acr ? { acr } : {}) }
    const result = login ? { login } : { error: 'access_denied' }
    return provider.interactionFinished(request, response, result)
  })

  /** Goes there, signs in as `who` (nobody: gives up) and comes back with a path and its query. */
  async function visit(url: string, who: string): Promise<string> {
    desk.who = who
    const jar = new Map<string, string>()
    for (let to = url, hops = 0; hops < 10; hops += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await fetch(to, { redirect: 'manual', headers: { cookie } })
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
        jar.set(name, value)
      }
      const location = answer.headers.get('location')
      if (!location) throw new Error(`${answer.status}: ${await answer.text()}`)
      const next = new URL(location, to)
      if (next.origin !== issuer) return `${next.pathname}${next.search}`
      to = next.href
    }
    throw new Error('the provider sends people round in circles')
  }

  return {
    issuer,
    client,
    people,
    /** Who sits before the browser that comes next. */
    sits: (who: string) => {
      desk.who = who
    },
    visit,
    settings: {
      STAFF_OIDC_ISSUER: issuer,
      STAFF_OIDC_CLIENT_ID: client.id,
      STAFF_OIDC_CLIENT_SECRET: client.secret,
      STAFF_OIDC_NAME: 'Stadt Duisburg',
    },
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
