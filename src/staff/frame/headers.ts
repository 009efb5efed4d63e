// What a browser is told to keep to on the staff pages: nothing from elsewhere, no script but the studio's.

import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const NOTHING_ELSE = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  mediaSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

const OWN_SOUNDS = { mediaSrc: ["'self'"] }

// Where a voice is recorded: our own script, its encoder, what it has just made.
const STUDIO = {
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  connectSrc: ["'self'"],
  mediaSrc: ["'self'", 'blob:'],
}

const RECORDED = /^\/staff\/voices\/[^/]+\/clip$/
const HEARD = /^\/staff\/voices\/[^/]+\/listen$/

/** The headers of every answer, by what its page needs; with https, it stays at https. */
export function staffHeaders(publicUrl: string | undefined): MiddlewareHandler {
  const plain = headersOf(publicUrl, NOTHING_ELSE, [])
  const studio = headersOf(publicUrl, { ...NOTHING_ELSE, ...STUDIO }, ['self'])
  const listening = headersOf(publicUrl, { ...NOTHING_ELSE, ...OWN_SOUNDS }, [])
  return (c, next) => {
    if (RECORDED.test(c.req.path)) return studio(c, next)
    return (HEARD.test(c.req.path) ? listening : plain)(c, next)
  }
}

function headersOf(
  publicUrl: string | undefined,
  contentSecurityPolicy: Partial<typeof NOTHING_ELSE & typeof STUDIO>,
  microphone: string[],
) {
  return secureHeaders({
    contentSecurityPolicy,
    permissionsPolicy: { camera: [], geolocation: [], microphone },
    referrerPolicy: 'same-origin',
    strictTransportSecurity: publicUrl?.startsWith('https://') ? 'max-age=31536000' : false,
    xFrameOptions: 'DENY',
    // Of browsers that are long gone.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
}
