// The run over HTTP: any method, path, headers and body, against everything Lotse serves.

import fc from 'fast-check'
import { createLightTelegram } from './light-telegram.ts'
import { openLongRun, SECRET } from './lotse.ts'
import type { Figures } from './run.ts'

const PATHS = [
  '/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/telegram',
  '/talk',
  '/forget',
  '/talk/print',
  '/talk/file.ics',
  '/sos',
  '/proof.js',
  '/staff',
  '/staff/sign-in',
  '/staff/code',
  '/staff/account',
  '/staff/day',
  '/staff/records',
  '/staff/record/x',
  '/staff/utilisation',
  '/staff/calls',
  '/staff/audit',
  '/staff/style.css',
  '/staff/invite/x',
  '/api/v1/intakes',
  '/api/v1/appointments',
  '/api/v1/utilisation',
  '/api/openapi.json',
  '/.env',
  '/data/lotse.db',
]
const BATCH = 1000

const part = fc.oneof(
  fc.webPath(),
  fc.constantFrom(
    '',
    '/',
    '//',
    '/..',
    '/%2e%2e/',
    '/%00',
    '/%ff',
    '?a=%',
    '?q=<script>',
    '#x',
    ';a=b',
  ),
  fc.string({ maxLength: 20 }).map((text) => `/${encodeURIComponent(text.toWellFormed())}`),
)
const token = fc.oneof(fc.constant(SECRET), fc.stringMatching(/^[ -~]{0,40}$/), fc.base64String())
const headers = fc.dictionary(
  fc.constantFrom(
    'X-Telegram-Bot-Api-Secret-Token',
    'Authorization',
    'Cookie',
    'Content-Type',
    'Origin',
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'Accept-Language',
    'Sec-Fetch-Site',
    'If-None-Match',
  ),
  fc.oneof(
    token,
    token.map((text) => `Bearer ${text}`),
    fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'null',
      'http://localhost',
      'same-origin',
      'de, ar;q=0.5',
    ),
  ),
  { maxKeys: 4 },
)
const body = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.string({ maxLength: 200 }),
  fc.webQueryParameters(),
  fc.constantFrom(
    '{"update_id":1}',
    '[',
    'email=a%40b.de&password=x&token=%00',
    '--x\r\n\r\n--x--',
  ),
)
const request = fc.record({
  method: fc.constantFrom(
    'GET',
    'GET',
    'POST',
    'POST',
    'PUT',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'PATCH',
  ),
  path: fc
    .tuple(fc.constantFrom(...PATHS), fc.option(part))
    .map(([base, more]) => base + (more ?? '')),
  headers,
  body,
})

// What only staff with a session may be shown.
const INSIDE = /Marke\d+x|sealed|chatKey|node_modules|\bat .*\.ts:\d+/

/** Sends `count` requests. The same seed sends the same ones. */
export async function fuzzRequests(count: number, seed: number): Promise<Figures> {
  const telegram = createLightTelegram()
  const run = await openLongRun(telegram)
  const statuses: Record<string, number> = {}
  const faults: string[] = []
  const began = performance.now()
  let sent = 0
  try {
    while (sent < count) {
      for (const one of fc.sample(request, { seed: seed + sent, numRuns: BATCH })) {
        if (sent++ >= count) break
        const { method, path } = one
        const bare = method === 'GET' || method === 'HEAD'
        let made: Request
        try {
          const address = `http://localhost${path}`
          made = new Request(address, {
            method,
            headers: one.headers,
            body: bare ? null : one.body,
          })
        } catch {
          // No client could send it.
          continue
        }
        run.clock.at += 1000
        const response = await run.app.fetch(made)
        statuses[response.status] = (statuses[response.status] ?? 0) + 1
        const said = await response.text()
        if (response.status >= 500) faults.push(`${response.status} ${method} ${path}`)
        if (INSIDE.test(said)) faults.push(`told too much: ${method} ${path}`)
      }
    }
    const ms = performance.now() - began
    faults.push(...run.errors.slice(0, 20))
    return {
      count,
      seconds: Math.round(ms / 1000),
      perSecond: Math.round((count / ms) * 1000),
      calls: telegram.calls(),
      statuses,
      memoryMb: Math.round(process.memoryUsage().rss / 2 ** 20),
      faults,
    }
  } finally {
    await run.stop()
  }
}
