// What a browser is told to keep to on the staff pages: nothing from elsewhere, no script but our own where
// it is needed.

import type { Context, MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Deps } from '../../deps.ts'

const NOTHING_ELSE = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  mediaSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
}

// Where passkeys are made and used, and where somebody types: our own script, which asks our own server.
const SCRIPT = { scriptSrc: ["'self'"], connectSrc: ["'self'"] }

// Where a voice is recorded: our own script, its encoder, what it has just made.
const STUDIO = {
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  connectSrc: ["'self'"],
  mediaSrc: ["'self'", 'blob:'],
}

const RECORDED = /^\/staff\/voices\/[^/]+\/clip$/

const RUNS_SCRIPT = 'runsScript'

/** The page that is answered runs a script of our own: where somebody is asked to sign in, or is inside. */
export function runsScript(c: Context, where: 'asked' | 'inside'): void {
  c.set(RUNS_SCRIPT, where)
}

type Config = Pick<Deps['config'], 'publicUrl' | 'mode'>

/**
 * The headers of every answer, by what its page needs; with https, it stays at https. Framed by nobody, but in the
 * demo by its own page.
 */
export function staffHeaders({ publicUrl, mode }: Config): MiddlewareHandler {
  const headersOf = headersFor(publicUrl, mode === 'demo')
  const plain = headersOf({}, [])
  const studio = headersOf(STUDIO, ['self'])
  const scripted = headersOf(SCRIPT, [])
  const policyOf = (c: Context) => (RECORDED.test(c.req.path) ? studio : scripted)
  // Which page it is shows once it is there: whoever is not in sees the sign-in page wherever they go.
  const policies = { inside: policyOf, asked: () => scripted }
  return async (c, next) => {
    await next()
    const where = c.get(RUNS_SCRIPT) as keyof typeof policies | undefined
    const policy = where ? policies[where](c) : plain
    await policy(c, async () => {})
  }
}

const headersFor =
  (publicUrl: string | undefined, isFramed: boolean) =>
  (more: Partial<typeof STUDIO>, microphone: string[]) =>
    secureHeaders({
      contentSecurityPolicy: {
        ...NOTHING_ELSE,
        frameAncestors: [isFramed ? "'self'" : "'none'"],
        ...more,
      },
      permissionsPolicy: { camera: [], geolocation: [], microphone },
      referrerPolicy: 'same-origin',
      strictTransportSecurity: publicUrl?.startsWith('https://') ? 'max-age=31536000' : false,
      xFrameOptions: isFramed ? 'SAMEORIGIN' : 'DENY',
      // Of browsers that are long gone.
      xDownloadOptions: false,
      xPermittedCrossDomainPolicies: false,
      xXssProtection: false,
    })
