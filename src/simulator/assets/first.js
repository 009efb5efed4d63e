// The demo's first page: tells the stories, and keeps phone and desk together.
import { createDesk } from './at-desk.js'
import { allIn, buttonIn, codeIn, noteMessage, noteNewChat, noteWorld } from './chats.js'
import { STORIES } from './stories.js'

const byId = (id) => document.getElementById(id)
const [phone, said, next, plays] = ['phone', 'said', 'next', 'plays'].map(byId)
const desk = createDesk(byId('desk'), until)
const language = document.documentElement.lang
const PATIENCE = 15_000
const PAUSE = 2500
const SETTLED = 250
const DAY = 86_400_000
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })

let story = null
let at = 0
let chatId = 0
let isBusy = false
let now = 0
// The time that was pressed last.
let startsAt = 0
// Something has happened on the phone while a story was under way at the desk.
let isBehind = false
// Whose chat the phone shows.
let chosen = 0

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
  if (event.kind === 'world') noteWorld(event)
  if (event.kind === 'message' || event.kind === 'edited') {
    if (noteMessage(event)) follow()
  }
  if (event.kind === 'chosen') chosen = event.chatId
  if (event.kind === 'world' || event.kind === 'clock') now = event.now
  if (event.kind === 'clock') follow()
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

/** The desk follows; while a story presses there itself, only at the end of its step. */
function follow() {
  if (isBusy) isBehind = true
  else desk.follow(() => isBusy)
}

/** Waits until something is there. */
async function until(look) {
  for (let waited = 0; waited < PATIENCE; waited += 100) {
    const found = look()
    if (found) return found
    await wait(100)
  }
  return undefined
}

/** Whatever page of the desk comes up: whose chat the phone shows is in sight there, or one press away. */
function pointAtChosen() {
  const code = codeIn(chosen)
  const button = byId('chosen')
  button.hidden = !code || !desk.canFind()
  button.lastElementChild.textContent = code
  desk.point(code)
}
byId('desk').addEventListener('load', pointAtChosen)
byId('chosen').addEventListener('click', () => desk.find(codeIn(chosen)))

async function tap(pattern, mayMiss) {
  if (mayMiss) await wait(700)
  const seen = mayMiss ? buttonIn(chatId, pattern) : await until(() => buttonIn(chatId, pattern))
  if (!seen) return
  // A time stands in its button, in minutes.
  const [, minutes] = /~tm~[^~]+~([0-9a-z]+)/.exec(seen.data) ?? []
  if (minutes) startsAt = Number.parseInt(minutes, 36) * 60_000
  const before = allIn(chatId)
  await post(`/people/${chatId}/acts`, { act: 'tap', ...seen })
  await until(() => allIn(chatId) !== before)
  await wait(350)
}

/** Moves the clock to the time that was pressed, by days as long as it is far. */
async function reachTime() {
  while (now < startsAt) {
    const before = now
    now = (await post('/clock', { hours: startsAt - now > DAY ? 24 : 1 })).now
    if (now <= before) return
  }
}

/** Moves the clock hour by hour until something arrives on the phone. */
async function hoursUntilTold() {
  const before = allIn(chatId)
  for (let hour = 0; hour < 16 && allIn(chatId) === before; hour++) {
    await post('/clock', { hours: 1 })
    await wait(SETTLED)
  }
}

// What a story does, by the names of `stories.js`, in the order in which one step has them.
const DOES = {
  async says(text) {
    await post(`/people/${chatId}/acts`, { act: 'text', text })
    await wait(900)
  },
  taps: (pattern, { mayMiss }) => tap(pattern, mayMiss),
  desk: (path) => desk.show(path),
  day: () => desk.show(`/staff?day=${dayFormat.format(startsAt)}`),
  opens: (selector) => desk.open(selector),
  async presses(selector, { ofTheirs, arrives }) {
    const before = allIn(chatId)
    await desk.press(selector, ofTheirs ? codeIn(chatId) : '')
    if (arrives) await until(() => allIn(chatId) !== before)
  },
  hours: (hours) => post('/clock', { hours }),
  reachesTime: reachTime,
  hoursUntilTold,
}

const AT_DESK = ['desk', 'day', 'opens', 'presses']

async function carryOut(one) {
  for (const [name, does] of Object.entries(DOES)) if (name in one) await does(one[name], one)
}

async function step() {
  if (!story || isBusy) return
  const told = story.steps[at]
  if (!told) return
  isBusy = true
  next.disabled = true
  said.textContent = told[language] ?? told.de
  for (const one of told.does) await carryOut(one)
  if (isBehind && !told.does.some((one) => AT_DESK.some((name) => name in one)))
    await desk.catchUp()
  at += 1
  isBusy = false
  isBehind = false
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
    await desk.signIn()
    story = STORIES[button.dataset.story]
    const { chatId: id } = await post('/people', { name: story.name })
    chatId = id
    noteNewChat(chatId)
    showChat(`#chat-${chatId}`)
    isBusy = false
    at = 0
    next.hidden = false
    plays.hidden = false
    document.querySelector('.told').scrollIntoView()
    await step()
    next.focus({ preventScroll: true })
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
/** Which beginning of the demo answers, if any does. */
const beginning = () =>
  fetch('/simulator/beginning').then(
    async (answer) => (answer.ok ? (await answer.json()).beginning : undefined),
    () => undefined,
  )

byId('anew').addEventListener('click', ({ currentTarget: button }) =>
  busily(button, async () => {
    const before = await beginning()
    await post('/new')
    for (let now = before; !now || now === before; now = await beginning()) await wait(200)
    location.reload()
  }),
)
