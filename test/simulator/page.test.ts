import { readdirSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { createSimulator } from '../../src/simulator/simulator.ts'
import { start } from './start.ts'

const json = (body: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

function opened() {
  const simulator = start()
  const app = new Hono().route('/simulator', simulator.page)
  return { ...simulator, app, get: (path: string) => app.request(`/simulator${path}`) }
}

describe('The page of the simulator', () => {
  it('runs only its own scripts and names the people in a fixed order', async () => {
    const { get, world } = opened()
    const page = await get('')
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';/)
    expect(await page.text()).not.toMatch(/<script(?![^>]* src=)|\son\w+=|style=/)
    expect(world.chats.all().map(({ chat }) => chat.first_name)).toEqual(['Amal', 'Azad'])
    await get('')
    expect(world.chats.all()).toHaveLength(2)
  })

  it('draws what people and the bot write as text: nothing makes markup of it', () => {
    const folder = 'src/simulator/assets'
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(3)
    for (const name of scripts) {
      const text = readFileSync(`${folder}/${name}`, 'utf8')
      expect([
        name,
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/.exec(text),
      ]).toEqual([name, null])
    }
  })

  it('serves every file the page asks for, and no other', async () => {
    const { get } = opened()
    const page = await (await get('')).text()
    const named = [...page.matchAll(/(?:src|href)="\/simulator(\/assets\/[^"]+)"/g)]
    expect(named.length).toBeGreaterThan(3)
    const scripts = ['bubble', 'composer', 'formatted-text', 'notices', 'people']
    const paths = [
      ...named.map((match) => String(match[1])),
      ...scripts.map((name) => `/assets/${name}.js`),
    ]
    for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 200])
    for (const path of ['/assets/page.ts', '/assets/..%2Fpage.ts', '/assets/constructor']) {
      expect([path, (await get(path)).status]).toEqual([path, 404])
    }
  })

  it('hands a document out as a download that can run nothing', async () => {
    const { get, world } = opened()
    const bytes = new TextEncoder().encode('<script>alert(1)</script>')
    const { id } = world.files.add({ name: 'ä.html', type: 'text/html', bytes })
    const { headers } = await get(`/files/${id}`)
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%C3%A4.html")
    expect(headers.get('content-security-policy')).toMatch(/sandbox/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect((await get('/files/file-99')).status).toBe(404)
  })

  it('carries out what a person does, and refuses nonsense and other sites’ forms', async () => {
    const { app, world } = opened()
    const { chatId } = await (await app.request('/simulator/people', json({}))).json()
    const acts = `/simulator/people/${chatId}/acts`
    const status = async (body: object) => (await app.request(acts, json(body))).status
    expect(await status({ act: 'text', text: 'hello' })).toBe(200)
    expect(await status({ act: 'text', text: '  ' })).toBe(400)
    expect(await status({ act: 'fly' })).toBe(400)
    expect(await status({ act: 'contact' })).toBe(200)
    expect(await status({ act: 'location' })).toBe(200)
    expect(await status({ act: 'block' })).toBe(200)
    expect(await status({ act: 'text', text: 'hello' })).toBe(409)
    expect((await app.request('/simulator/people/1/acts', json({ act: 'photo' }))).status).toBe(400)
    const form = { method: 'POST', body: new URLSearchParams({ act: 'photo' }) }
    expect((await app.request(acts, form)).status).toBe(415)
    const said = [...world.chats.find(chatId).messages.values()]
    expect(said.map(({ text, contact, location }) => text ?? contact ?? location)).toEqual([
      'hello',
      { phone_number: '491713920042', first_name: expect.any(String), user_id: expect.any(Number) },
      { latitude: 51.51, longitude: 6.77 },
    ])
  })

  it('moves the clock by an hour or a day and answers when what fell due is done', async () => {
    const jumps: number[] = []
    const { page } = createSimulator({
      token: '1:t',
      clock: {
        now: () => jumps.reduce((sum, ms) => sum + ms, 0),
        advance: async (ms) => {
          await Promise.resolve()
          jumps.push(ms)
        },
      },
      fetch: () => new Response(''),
      staffUrl: '/staff',
    })
    const answer = await page.request('/clock', json({ hours: 24 }))
    expect(await answer.json()).toEqual({ now: 86_400_000 })
    expect((await page.request('/clock', json({ hours: -5 }))).status).toBe(400)
    expect(jumps).toEqual([86_400_000])
  })

  it('tells of everything first and of each change then', async () => {
    const { app, get, world, acquaintance } = opened()
    const person = acquaintance()
    const events = await get('/events')
    const reader = events.body?.getReader()
    const next = async () => {
      const { value } = (await reader?.read()) ?? {}
      return JSON.parse(new TextDecoder().decode(value).replace(/^data: /, ''))
    }
    expect(await next()).toMatchObject({
      kind: 'world',
      chats: [{ name: 'Amal', started: true, messages: [{ text: 'hello' }] }],
    })
    await app.request(`/simulator/people/${person.chat.id}/acts`, json({ act: 'block' }))
    expect(await next()).toMatchObject({ kind: 'people', people: [{ blocked: true }] })
    world.emit({ kind: 'deleted', chatId: person.chat.id, messageId: 1 })
    expect(await next()).toEqual({ kind: 'deleted', chatId: person.chat.id, messageId: 1 })
    await reader?.cancel()
  })
})
