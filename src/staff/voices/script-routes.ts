// The one script of the staff pages, and the encoder it needs.

import { gunzipSync } from 'node:zlib'
import { encoderGzip, studioScript } from '../../generated/studio.ts'
import { get, type StaffRoute } from '../frame/route.ts'

let encoder: Uint8Array<ArrayBuffer> | undefined

const kept = { 'Cache-Control': 'private, max-age=300' }

export const script: readonly StaffRoute[] = [
  get({
    path: '/studio/script.js',
    who: 'record-voices',
    handle: ({ c }) =>
      c.body(studioScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8', ...kept }),
  }),
  get({
    path: '/studio/mp3.wasm',
    who: 'record-voices',
    handle: ({ c }) => {
      encoder ??= new Uint8Array(gunzipSync(Uint8Array.fromBase64(encoderGzip)))
      return c.body(encoder, 200, { 'Content-Type': 'application/wasm', ...kept })
    },
  }),
]
