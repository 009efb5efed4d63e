// A browser that knows links and forms and nothing else: no script, no style. What it cannot do, nobody can
// be asked to do.

import { type HTMLElement, parse } from 'node-html-parser'
import type { Requests } from './engine.ts'

const HOST = 'http://localhost'
const MOST_REDIRECTS = 5

/** What stands on a page and can be pressed. */
export type Pressable = { label: string; name: string; press: () => Promise<void> }

/** A browser with its own cookies, at nothing yet. */
export function createFormsOnly(app: Requests) {
  const cookies = new Map<string, string>()
  /** Every address it was at, every answer it got, presses of forms and links since the last `count`. */
  const trail: { method: string; path: string; status: number; cookie: string | null }[] = []
  let at = '/'
  let status = 0
  let document = parse('')
  let html = ''
  let file: { name: string; text: string; type: string } | undefined
  let presses = 0

  async function request(method: 'GET' | 'POST', path: string, body?: URLSearchParams | FormData) {
    const url = new URL(path, HOST + at)
    if (url.origin !== HOST) throw new Error(`leads away: ${url.origin}`)
    const headers: Record<string, string> = { accept: 'text/html' }
    if (cookies.size > 0) headers['cookie'] = [...cookies].map((pair) => pair.join('=')).join('; ')
    if (method === 'POST') {
      headers['origin'] = HOST
    }
    const packed = body && (await pack(body))
    if (packed) headers['content-type'] = packed.type
    const init = packed ? { method, headers, body: packed.body } : { method, headers }
    const target = url.pathname + url.search
    const response = await app.request(target, init)
    const cookie = response.headers.get('set-cookie')
    trail.push({ method, path: target, status: response.status, cookie })
    for (const one of response.headers.getSetCookie()) keep(one)
    return { response, target }
  }

  function keep(cookie: string): void {
    const [, name, value = ''] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? []
    if (!name) return
    if (value === '' || /max-age=0/i.test(cookie)) cookies.delete(name)
    else cookies.set(name, value)
  }

  async function go(
    method: 'GET' | 'POST',
    path: string,
    body?: URLSearchParams | FormData,
  ): Promise<void> {
    let { response, target } = await request(method, path, body)
    for (let hops = 0; response.status >= 300 && response.status < 400; hops++) {
      if (hops === MOST_REDIRECTS) throw new Error(`led on and on: ${target}`)
      const location = response.headers.get('location') ?? '/'
      ;({ response, target } = await request('GET', location))
    }
    const text = await response.text()
    const attached = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
    if (attached) {
      file = { name: attached[1] ?? '', text, type: response.headers.get('content-type') ?? '' }
      return
    }
    at = target
    status = response.status
    html = text
    document = parse(html)
  }

  const textOf = (node: HTMLElement) => node.text.replace(/\s+/g, ' ').trim()

  function formOf(node: HTMLElement): HTMLElement {
    const id = node.getAttribute('form')
    const form = id ? document.querySelector(`#${id}`) : node.closest('form')
    if (!form) throw new Error(`no form for ${textOf(node)}`)
    return form
  }

  async function submit(form: HTMLElement, by?: HTMLElement, typed?: string): Promise<void> {
    const body = new URLSearchParams()
    for (const input of form.querySelectorAll('input, textarea')) {
      const name = input.getAttribute('name')
      const own = input.tagName === 'TEXTAREA' ? input.text : input.getAttribute('value')
      const isField = name === 'text'
      if (name) body.append(name, isField && typed !== undefined ? typed : (own ?? ''))
    }
    const name = by?.getAttribute('name')
    if (by && name) body.append(name, by.getAttribute('value') ?? '')
    const action = by?.getAttribute('formaction') ?? form.getAttribute('action') ?? at
    presses += 1
    await go(form.getAttribute('method')?.toUpperCase() === 'POST' ? 'POST' : 'GET', action, body)
  }

  /** Everything that can be pressed, in the order it stands. */
  function pressables(): Pressable[] {
    return document.querySelectorAll('a[href], button').flatMap((node) => {
      const href = node.getAttribute('href')
      if (href !== undefined && /^(tel:|https?:(?!\/\/localhost))/.test(href)) return []
      const code = href ? decodeURIComponent(href) : (node.getAttribute('value') ?? '')
      const press = async () => {
        if (href === undefined) return await submit(formOf(node), node)
        presses += 1
        await go('GET', href)
      }
      return [{ label: textOf(node), name: code || (node.getAttribute('formaction') ?? ''), press }]
    })
  }

  return {
    cookies,
    trail,
    get at() {
      return at
    },
    get status() {
      return status
    },
    get html() {
      return html
    },
    get text() {
      return textOf(document.querySelector('body') ?? document)
    },
    get heading() {
      return textOf(document.querySelector('h1') ?? document)
    },
    get language() {
      return document.querySelector('html')?.getAttribute('lang')
    },
    get document() {
      return document
    },
    get file() {
      return file
    },
    get presses() {
      return presses
    },
    pressables,

    visit: (path: string) => go('GET', path),

    /** Sends a form as it is without a page around it. */
    post: (path: string, fields: Record<string, string>) =>
      go('POST', path, new URLSearchParams(fields)),

    count() {
      presses = 0
    },

    /** Presses the first thing whose label or code is meant. */
    async press(meant: string | RegExp): Promise<void> {
      const found = pressables().find(({ label, name }) =>
        typeof meant === 'string' ? [label, name.split('?')[0]].includes(meant) : meant.test(name),
      )
      if (!found) {
        const there = pressables().map(({ label, name }) => `${label} [${name}]`)
        throw new Error(`nothing to press for ${meant} at ${at}: ${there.join(' | ')}`)
      }
      await found.press()
    },

    /** Records something where the page asks for a file, and sends it. */
    async speaks(sound: Uint8Array<ArrayBuffer>): Promise<void> {
      const field = document.querySelector('[type=file]')
      if (!field) throw new Error(`nothing to speak into at ${at}`)
      const form = formOf(field)
      const body = new FormData()
      for (const hidden of form.querySelectorAll('[type=hidden]')) {
        body.append(hidden.getAttribute('name') ?? '', hidden.getAttribute('value') ?? '')
      }
      body.append(field.getAttribute('name') ?? '', new File([sound], 'recording'))
      presses += 1
      await go('POST', form.getAttribute('action') ?? at, body)
    },

    /** Types into the field of the page and sends it. */
    async types(text: string): Promise<void> {
      const field = document.querySelector('[name=text]')
      if (!field) throw new Error(`nothing to type into at ${at}`)
      await submit(formOf(field), undefined, text)
    },
  }
}

export type FormsOnly = ReturnType<typeof createFormsOnly>

/** A second window of the same browser, at the same page. */
export async function windowOf(app: Requests, browser: FormsOnly): Promise<FormsOnly> {
  const other = createFormsOnly(app)
  for (const [name, value] of browser.cookies) other.cookies.set(name, value)
  await other.visit(browser.at)
  return other
}

/** A form as it goes over the wire, whatever server is at the other end. */
export async function pack(form: URLSearchParams | FormData) {
  if (form instanceof URLSearchParams) {
    return { type: 'application/x-www-form-urlencoded', body: form.toString() }
  }
  const sent = new Response(form)
  return { type: sent.headers.get('content-type') ?? '', body: await sent.arrayBuffer() }
}
