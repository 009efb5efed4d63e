// The Bot API over HTTP: what the bot talks to instead of https://api.telegram.org
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ApiError, ConnectionCut, errorBody } from './api-error.ts'
import { perform } from './methods.ts'
import { requestParams } from './request-params.ts'
import type { World } from './world.ts'

/** Answers `/bot<token>/<method>` and gives files out at `/file/bot<token>/<path>`; all else, and another token, is refused as Telegram refuses it. */
export function createBotApi({ world, token }: { world: World; token: string }) {
  const app = new Hono()

  app.all('/:bot{bot[^/]+}/:method', async (c) => {
    if (c.req.param('bot') !== `bot${token}`) throw new ApiError(401, 'Unauthorized')
    const params = await requestParams(c.req.raw)
    const result = await perform(world, c.req.param('method'), params, c.req.raw.signal)
    return c.json({ ok: true, result })
  })

  app.get('/file/:bot{bot[^/]+}/:folder/:file', (c) => {
    if (c.req.param('bot') !== `bot${token}`) throw new ApiError(401, 'Unauthorized')
    const file = world.files.get(c.req.param('file'))
    if (!file) throw new ApiError(404, 'Not Found')
    return c.body(file.bytes, 200, { 'Content-Type': 'application/octet-stream' })
  })

  app.notFound((c) => c.json(errorBody(new ApiError(404, 'Not Found')), 404))

  app.onError((error, c) => {
    if (error instanceof ConnectionCut) return brokenResponse(error)
    const refusal = error instanceof ApiError ? error : new ApiError(500, 'Internal Server Error')
    if (refusal !== error) console.error(error)
    return c.json(errorBody(refusal), refusal.code as ContentfulStatusCode)
  })

  return app
}

/** A response whose body never comes whole: as near to a cut connection as HTTP gets from here. */
function brokenResponse(error: Error) {
  const body = new ReadableStream({ start: (controller) => controller.error(error) })
  return new Response(body, { status: 200, headers: { 'content-type': 'application/json' } })
}
