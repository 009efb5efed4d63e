// The page's state, kept by the events of the simulator, and what a visitor does with it.
import { bubble } from './bubble.js'
import { createComposer } from './composer.js'
import { bringIntoSight } from './in-sight.js'
import { showAlert, showToast } from './notices.js'
import { drawPeople } from './people.js'

const base = document.body.dataset.base
const log = document.getElementById('messages')
const clock = document.getElementById('clock')
const DAY = { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' }
const dayFormat = new Intl.DateTimeFormat('de-DE', DAY)
const timeFormat = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
})

/** @type {Map<number, any>} */
let chats = new Map()
let botId = 0
let selected = 0
let clockAhead = 0

const chat = () => chats.get(selected)
const composer = createComposer(act, () => {
  const mine = [...(chat()?.messages.values() ?? [])].filter(({ from }) => from.id !== botId)
  return mine.findLast(({ text }) => text !== undefined)?.text
})

async function post(path, body = {}) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${base}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return response.json()
}

function act(what) {
  return post(`/people/${selected}/acts`, what)
}

const onEvent = {
  world({ now, bot, chats: all }) {
    setClock(now)
    botId = bot.id
    chats = new Map()
    for (const { messages, ...person } of all) {
      const byId = new Map(messages.map((message) => [message.message_id, message]))
      chats.set(person.chatId, { ...person, unread: 0, messages: byId })
    }
    select(chats.has(selected) ? selected : (all[0]?.chatId ?? 0))
    selectNamed()
    void startFromLink()
  },
  people({ people }) {
    const isAwaited = !chats.has(selected)
    for (const person of people) {
      const known = chats.get(person.chatId) ?? { unread: 0, messages: new Map() }
      chats.set(person.chatId, { ...known, ...person })
    }
    if (isAwaited && chats.has(selected)) return select(selected)
    selectNamed()
    drawAround()
    if (chat()?.messages.size === 0) drawLog()
  },
  message({ chatId, message }) {
    const target = chats.get(chatId)
    if (!target) return
    target.messages.set(message.message_id, message)
    if (chatId === selected) append(message)
    else if (message.from.id === botId) target.unread += 1
    drawAround()
  },
  edited({ chatId, message }) {
    const target = chats.get(chatId)
    target?.messages.set(message.message_id, message)
    if (chatId === selected) replace(message)
    drawAround()
  },
  deleted({ chatId, messageId }) {
    chats.get(chatId)?.messages.delete(messageId)
    if (chatId === selected) nodeOf(messageId)?.remove()
    drawAround()
  },
  tapped({ chatId, queryId, messageId, data }) {
    if (chatId !== selected) return
    for (const node of nodeOf(messageId)?.querySelectorAll('.key') ?? []) {
      if (node.dataset.data === data) spin(node, queryId)
    }
  },
  answered({ chatId, queryId, text, alert }) {
    for (const node of log.querySelectorAll(`[data-query="${queryId}"]`)) stopSpinning(node)
    if (chatId !== selected || !text) return
    if (alert) showAlert(text)
    else showToast(text)
  },
  clock({ now }) {
    setClock(now)
    reloadWeb()
  },
}

function select(chatId) {
  selected = chatId
  tellAround({ kind: 'chosen', chatId })
  const current = chat()
  if (current) current.unread = 0
  composer.reset()
  drawLog()
  drawAround()
}

function drawAround() {
  drawPeople(chats, selected, select)
  if (chat()) composer.draw(chat())
}

function drawLog() {
  log.replaceChildren()
  const current = chat()
  if (!current) return
  if (current.messages.size === 0) log.append(welcome(current.description))
  for (const message of current.messages.values()) append(message, false)
  log.scrollTop = log.scrollHeight
}

function welcome(description) {
  const node = document.createElement('p')
  node.className = 'welcome'
  node.textContent = description || '👋'
  return node
}

function append(message, isNew = true) {
  log.querySelector('.welcome')?.remove()
  const day = dayFormat.format(message.date * 1000)
  if ([...log.querySelectorAll('.day')].at(-1)?.textContent !== day) {
    const chip = document.createElement('p')
    chip.className = 'day'
    chip.textContent = day
    log.append(chip)
  }
  log.append(draw(message))
  if (isNew) log.scrollTop = log.scrollHeight
}

function replace(message) {
  const old = nodeOf(message.message_id)
  if (!old) return
  const focused = [...old.querySelectorAll('.key')].indexOf(document.activeElement)
  const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40
  const fresh = draw(message)
  old.replaceWith(fresh)
  // A tap by keyboard goes on where it was: on the new buttons, or on the log when there are none.
  if (focused >= 0) (fresh.querySelectorAll('.key')[0] ?? log).focus({ preventScroll: true })
  if (wasAtEnd) log.scrollTop = log.scrollHeight
  else bringIntoSight(log, fresh)
}

const nodeOf = (messageId) => log.querySelector(`[data-message-id="${messageId}"]`)

function draw(message) {
  const isBot = message.from.id === botId
  return bubble(message, {
    base,
    isBot,
    onButton: (button) => press(message.message_id, button),
  })
}

async function press(messageId, { callback_data, copy_text }) {
  if (copy_text) {
    await navigator.clipboard?.writeText(copy_text.text)
    showToast(`⧉ ${copy_text.text}`)
  } else if (callback_data !== undefined) {
    await act({ act: 'tap', messageId, data: callback_data })
  }
}

function spin(node, queryId) {
  node.dataset.query = queryId
  node.ariaBusy = 'true'
}

function stopSpinning(node) {
  delete node.dataset.query
  node.ariaBusy = 'false'
}

function setClock(now) {
  clockAhead = now - Date.now()
  showClock()
}

function showClock() {
  const now = Date.now() + clockAhead
  clock.textContent = `${dayFormat.format(now)} ${timeFormat.format(now)}`
  clock.dateTime = new Date(now).toISOString()
}

// The same talk as pages, beside the chat: what leads into the chat leads here, what would lead outside opens a
// window of its own.
const web = document.getElementById('web')
web?.addEventListener('load', () => {
  for (const link of web.contentDocument?.links ?? []) {
    if (link.pathname === base) link.target = '_parent'
    if (link.pathname === '/demo/outside') link.target = '_blank'
  }
})

/** Shows what is there by now, unless somebody is writing. */
function reloadWeb() {
  const { activeElement, location: at } = web?.contentDocument ?? {}
  if (at?.origin !== location.origin || activeElement?.matches('input, textarea')) return
  at.replace(at.href)
}

// The demo's first page shows one person's chat beside the desk.
function selectNamed() {
  const wanted = Number(location.hash.slice('#chat-'.length))
  if (chats.has(wanted) && wanted !== selected) select(wanted)
}
addEventListener('hashchange', selectNamed)

/** A link into the chat, as t.me has them: somebody who has not begun yet presses START with what it carries. */
async function startFromLink() {
  const payload = new URLSearchParams(location.search).get('start')
  if (payload === null) return
  history.replaceState(null, '', location.pathname)
  const newcomer = [...chats.values()].find(({ started, blocked }) => !started && !blocked)
  select(newcomer?.chatId ?? (await post('/people')).chatId)
  await act({ act: 'text', text: `/start ${payload}`.trim() })
}

setInterval(showClock, 1000)
for (const button of document.querySelectorAll('[data-hours]')) {
  button.addEventListener('click', () => post('/clock', { hours: Number(button.dataset.hours) }))
}
document.getElementById('add-person').addEventListener('click', async () => {
  const { chatId } = await post('/people')
  select(chatId)
})

new EventSource(`${base}/events`).addEventListener('message', ({ data }) => {
  const event = JSON.parse(data)
  onEvent[event.kind]?.(event)
  tellAround(event)
})

/** The demo's first page hears of it from here: a browser keeps six streams open to one place, and no more. */
function tellAround(event) {
  if (parent !== window) parent.postMessage({ simulator: event }, location.origin)
}
