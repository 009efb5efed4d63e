// A browser that keeps one cookie, the page it shows and what it showed before, and sends what it is told
// to, whether or not it stands there.

/** What an answer was: its status, the page, and what it led to. */
export type Answered = { status: number; type: string; text: string; led: string | undefined }

/** A page as far as one can act on it. */
export type Shown = {
  url: string
  text: string
  form: string
  action: string
  codes: string[]
  links: string[]
}

const EMPTY: Shown = { url: '/', text: '', form: '', action: '/', codes: [], links: [] }
const MOST_LED = 5
const ORIGIN = 'http://localhost'

/** `reach` carries a request there; redirects come back as they are. */
export function createBrowser(reach: (request: Request) => Promise<Response>) {
  let cookie: string | undefined
  const pages: Shown[] = []

  async function send(method: string, path: string, body?: string): Promise<Answered> {
    const headers: Record<string, string> = {}
    if (cookie) headers['Cookie'] = cookie
    if (body !== undefined) {
      headers['Content-Type'] = 'application/x-www-form-urlencoded'
      headers['Origin'] = ORIGIN
    }
    const request = new Request(`${ORIGIN}${path}`, { method, headers, body: body ?? null })
    const response = await reach(request)
    const set = response.headers.get('set-cookie')
    if (set) cookie = /Max-Age=0/.test(set) ? undefined : set.split(';')[0]
    const text = await response.text()
    const led = response.headers.get('location') ?? undefined
    return { status: response.status, type: response.headers.get('content-type') ?? '', text, led }
  }

  return {
    /** The page it shows. */
    shown: () => pages.at(-1) ?? EMPTY,
    /** What it showed so many pages ago. */
    before: (pagesAgo: number) => pages.at(-1 - (pagesAgo % Math.max(1, pages.length))) ?? EMPTY,
    /** Sends a request and follows where it leads; every answer on the way. */
    async go(method: string, path: string, body?: string): Promise<Answered[]> {
      const came = [await send(method, path, body)]
      let url = path
      for (let last = came[0]; last?.led !== undefined; last = came.at(-1)) {
        if (came.length > MOST_LED) return [...came, { ...last, status: 508 }]
        url = last.led
        came.push(await send('GET', url))
      }
      const page = came.at(-1)
      if (page?.type.startsWith('text/html')) pages.push(read(url, page.text))
      if (pages.length > 20) pages.shift()
      return came
    },
  }
}

function read(url: string, text: string): Shown {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)
  return {
    url,
    text,
    form: all(/name="form" value="([^"]*)"/g)[0] ?? '',
    action: all(/<form method="post" action="([^"]*)"/g)[0] ?? '/',
    codes: all(/name="t" value="([^"]*)"/g),
    links: all(/href="(\/[^"]*)"/g).map((path) => path.replaceAll('&amp;', '&')),
  }
}
