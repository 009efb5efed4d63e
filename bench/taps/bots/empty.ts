// An empty server: Hono that says it is ready, and nothing else. What a start is measured against.

import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const { env } = process
const app = new Hono()
app.get('/readyz', (c) => c.json({ ready: true }))
serve({ fetch: app.fetch, port: Number(env['PORT']), hostname: env['HOST'] ?? '' })
