// What a browser is told to keep to on the pages for everybody.

import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { Deps } from '../deps.ts'
import { isOwnOrigin } from '../http/own-origin.ts'

// Of this host alone: what stands beside it is the city's own.
const httpsOnly = (publicUrl: string | undefined) =>
  publicUrl?.startsWith('https://') ? 'max-age=31536000' : false

type Config = Pick<Deps['config'], 'publicUrl' | 'mode'>

/**
 * Nothing from elsewhere, framed by nobody, but in the demo by its own page; with https, it stays at https. The
 * referrer goes to ourselves alone: without any, browsers would send forms without their origin.
 */
export function webHeaders({ publicUrl, mode }: Config): MiddlewareHandler {
  const isFramed = mode === 'demo'
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      imgSrc: ["'self'"],
      mediaSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: [isFramed ? "'self'" : "'none'"],
    },
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
    referrerPolicy: 'same-origin',
    strictTransportSecurity: httpsOnly(publicUrl),
    xFrameOptions: isFramed ? 'SAMEORIGIN' : 'DENY',
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
}

/**
 * What is read in danger, and the way out of it, tells nobody anything: nothing is sent from it, and no referrer
 * goes along.
 */
export const sosHeaders = ({ publicUrl, mode }: Config): MiddlewareHandler =>
  secureHeaders({
    xFrameOptions: mode === 'demo' ? 'SAMEORIGIN' : 'DENY',
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      imgSrc: ["'self'"],
      mediaSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: [mode === 'demo' ? "'self'" : "'none'"],
    },
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: httpsOnly(publicUrl),
  })

/**
 * Refuses forms of other sites, by what the browser says of where they come from. Browsers of 2019 say
 * nothing; there the cookie, which no other site sends along, and the sealed form have to do.
 */
export function ownForms(publicUrl: string | undefined): MiddlewareHandler {
  const check = csrf({ origin: (origin, c) => isOwnOrigin(origin, c, publicUrl) })
  return async (c, next) => {
    const says = c.req.header('origin') ?? c.req.header('sec-fetch-site')
    return says === undefined ? await next() : await check(c, next)
  }
}
