// Runs in the browser: who types is there, so their session goes on. Says nothing but that, every few minutes at most.
// scripts/bundle-studio.ts serves it without its types.

const PAUSE = 4 * 60_000

/** Tells of typing, unless it has been told a moment ago; the page itself has just been asked for. */
function tell(): (event: Event) => void {
  let toldAt = Date.now()
  return ({ isTrusted }) => {
    if (!isTrusted || Date.now() - toldAt < PAUSE) return
    toldAt = Date.now()
    // Where it fails nothing is lost: what was typed is kept when it is sent.
    fetch('/staff/here').catch(() => {})
  }
}

if (typeof document !== 'undefined') document.addEventListener('input', tell())
