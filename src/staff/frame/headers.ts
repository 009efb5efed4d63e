// What a browser is told to keep to on the staff pages: nothing from elsewhere, no script but the studio's.

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

// Where voices are recorded: our own script, its encoder, sounds, the microphone.
const STUDIO = {
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  connectSrc: ["'self'"],
  mediaSrc: ["'self'", 'blob:'],
}

/** The headers of every answer; with https, it stays at https. */
export function staffHeaders(publicUrl: string | undefined) {
  return headersOf(publicUrl, NOTHING_ELSE, [])
}

/** The headers where voices are recorded. */
export function studioHeaders(publicUrl: string | undefined) {
  return headersOf(publicUrl, { ...NOTHING_ELSE, ...STUDIO }, ['self'])
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
