// Somebody with a browser that knows links and forms alone, over a real connection: what comes over the
// wire is counted as the socket counts it, headers included.

import { type Agent, type IncomingMessage, request } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Step } from '../taps/people.ts'

const unzip = promisify(gunzip)

/** What came: the page with its address, and what it took over the wire with the way there. */
export type Came = { status: number; path: string; page: string; bytes: number; requests: number }

type Answer = { status: number; headers: IncomingMessage['headers']; text: string; bytes: number }

export class Visitor {
  #root: string
  #agent: Agent
  #address: string
  #cookie: string | undefined
  #page = ''

  /** `address` is what a proxy says of where the visitor comes from. */
  constructor(root: string, agent: Agent, address: string) {
    this.#root = root
    this.#agent = agent
    this.#address = address
  }

  /** Opens a path, and whatever it leads to. */
  async open(path: string): Promise<Came> {
    return await this.#follow(await this.#send('GET', path), path)
  }

  /** Follows a link or presses a button whose code fits, one of them at random; text opens `/`. */
  async take(step: Step): Promise<Came> {
    if (typeof step === 'string') return await this.open('/')
    const ways = [...linksIn(this.#page), ...buttonsIn(this.#page)].filter(({ code }) =>
      step.test(code),
    )
    const way = ways[Math.floor(Math.random() * ways.length)]
    if (!way) throw new Error(`no way ${step} on ${/<h1>[^<]*/.exec(this.#page)?.[0]}`)
    if (!('action' in way)) return await this.open(way.path)
    const body = new URLSearchParams({ ...hiddenIn(this.#page), t: way.code }).toString()
    return await this.#follow(await this.#send('POST', way.action, body), way.action)
  }

  async #follow(first: Answer, from: string): Promise<Came> {
    let answer = first
    let path = from
    let bytes = first.bytes
    let requests = 1
    while (answer.headers.location !== undefined) {
      path = answer.headers.location
      answer = await this.#send('GET', path)
      bytes += answer.bytes
      requests += 1
    }
    this.#page = answer.text
    return { status: answer.status, path, page: answer.text, bytes, requests }
  }

  async #send(method: string, path: string, body?: string): Promise<Answer> {
    const headers = {
      'accept-encoding': 'gzip',
      'x-forwarded-for': this.#address,
      ...(this.#cookie ? { cookie: this.#cookie } : {}),
      ...(body === undefined
        ? {}
        : {
            origin: this.#root,
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': Buffer.byteLength(body),
          }),
    }
    const answer = await new Promise<Answer>((resolve, reject) => {
      const sending = request(new URL(path, this.#root), { method, agent: this.#agent, headers })
      let read = () => 0
      sending.on('socket', (socket) => {
        const before = socket.bytesRead
        read = () => socket.bytesRead - before
      })
      sending.on('error', (fault) => {
        // An idle connection that was closed in this moment: a browser asks again.
        if (sending.reusedSocket) this.#send(method, path, body).then(resolve, reject)
        else reject(fault)
      })
      sending.on('response', async (response) => {
        try {
          const parts: Buffer[] = []
          for await (const part of response) parts.push(part as Buffer)
          const raw = Buffer.concat(parts)
          const isZipped = response.headers['content-encoding'] === 'gzip'
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: (isZipped ? await unzip(raw) : raw).toString('utf8'),
            bytes: read(),
          })
        } catch (fault) {
          reject(fault)
        }
      })
      sending.end(body)
    })
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
    if (cookie !== undefined) this.#cookie = cookie
    return answer
  }
}

const linksIn = (page: string) =>
  [...page.matchAll(/href="\/\?t=([^"]*)"/g)].map(([, code = '']) => ({
    code: decodeURIComponent(code),
    path: `/?t=${code}`,
  }))

const buttonsIn = (page: string) =>
  [...page.matchAll(/<button([^>]*) name="t" value="([^"]*)"/g)].map(
    ([, before = '', code = '']) => ({
      code,
      action: /formaction="([^"]*)"/.exec(before)?.[1] ?? actionIn(page),
    }),
  )

const actionIn = (page: string) =>
  /<form method="post" action="([^"]*)" id="talk">/.exec(page)?.[1] ?? '/'

/** What goes along with every button of the page. */
const hiddenIn = (page: string) =>
  Object.fromEntries(
    [
      ...(/<form [^>]*id="talk">(.*?)<\/form>/s.exec(page)?.[1] ?? '').matchAll(
        /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
      ),
    ].map(([, name = '', value = '']) => [name, value]),
  )
