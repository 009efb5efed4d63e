// The one script of the staff pages, and the encoder it needs.

import { studioScript } from '../../generated/studio.ts'
import { notFound } from '../frame/answers.ts'
import { get, type StaffRoute } from '../frame/route.ts'

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
    handle: (context) => {
      const encoder = context.deps.encoder?.()
      if (!encoder) return notFound(context)
      return context.c.body(encoder, 200, { 'Content-Type': 'application/wasm', ...kept })
    },
  }),
]
