// One message as it stands in the chat: its bubble, what hangs in it, and the keyboard below.
import { formattedText } from './formatted-text.js'
import { insideOf } from './inside.js'

const TIME = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
})

/**
 * @param {object} message as the Bot API knows it
 * @param {{ base: string, isBot: boolean, onButton: (button: object, node: HTMLButtonElement) => void }} view
 * @returns {HTMLElement}
 */
export function bubble(message, { base, isBot, onButton }) {
  const row = make('article', `message ${isBot ? 'in' : 'out'}`)
  row.dataset.messageId = String(message.message_id)
  const body = make('div', message.sticker ? 'bubble bare' : 'bubble')
  body.append(...attachments(message, base))
  const words = message.text ?? message.caption
  if (words !== undefined) {
    const text = make('div', 'text')
    text.append(formattedText(words, message.entities ?? message.caption_entities))
    body.append(text)
  }
  body.append(stamp(message))
  row.append(body)
  const rows = message.reply_markup?.inline_keyboard ?? []
  if (rows.length > 0) row.append(keyboard(rows, onButton))
  return row
}

function stamp({ date, edit_date }) {
  const time = make('time', 'stamp', `${edit_date ? '✎ ' : ''}${TIME.format(date * 1000)}`)
  time.dateTime = new Date(date * 1000).toISOString()
  return time
}

/** Rows run from left to right whatever the language, as Telegram draws them. */
function keyboard(rows, onButton) {
  const node = make('div', 'keyboard')
  for (const buttons of rows) {
    const row = make('div', 'keys')
    for (const button of buttons) row.append(key(button, onButton))
    node.append(row)
  }
  return node
}

function key(button, onButton) {
  const address = button.url ?? button.web_app?.url
  const node = address ? make('a', 'key') : make('button', 'key')
  if (address) {
    node.href = insideOf(/^\w+:/.test(address) ? address : `https://${address}`)
    node.target = '_blank'
    node.rel = 'noopener noreferrer'
  } else {
    node.type = 'button'
    node.addEventListener('click', () => onButton(button, node))
  }
  if (button.style) node.classList.add(button.style)
  if (button.callback_data !== undefined) node.dataset.data = button.callback_data
  const label = make('span', 'label', button.text)
  node.append(label)
  const sign = button.copy_text ? '⧉' : address ? '↗' : ''
  if (sign) {
    const mark = make('span', 'sign', sign)
    mark.ariaHidden = 'true'
    node.append(mark)
  }
  return node
}

function attachments(message, base) {
  const { document: file, voice, photo, sticker, venue, contact, location } = message
  const address = (id) => `${base}/files/${id}`
  if (file) return [documentCard(file, address(file.file_id))]
  if (venue) return [placeCard(venue.location, venue.title, venue.address)]
  if (contact) return [contactCard(contact)]
  if (location) return [placeCard(location, 'Location', '')]
  if (sticker) return [make('span', 'sticker', sticker.emoji)]
  if (voice) {
    const player = make('audio', 'voice')
    player.controls = true
    player.preload = 'none'
    player.src = address(voice.file_id)
    return [player]
  }
  if (photo) {
    const picture = make('img', 'photo')
    picture.src = address(photo.at(-1).file_id)
    picture.alt = 'Photo'
    return [picture]
  }
  return []
}

function documentCard({ file_name, file_size }, address) {
  const card = make('a', 'card')
  card.href = address
  card.download = file_name
  const kilobytes = Math.max(1, Math.round((file_size ?? 0) / 1024))
  card.append(icon('📄'), caption(file_name, `${kilobytes} kB`))
  return card
}

function placeCard({ latitude, longitude }, title, address) {
  const card = make('a', 'card')
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`
  card.href = insideOf(map)
  card.target = '_blank'
  card.rel = 'noopener noreferrer'
  card.append(icon('📍'), caption(title, address))
  return card
}

function contactCard({ phone_number, first_name }) {
  const card = make('div', 'card')
  card.append(icon('👤'), caption(first_name, `+${phone_number}`))
  return card
}

function icon(sign) {
  const node = make('span', 'icon', sign)
  node.ariaHidden = 'true'
  return node
}

function caption(title, detail) {
  const node = make('span', 'caption')
  node.append(make('strong', '', title), make('small', '', detail))
  return node
}

/** @returns {any} */
function make(tag, className = '', text = '') {
  const node = document.createElement(tag)
  if (className) node.className = className
  if (text) node.textContent = text
  return node
}
