// What breaks first when many people press at once: one city's D1 as one thread, its tick, its bot.
// `node bench/scale/rush.ts`. Assumptions stand in docs/scale.md; nothing here is measured.

const STATEMENTS = 4
const SERVICE_MS = 1
// From the Worker to its D1 and back, and what the Worker itself computes between two statements.
const BETWEEN_MS = 3
const TELEGRAM_MS = 80
const MINUTES = 5
const TICK = { most: 200, atOnce: 6, everyMs: 60_000, statements: 5 }

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 1) / (2 ** 32 + 1)
  }
}

type Job = { at: number; begun: number; left: number; telegramMs: number; done?: () => void }

/** Taps at random at `rate` a second while `due` reminders are sent; milliseconds and minutes. */
function rush(rate: number, due: number) {
  const random = seeded(7)
  const arrivals: Job[] = []
  const inHand: Job[] = []
  const push = (job: Job) => {
    let at = inHand.length
    while (at > 0 && (inHand[at - 1]?.at ?? 0) > job.at) at -= 1
    inHand.splice(at, 0, job)
  }
  let arrived = 0
  const next = (): Job | undefined => {
    const [later, waiting] = [arrivals[arrived], inHand[0]]
    if (!later || (waiting && waiting.at <= later.at)) return inHand.shift()
    arrived += 1
    return later
  }
  const end = MINUTES * 60_000
  for (let at = 0; at < end; at += (-Math.log(random()) / rate) * 1000) {
    arrivals.push({ at, begun: at, left: STATEMENTS, telegramMs: TELEGRAM_MS })
  }
  let owed = due
  let allowed = 0
  let lastReminder = 0
  const remind = (at: number): void => {
    if (owed === 0 || allowed === 0) return
    owed -= 1
    allowed -= 1
    const job: Job = { at, begun: at, left: TICK.statements, telegramMs: 2.5 * TELEGRAM_MS }
    push({ ...job, done: () => remind(lastReminder) })
  }
  const tick = (at: number) => {
    allowed = TICK.most
    for (let nth = 0; nth < TICK.atOnce; nth++) remind(at)
  }
  const waits: number[] = []
  let freeAt = 0
  let nextTick = 0
  for (let job = next(); job; job = next()) {
    while (job.at >= nextTick) {
      tick(nextTick)
      nextTick += TICK.everyMs
    }
    freeAt = Math.max(freeAt, job.at) + SERVICE_MS
    const left = job.left - 1
    // The last statement notes what Telegram has answered.
    const between = left === 1 ? job.telegramMs : BETWEEN_MS
    if (left > 0) push({ ...job, left, at: freeAt + between })
    else if (job.done) {
      lastReminder = freeAt
      job.done()
    } else waits.push(freeAt - job.begun)
  }
  waits.sort((a, b) => a - b)
  const share = (of: number) => Math.round(waits[Math.floor(waits.length * of)] ?? 0)
  return { median: share(0.5), slow: share(0.95), owed, minutes: lastReminder / 60_000 }
}

console.log(`${MINUTES} minutes of taps at random, and reminders that fall due at once in one city`)
console.log('taps a s  reminders   answer ms  slowest 5 %   last reminder')
for (const [rate, due] of [
  [1, 50],
  [1, 200],
  [1, 1000],
  [10, 50],
  [100, 50],
  [200, 50],
  [240, 50],
  [260, 50],
] as const) {
  const { median, slow, owed, minutes } = rush(rate, due)
  const last = owed > 0 ? `${owed} still owed` : `${minutes.toFixed(1)} min`
  const row = [rate, due, median, slow].map((value) => String(value).padStart(10))
  console.log(`${row.join(' ')}   ${last}`)
}
