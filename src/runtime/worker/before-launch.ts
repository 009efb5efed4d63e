// A Worker starts by itself, so what a start refuses on Node is looked at here: until people can be told who answers for
// their data, none comes in. The desk is open, so that it can be entered there, and so are the numbers for danger.

import { launchOpen } from '../../flows/launch.ts'
import { NOT_OPEN_PATH } from '../../web/not-open.ts'
import type { Door } from './door.ts'

const OPEN = /^\/(staff|api|sos|exit|healthz|privacy|imprint|accessibility|icon|\.well-known)\b/

// Once it is whole nothing is asked any more, in the life of an isolate.
const launched = new WeakSet<Door>()

/** What a request is answered with before the launch; nothing where it goes on. */
export async function beforeLaunch(door: Door, request: Request): Promise<Response | undefined> {
  const { pathname, search } = new URL(request.url)
  if (launched.has(door) || OPEN.test(pathname)) return undefined
  const lacks = await launchOpen(door.deps)
  if (lacks.length === 0) {
    launched.add(door)
    return undefined
  }
  const names = lacks.map(({ what }) => what)
  if (pathname === '/readyz') {
    return Response.json({ ready: false, why: 'facts', names }, { status: 503 })
  }
  // Telegram keeps it for a day and delivers it again.
  if (pathname === '/telegram') return Response.json({ error: 'not-open' }, { status: 503 })
  return await door.app.fetch(new Request(new URL(`${NOT_OPEN_PATH}${search}`, request.url)))
}
