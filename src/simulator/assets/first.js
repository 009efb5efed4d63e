// The demo's first page: tells the stories, and keeps phone and desk together.
import { STORIES } from './stories.js'

const byId = (id) => document.getElementById(id)
const [phone, desk, said, next, plays] = ['phone', 'desk', 'said', 'next', 'plays'].map(byId)
const language = document.documentElement.lang
const SOON = 400
const PATIENCE = 15_000
const PAUSE = 2500

/** @type {Map<number, Map<number, any>>} the messages of each chat */
const chats = new Map()
let botId = 0
let story = null
let at = 0
let chatId = 0
let isBusy = false
let now = 0
// To the time that was pressed last.
let daysAhead = 1

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function post(path, body = {}) {
  const headers = { 'content-type': 'application/json' }
  const options = { method: 'POST', headers, body: JSON.stringify(body) }
  return (await fetch(`/simulator${path}`, options)).json()
}

// What happens in the chats, so that a story presses what is there, and the desk shows what came of it.
addEventListener('message', ({ origin, source, data }) => {
  if (origin !== location.origin || source !== phone.contentWindow || !data.simulator) return
  const event = data.simulator
  if (event.kind === 'world') {
    botId = event.bot.id
    for (const { chatId: id, messages } of event.chats)
      chats.set(id, new Map(messages.map((message) => [message.message_id, message])))
  }
  if (event.kind === 'message' || event.kind === 'edited') {
    const messages = chats.get(event.chatId) ?? new Map()
    messages.set(event.message.message_id, event.message)
    chats.set(event.chatId, messages)
    if (event.message.from.id === botId) followAtDesk()
  }
  if (event.kind === 'world' || event.kind === 'clock') now = event.now
  if (event.kind === 'clock') followAtDesk()
})

phone.src = phone.dataset.src

/** The chat on the phone, where the app with the code may stand. */
function showChat(hash) {
  const { location: there } = phone.contentWindow
  if (there.pathname === phone.dataset.src) there.hash = hash
  else phone.src = `${phone.dataset.src}${hash}`
}

// To whoever signs in with a second factor the phone shows the app with the code.
document.querySelector('form[data-role="with-code"]').addEventListener('submit', () => {
  phone.src = `/demo/code?lang=${language}`
})

let following = 0
/** Shows at the desk what is there by now, unless somebody is typing or is in the middle of a form. */
function followAtDesk() {
  clearTimeout(following)
  following = setTimeout(() => {
    const { activeElement, location: here } = desk.contentDocument ?? {}
    if (here?.origin !== location.origin || isEntry(here.pathname)) return
    if (activeElement?.matches('input, textarea, select')) return
    here.reload()
  }, SOON)
}
const isEntry = (path) => path.startsWith('/staff/sign-') || path.startsWith('/staff/invite')

/** Waits until something is there. */
async function until(look) {
  for (let waited = 0; waited < PATIENCE; waited += 100) {
    const found = look()
    if (found) return found
    await wait(100)
  }
  return undefined
}

function buttonIn(pattern) {
  const messages = [...(chats.get(chatId)?.values() ?? [])].filter(({ from }) => from.id === botId)
  for (const message of messages.toReversed()) {
    const keys = (message.reply_markup?.inline_keyboard ?? []).flat()
    const key = keys.find(({ callback_data: code }) => code && pattern.test(code))
    if (key) return { messageId: message.message_id, data: key.callback_data, label: key.text }
  }
  return undefined
}

/** How many days it is to the day on a button, which has the same digits in all languages. */
function daysTo(label) {
  const [, day, month] = /(\d\d)\.(\d\d)\./.exec(label) ?? []
  if (!day) return undefined
  const today = new Date(now)
  const date = new Date(today.getFullYear(), Number(month) - 1, Number(day), 23)
  if (date < today) date.setFullYear(today.getFullYear() + 1)
  return Math.max(1, Math.floor((date - today) / 86_400_000))
}

async function tap(pattern, mayMiss) {
  if (mayMiss) await wait(700)
  const seen = mayMiss ? buttonIn(pattern) : await until(() => buttonIn(pattern))
  if (!seen) return
  const { label, ...press } = seen
  daysAhead = daysTo(label) ?? daysAhead
  const before = JSON.stringify([...chats.get(chatId).values()])
  await post(`/people/${chatId}/acts`, { act: 'tap', ...press })
  await until(() => JSON.stringify([...chats.get(chatId).values()]) !== before)
  await wait(350)
}

function show(path) {
  return new Promise((resolve) => {
    desk.addEventListener('load', resolve, { once: true })
    desk.src = path
  })
}

async function signIn() {
  const path = desk.contentDocument?.location.pathname ?? ''
  if (desk.contentDocument?.querySelector('.account') && !isEntry(path)) return
  const loaded = new Promise((resolve) => desk.addEventListener('load', resolve, { once: true }))
  document.querySelector('form[data-role="lead"]').requestSubmit()
  await loaded
}

async function carryOut({ says, taps, mayMiss, desk: page, opens, hours, reachesTime }) {
  if (says) {
    await post(`/people/${chatId}/acts`, { act: 'text', text: says })
    await wait(900)
  }
  if (taps) await tap(taps, mayMiss)
  if (page) await show(page)
  if (opens) desk.contentDocument?.querySelector(`main ${opens}`)?.click()
  if (hours) await post('/clock', { hours })
  // One day has passed with the reminder.
  for (let day = 1; reachesTime && day < daysAhead; day++) await post('/clock', { hours: 24 })
}

async function step() {
  if (!story || isBusy) return
  const told = story.steps[at]
  if (!told) return
  isBusy = true
  next.disabled = true
  said.textContent = told[language] ?? told.de
  for (const one of told.does) await carryOut(one)
  at += 1
  isBusy = false
  next.disabled = false
  const isOver = at >= story.steps.length
  next.hidden = isOver
  plays.hidden = isOver
  said.dataset.step = String(at)
  if (!isOver && plays.ariaPressed === 'true') {
    await wait(PAUSE)
    await step()
  }
}

for (const button of document.querySelectorAll('[data-story]')) {
  button.addEventListener('click', async () => {
    if (isBusy) return
    for (const other of document.querySelectorAll('[data-story]'))
      other.ariaPressed = String(other === button)
    isBusy = true
    await signIn()
    story = STORIES[button.dataset.story]
    const { chatId: id } = await post('/people', { name: story.name })
    chatId = id
    chats.set(chatId, new Map())
    showChat(`#chat-${chatId}`)
    isBusy = false
    at = 0
    next.hidden = false
    plays.hidden = false
    await step()
    next.focus()
  })
}
next.addEventListener('click', step)
plays.addEventListener('click', () => {
  plays.ariaPressed = String(plays.ariaPressed !== 'true')
  if (plays.ariaPressed === 'true') void step()
})

/** Says on the button itself that something is under way. */
async function busily(button, work) {
  const label = button.textContent
  button.disabled = true
  button.textContent = document.body.dataset.working
  await work()
  button.textContent = label
  button.disabled = false
}

for (const button of document.querySelectorAll('[data-hours]')) {
  const hours = Number(button.dataset.hours)
  button.addEventListener('click', () => busily(button, () => post('/clock', { hours })))
}
byId('anew').addEventListener('click', ({ currentTarget: button }) =>
  busily(button, async () => {
    await post('/new')
    // Gone, and there again.
    const isUp = () =>
      fetch('/readyz').then(
        (answer) => answer.ok,
        () => false,
      )
    while (await isUp()) await wait(100)
    while (!(await isUp())) await wait(200)
    location.reload()
  }),
)
