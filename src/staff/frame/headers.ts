// What a browser is told to keep to on the staff pages: nothing from elsewhere, no script at all.

import { secureHeaders } from 'hono/secure-headers'

/** The headers of every answer; with https, it stays at https. */
export function staffHeaders(publicUrl: string | undefined) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
    referrerPolicy: 'same-origin',
    strictTransportSecurity: publicUrl?.startsWith('https://') ? 'max-age=31536000' : false,
    xFrameOptions: 'DENY',
    // Of browsers that are long gone.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
}
