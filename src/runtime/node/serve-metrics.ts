// Where metrics are read: a port of their own, never the one that people reach.

import { createServer } from 'node:http'
import type { Config } from '../../config/settings.ts'
import { isSameSecret } from '../../flows/sign-in/same-secret.ts'
import { CannotStart } from './deps.ts'
import type { Metrics } from './metrics.ts'

/** Serves `/metrics` to whoever has the token, where there is one. @returns what ends it */
export async function serveMetrics(
  metrics: Metrics,
  { port, host, token }: NonNullable<Config['metrics']>,
): Promise<() => void> {
  const server = createServer(async (request, answer) => {
    const say = (status: number, headers: Record<string, string> = {}, body = '') =>
      answer.writeHead(status, headers).end(body)
    const given = request.headers.authorization ?? ''
    if (token !== undefined && !isSameSecret(given, `Bearer ${token}`)) {
      return say(401, { 'WWW-Authenticate': 'Bearer' })
    }
    if (request.method !== 'GET' || request.url !== '/metrics') return say(404)
    try {
      return say(200, { 'Content-Type': metrics.contentType }, await metrics.text())
    } catch {
      return say(503)
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) =>
      reject(new CannotStart(`METRICS_PORT: cannot listen on ${host}:${port} (${fault.code})`)),
    )
    server.listen(port, host, resolve)
  })
  return () => {
    server.close()
    server.closeAllConnections()
  }
}
