// What Lotse costs on Workers and D1 for so many cities, and how long a wave of reminders takes.
// `node bench/scale/scale.ts [talks a month and city]`. Where the numbers come from: docs/scale.md.

type Use = { updates: number; statements: number; read: number; written: number }

// Counted in workerd over D1 (test/telegram/statements.test.ts holds the statements).
const TALK: Use = { updates: 9, statements: 28, read: 145, written: 101 }
const TICK: Use = { updates: 1, statements: 13, read: 17, written: 0 }
// Reckoned from the same counts: a tap that saves, and a reminder queued, claimed, sent, settled.
const LATER_TAP: Use = { updates: 1, statements: 4, read: 25, written: 9 }
const REMINDER: Use = { updates: 0, statements: 5, read: 30, written: 20 }
const PER_TALK = { laterTaps: 6, reminders: 3 }

const TICKS_A_MONTH = 60 * 24 * 30
const CPU_MS = { update: 15, tick: 10 }

// Workers Paid and D1 as published in 2026; dollars, a million each.
const INCLUDED = { requests: 10, cpuMs: 30, read: 25_000, written: 50 }
const PRICE = { base: 5, requests: 0.3, cpuMs: 0.02, read: 0.001, written: 1 }
const LIMITS = { 'cron triggers': 250, Workers: 500, 'D1 databases': 50_000 }

const MESSAGES_A_TICK = 200
const MESSAGES_A_SECOND = 30

function month(cities: number, talks: number) {
  const times = (field: keyof Use) =>
    cities *
    (talks *
      (TALK[field] + PER_TALK.laterTaps * LATER_TAP[field] + PER_TALK.reminders * REMINDER[field]) +
      TICKS_A_MONTH * TICK[field])
  const ticks = cities * TICKS_A_MONTH
  const requests = times('updates')
  const cpuMs = (requests - ticks) * CPU_MS.update + ticks * CPU_MS.tick
  return {
    requests,
    cpuMs,
    statements: times('statements'),
    read: times('read'),
    written: times('written'),
  }
}

function dollars(use: ReturnType<typeof month>): number {
  const over = (field: keyof typeof INCLUDED) =>
    Math.max(0, use[field] / 1e6 - INCLUDED[field]) * PRICE[field]
  return PRICE.base + over('requests') + over('cpuMs') + over('read') + over('written')
}

/** Minutes until the last of `due` messages has left, a tick each minute. */
function minutesFor(due: number): number {
  let left = due
  let minutes = 0
  for (; left > 0; minutes += 1) left -= Math.min(left, MESSAGES_A_TICK, MESSAGES_A_SECOND * 60)
  return minutes
}

const talks = Number(process.argv[2] ?? 1000)
const millions = (count: number) => (count / 1e6).toFixed(1).padStart(9)
console.log(`${talks} talks a month and city; in millions a month:`)
console.log('cities  requests    CPU ms statements rows read   written   $ a month')
for (const cities of [1, 54, 400]) {
  const use = month(cities, talks)
  const counts = [use.requests, use.cpuMs, use.statements, use.read, use.written].map(millions)
  console.log(
    `${String(cities).padStart(6)} ${counts.join(' ')} ${dollars(use).toFixed(2).padStart(11)}`,
  )
  for (const [name, most] of Object.entries(LIMITS)) {
    if (cities > most) console.log(`       over the limit of an account: ${most} ${name}`)
  }
}
console.log('\nA wave of reminders in one city (Worker: 200 a tick; Node: 30 a second):')
for (const due of [50, 200, 1000, 5000]) {
  const node = Math.ceil(due / MESSAGES_A_SECOND)
  console.log(
    `${String(due).padStart(6)} due: ${minutesFor(due)} min on a Worker, ${node} s on Node`,
  )
}
