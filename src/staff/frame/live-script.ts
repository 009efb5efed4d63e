// Runs in the browser: keeps a page that stands open fresh. It asks whether anything has changed, puts in what has,
// and says what is new; never into what somebody is typing, reading out or about to press.
// scripts/bundle-studio.ts serves it without its types.

const EVERY = 10_000
// Who moves over a part may be about to press in it.
const STILL = 1500
const SOUND = 'lotse-sound'

const one = (selector: string, within: ParentNode = document) =>
  within.querySelector<HTMLElement>(selector)
const partsIn = (within: ParentNode) => [...within.querySelectorAll<HTMLElement>('[data-part]')]
const tellsIn = (within: ParentNode) =>
  [...within.querySelectorAll<HTMLElement>('[data-tell]')].map((it) => it.dataset['tell'] ?? '')

function keepFresh(live: HTMLElement): void {
  const said = one('[data-said]', live)
  const sound = one('[data-sound]', live)
  const known = new Set(tellsIn(document))
  let next: Document | undefined
  let movedAt = 0
  let isAsking = false
  let hasEnded = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const isTyped = (part: ParentNode) =>
    [...part.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea')].some(
      (field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked,
    )
  const isInUse = (part: HTMLElement) =>
    part.contains(document.activeElement) ||
    isTyped(part) ||
    one('details[open]', part) !== null ||
    (part.matches(':hover') && Date.now() - movedAt < STILL)

  function tell(fresh: Document, now: HTMLElement): void {
    const news = tellsIn(fresh).filter((it) => !known.has(it))
    for (const it of news) known.add(it)
    const isMore = Number(now.dataset['count']) > Number(live.dataset['count'])
    const line = news.slice(0, 3).join(' · ') || (isMore ? now.dataset['more'] : '')
    if (!line || !said) return
    said.textContent = line
    if (sound?.getAttribute('aria-pressed') === 'true') beep()
  }

  /** Puts in what has changed; what is in use waits. */
  function put(): void {
    const now = next && one('[data-live]', next)
    if (!next || !now) return
    let waits = false
    for (const part of partsIn(document)) {
      const fresh = partsIn(next).find((it) => it.dataset['part'] === part.dataset['part'])
      if (!fresh || fresh.isEqualNode(part)) continue
      if (isInUse(part)) waits = true
      else part.replaceWith(document.importNode(fresh, true))
    }
    if (waits) {
      if (said && !said.textContent) said.textContent = live.dataset['waits'] ?? ''
      later(STILL)
      return
    }
    if (said?.textContent === live.dataset['waits'] && said) said.textContent = ''
    next = undefined
  }

  async function ask(): Promise<void> {
    if (isAsking || hasEnded || document.hidden) return
    isAsking = true
    try {
      const mark = live.dataset['live'] ?? ''
      const headers = { 'Lotse-Live': 'yes', 'If-None-Match': mark }
      const answer = await fetch(location.href, { headers, redirect: 'manual', cache: 'no-store' })
      if (answer.status === 200) {
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
        const now = one('[data-live]', fresh)
        if (now) {
          tell(fresh, now)
          for (const name of ['live', 'count']) live.dataset[name] = now.dataset[name] ?? ''
          document.title = fresh.title
          next = fresh
        }
      } else if (answer.status !== 304 && answer.status < 500) {
        hasEnded = true
        if (said) said.textContent = live.dataset['ended'] ?? ''
      }
    } catch {
      // No network just now: asked again.
    }
    isAsking = false
    put()
    later(next ? STILL : EVERY)
  }

  function later(wait: number): void {
    clearTimeout(timer)
    if (!hasEnded && !document.hidden) timer = setTimeout(next ? again : ask, wait)
  }
  function again(): void {
    put()
    later(next ? STILL : EVERY)
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer)
    if (!document.hidden) void ask()
  })
  for (const event of ['pointermove', 'pointerdown', 'keydown', 'wheel']) {
    document.addEventListener(event, () => (movedAt = Date.now()), { passive: true })
  }
  if (sound) switchSound(sound)
  later(EVERY)
}

/** Off at first; kept in this browser. */
function switchSound(button: HTMLElement): void {
  const show = (isOn: boolean) => button.setAttribute('aria-pressed', String(isOn))
  button.hidden = false
  show(localStorage.getItem(SOUND) === 'on')
  button.addEventListener('click', () => {
    const isOn = button.getAttribute('aria-pressed') !== 'true'
    localStorage.setItem(SOUND, isOn ? 'on' : 'off')
    show(isOn)
    if (isOn) beep()
  })
}

function beep(): void {
  const context = new AudioContext()
  const tone = context.createOscillator()
  const loudness = context.createGain()
  loudness.gain.setValueAtTime(0.15, context.currentTime)
  loudness.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.4)
  tone.frequency.value = 880
  tone.connect(loudness).connect(context.destination)
  tone.start()
  tone.stop(context.currentTime + 0.4)
  tone.onended = () => void context.close()
}

if (typeof document !== 'undefined') {
  const live = one('[data-live]')
  if (live) keepFresh(live)
}
