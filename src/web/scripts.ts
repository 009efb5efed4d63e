// The few lines of our own that make two things smoother. Nothing needs them, and they ask nobody else.

/** Its address changes with the text, so that a browser may keep it. */
export function addressOf(text: string, name: string, end: 'css' | 'js' | 'svg'): string {
  const version = [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 0xffffff, 7)
  return `/${name}-${version.toString(36)}.${end}`
}

/**
 * The exit: the page goes blank at once, its place in the history is taken by where it leads, and Esc or Shift
 * pressed alone three times within five seconds does the same as a press. A page that comes back is loaded anew.
 */
const EXIT = `(function () {
  var link = document.querySelector('[data-exit]')
  if (!link) return
  function leave(event) {
    if (event) event.preventDefault()
    document.body.hidden = true
    document.title = ' '
    window.top.location.replace(link.href)
  }
  link.addEventListener('click', leave)
  var pressed = []
  var own = false
  addEventListener('keydown', function (event) {
    own = event.key === 'Escape' || event.key === 'Shift'
    if (!own) pressed = []
  })
  addEventListener('keyup', function (event) {
    if (!own || (event.key !== 'Escape' && event.key !== 'Shift')) return
    var now = Date.now()
    pressed = pressed.filter(function (at) { return now - at < 5000 }).concat(now)
    if (pressed.length >= 3) leave()
  })
  addEventListener('pageshow', function (event) { if (event.persisted) location.reload() })
  var keys = document.querySelector('[data-keys]')
  if (keys) keys.hidden = false
})()
`

/**
 * A tablet of a centre: counts from the last touch and not from when the page came, warns on the page itself so
 * that nothing typed is lost, and tells the server that somebody is still there.
 */
const KIOSK = `(function () {
  var warning = document.getElementById('still-there')
  if (!warning) return
  var quiet = warning.dataset.quiet * 1000
  var warned = warning.dataset.warned * 1000
  var touched = Date.now()
  var told = touched
  var before = null
  function stay() {
    if (!warning.hidden) return
    touched = Date.now()
    if (touched - told < 30000) return
    told = touched
    new Image().src = '/kiosk/stay?' + touched
  }
  function warn(shown) {
    warning.hidden = !shown
    document.querySelectorAll('body > :not(#still-there)').forEach(function (part) { part.inert = shown })
  }
  function more() {
    warn(false)
    told = 0
    stay()
    if (before) before.focus()
  }
  function look() {
    var idle = Date.now() - touched
    if (idle >= quiet + warned) {
      document.body.hidden = true
      location.replace('/kiosk/next')
    } else if (idle >= quiet && warning.hidden) {
      before = document.activeElement
      warn(true)
      warning.querySelector('button').focus()
    }
  }
  ;['pointerdown', 'touchstart', 'keydown', 'input', 'scroll', 'wheel'].forEach(function (name) {
    addEventListener(name, stay, { passive: true, capture: true })
  })
  warning.querySelector('button').addEventListener('click', more)
  addEventListener('pageshow', function (event) { if (event.persisted) location.reload() })
  addEventListener('visibilitychange', look, true)
  setInterval(look, 1000)
})()
`

/** What each script is and where it is fetched from. */
export const SCRIPTS = {
  exit: { text: EXIT, path: addressOf(EXIT, 'exit', 'js') },
  kiosk: { text: KIOSK, path: addressOf(KIOSK, 'kiosk', 'js') },
} as const
