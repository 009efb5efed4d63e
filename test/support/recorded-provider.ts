// Identity providers as they really answer, by the shapes of their documents, tokens and claims: served under an
// address of this machine, signed with a key of its own. No real server is asked.

import { createSign, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Claims = Record<string, unknown>

/** A provider by its shapes; `at` is where it stands, with its tenant or realm. */
export type Shape = {
  path: string
  metadata: (at: string) => Claims
  idToken: (at: string) => Claims
  userInfo: Claims
}

const CLIENT = {
  id: '6731de76-14a6-49ae-97bc-6eba6914391e',
  secret: 'qWgdYAmab0YSkuL1qKv5bPX~8Q.a',
}
const TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** Microsoft Entra ID, v2.0 endpoint: no email_verified, ever; xms_edov as an optional claim. */
const entra: Shape = {
  path: `/${TENANT}/v2.0`,
  metadata: (at) => ({
    token_endpoint: `${at}/oauth2/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    jwks_uri: `${at}/discovery/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: at,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `${at}/oidc/userinfo`,
    authorization_endpoint: `${at}/oauth2/authorize`,
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
  }),
  idToken: () => ({
    ver: '2.0',
    sub: 'AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ',
    oid: '00000000-0000-0000-66f3-3332eca7ea81',
    tid: TENANT,
    uti: 'fqiBqXLPj0eQa82S-IYFAA',
    rh: '0.AAAA',
    aio: 'Df2UVXL1ix',
    name: 'Anna Beispiel',
    preferred_username: 'anna@rsc.example',
    email: 'anna@rsc.example',
  }),
  userInfo: {
    sub: 'AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ',
    name: 'Anna Beispiel',
    email: 'anna@rsc.example',
    picture: 'https://graph.microsoft.com/v1.0/me/photo/$value',
  },
}

/** AD FS 2019: `upn` and what an issuance rule adds; userinfo says no more than `sub`; `amr` says how. */
const adfs: Shape = {
  path: '/adfs',
  metadata: (at) => ({
    issuer: at,
    authorization_endpoint: `${at}/oauth2/authorize/`,
    token_endpoint: `${at}/oauth2/token/`,
    jwks_uri: `${at}/discovery/keys`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'client_secret_basic',
      'private_key_jwt',
      'windows_client_authentication',
    ],
    response_types_supported: ['code', 'id_token', 'code id_token', 'token'],
    subject_types_supported: ['pairwise'],
    scopes_supported: ['allatclaims', 'email', 'profile', 'openid', 'logon_cert', 'aza'],
    id_token_signing_alg_values_supported: ['RS256'],
    access_token_issuer: `${at}/services/trust`,
    claims_supported: ['aud', 'iss', 'iat', 'exp', 'auth_time', 'nonce', 'sub', 'upn', 'sid'],
    userinfo_endpoint: `${at}/userinfo`,
    frontchannel_logout_supported: true,
  }),
  idToken: () => ({
    sub: 'K3r/ch1o5mOjLwmhB0o/Uhc3n6cTgbxA=',
    upn: 'anna@stadt.local',
    unique_name: 'STADT\\anna',
    email: 'anna@rsc.example',
    sid: 'S-1-5-21-1004336348-1177238915-682003330-512',
    pwd_exp: '0',
    amr: ['urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport', 'mfa'],
    auth_time: 1_795_000_000,
  }),
  userInfo: { sub: 'K3r/ch1o5mOjLwmhB0o/Uhc3n6cTgbxA=' },
}

/** Keycloak: azp, acr, roles; email_verified as the realm knows it. */
const keycloak: Shape = {
  path: '/realms/stadt',
  metadata: (at) => ({
    issuer: at,
    authorization_endpoint: `${at}/protocol/openid-connect/auth`,
    token_endpoint: `${at}/protocol/openid-connect/token`,
    userinfo_endpoint: `${at}/protocol/openid-connect/userinfo`,
    jwks_uri: `${at}/protocol/openid-connect/certs`,
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
    acr_values_supported: ['0', '1', '2'],
    response_types_supported: ['code', 'none', 'id_token', 'code id_token'],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: ['PS256', 'RS256', 'ES256', 'HS256'],
    token_endpoint_auth_methods_supported: [
      'private_key_jwt',
      'client_secret_basic',
      'client_secret_post',
      'tls_client_auth',
      'client_secret_jwt',
    ],
    code_challenge_methods_supported: ['plain', 'S256'],
    authorization_response_iss_parameter_supported: true,
  }),
  idToken: () => ({
    jti: '5f6c2a8e-31a0-4b0f-9d5a-3d6b1a7b9f10',
    sub: 'f1b2c3d4-1111-2222-3333-444455556666',
    typ: 'ID',
    azp: CLIENT.id,
    acr: '2',
    sid: '0d9b7c1a',
    at_hash: 'x4qvB3pOQ1h0w8dUjH6b1g',
    email_verified: true,
    realm_access: { roles: ['default-roles-stadt', 'offline_access'] },
    name: 'Anna Beispiel',
    preferred_username: 'anna',
    email: 'anna@rsc.example',
  }),
  userInfo: {
    sub: 'f1b2c3d4-1111-2222-3333-444455556666',
    email_verified: true,
    preferred_username: 'anna',
    email: 'anna@rsc.example',
  },
}

export const SHAPES = { Entra: entra, ADFS: adfs, Keycloak: keycloak }

/** What it does otherwise than it should. */
export type Otherwise = {
  /** Claims beside or instead of its own; `undefined` takes one out. */
  claims?: Claims
  metadata?: Claims
  userInfo?: Claims
  /** What the authorization endpoint sends back instead of a code. */
  error?: string
  /** What the token endpoint refuses with. */
  tokenError?: string
  noToken?: boolean
  /** Signed by a key that is not its own. */
  forged?: boolean
}

export async function startRecorded(shape: Shape) {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}${shape.path}`
  const [own, foreign] = KEYS
  const state: { otherwise: Otherwise; nonce: string; asked: string[] } = {
    otherwise: {},
    nonce: '',
    asked: [],
  }
  const metadata = () => without({ ...shape.metadata(at), ...state.otherwise.metadata })

  function idToken(): string {
    const now = Math.floor(Date.now() / 1000)
    const { claims, forged } = state.otherwise
    const own_ = {
      iss: at,
      aud: CLIENT.id,
      iat: now,
      nbf: now,
      exp: now + 3600,
      nonce: state.nonce,
    }
    return signed(
      (forged ? foreign : own).privateKey,
      without({ ...own_, ...shape.idToken(at), ...claims }),
    )
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = new URLSearchParams(await bodyOf(request))
    const basic = Buffer.from((request.headers.authorization ?? '').slice(6), 'base64').toString()
    const [id, secret] = sent.has('client_secret')
      ? [sent.get('client_id'), sent.get('client_secret')]
      : basic.split(':').map(decodeURIComponent)
    const how = sent.has('client_secret') ? 'client_secret_post' : 'client_secret_basic'
    state.asked.push(how)
    const methods = metadata()['token_endpoint_auth_methods_supported'] as string[] | undefined
    const isRight = id === CLIENT.id && secret === CLIENT.secret
    if (!isRight || !(methods ?? ['client_secret_basic']).includes(how)) {
      return json(response, 401, { error: 'invalid_client', error_description: 'AADSTS7000215' })
    }
    if (state.otherwise.tokenError)
      return json(response, 400, { error: state.otherwise.tokenError })
    const answer = {
      token_type: 'Bearer',
      expires_in: 3599,
      access_token: 'eyJ0eXAi.opaque.access',
    }
    const { noToken } = state.otherwise
    return json(response, 200, { ...answer, ...(noToken ? {} : { id_token: idToken() }) })
  }

  server.on('request', (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const { token_endpoint, jwks_uri, userinfo_endpoint } = metadata()
    const url = `${new URL(at).origin}${path}`
    if (url === `${at}/.well-known/openid-configuration`) return json(response, 200, metadata())
    if (url === jwks_uri) return json(response, 200, { keys: [own.jwk] })
    if (url === token_endpoint) return void token(request, response)
    if (url === userinfo_endpoint) {
      return json(response, 200, without({ ...shape.userInfo, ...state.otherwise.userInfo }))
    }
    return json(response, 404, {})
  })

  return {
    at,
    asked: state.asked,
    settings: {
      STAFF_OIDC_ISSUER: at,
      STAFF_OIDC_CLIENT_ID: CLIENT.id,
      STAFF_OIDC_CLIENT_SECRET: CLIENT.secret,
      STAFF_OIDC_NAME: 'Stadt Duisburg',
    },
    otherwise: (otherwise: Otherwise) => {
      state.otherwise = otherwise
    },
    /** Where a browser is sent back to from the authorization endpoint. */
    visit(location: string): string {
      const asked = new URL(location).searchParams
      state.nonce = asked.get('nonce') ?? ''
      const back = new URL(asked.get('redirect_uri') ?? '')
      const { error } = state.otherwise
      if (error) back.searchParams.set('error', error)
      else back.searchParams.set('code', `0.AX${asked.get('state')?.slice(0, 8)}`)
      back.searchParams.set('state', asked.get('state') ?? '')
      return `${back.pathname}${back.search}`
    },
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', alg: 'RS256' }
  return { privateKey, jwk }
}

/** For all providers: to make one takes longer than a sign-in. */
const KEYS = [newKey(), newKey()] as const

function signed(key: ReturnType<typeof newKey>['privateKey'], claims: Claims): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ typ: 'JWT', alg: 'RS256', kid: 'key-1' })}.${part(claims)}`
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`
}

const without = (claims: Claims): Claims =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const part of request) body += part
  return body
}
