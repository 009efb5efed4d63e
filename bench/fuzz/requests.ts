// The run over HTTP: any method, path, headers and body, against everything Lotse serves.

import fc from 'fast-check'
import { type Figures, faultsInLog, UNWATCHED, type Watch } from './figures.ts'
import { SECRET } from './lotse.ts'
import { openTroubledRun } from './troubled.ts'
import type { Rates } from './troubles.ts'

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
const TELL_EVERY = 10_000

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
export async function fuzzRequests(
  count: number,
  seed: number,
  rates: Rates,
  watch: Watch = UNWATCHED,
): Promise<Figures> {
  const { troubles, telegram, run, figures } = await openTroubledRun(seed, rates)
  const { faults } = figures
  troubles.state.on = true
  let sent = 0
  try {
    while (sent < count && !watch.isOver()) {
      if (sent > 0 && sent % TELL_EVERY === 0) watch.tell(sent, figures)
      await new Promise((resolve) => setImmediate(resolve))
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
        const before = troubles.count()
        const response = await run.app.fetch(made)
        figures.note(response.status)
        const said = await response.text()
        if (response.status >= 500 && troubles.count() === before) {
          faults.push(`${response.status} ${method} ${path}`)
        }
        if (INSIDE.test(said)) faults.push(`told too much: ${method} ${path}`)
      }
    }
    troubles.state.on = false
    faults.push(...faultsInLog(run.errors, troubles.count()))
    return figures.of(Math.min(sent, count), telegram.calls(), troubles.met)
  } finally {
    troubles.end()
    await run.stop()
  }
}
