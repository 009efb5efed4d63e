// A message's text with its entities as elements. Nothing of the text is ever read as HTML.
import { insideOf } from './inside.js'

const TAGS = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  pre: 'pre',
  blockquote: 'blockquote',
  spoiler: 'span',
}

// What Telegram's apps find in plain text by themselves: addresses, e-mail and telephone numbers.
const FINDINGS =
  /https?:\/\/[^\s<>\u2066-\u2069]+[^\s<>\u2066-\u2069.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\d.:/+])(?:\+|0)\d(?:[\d ()/-]{4,18})\d(?![\d.:])/g

/**
 * @param {string} text
 * @param {{ type: string, offset: number, length: number, url?: string }[]} [entities]
 * @returns {DocumentFragment}
 */
export function formattedText(text, entities = []) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
  return span(text, 0, text.length, sorted)
}

/** The part from `start` to `end`; of `entities` those that lie in it. */
function span(text, start, end, entities) {
  const fragment = document.createDocumentFragment()
  let at = start
  while (entities.length > 0) {
    const [entity] = entities
    const stop = Math.min(entity.offset + entity.length, end)
    const inner = entities.slice(1).filter((other) => other.offset < stop)
    entities = entities.slice(1 + inner.length)
    if (entity.offset < at) continue
    fragment.append(linked(text.slice(at, entity.offset)))
    fragment.append(element(entity, span(text, entity.offset, stop, inner)))
    at = stop
  }
  fragment.append(linked(text.slice(at, end)))
  return fragment
}

/** As Telegram's apps do: what is written as code is copied by a tap, and nothing in it is a link. */
function copied(text) {
  const node = document.createElement('code')
  node.textContent = text
  node.tabIndex = 0
  node.role = 'button'
  const copy = () => navigator.clipboard?.writeText(text.replace(/[\u2066-\u2069]/g, ''))
  node.addEventListener('click', copy)
  node.addEventListener('keydown', ({ key }) => key === 'Enter' && copy())
  return node
}

function element(entity, content) {
  if (entity.type === 'code') return copied(content.textContent)
  if (entity.type === 'text_link' && /^(https?|tg|mailto|tel):/.test(entity.url ?? '')) {
    return link(entity.url, content)
  }
  const node = document.createElement(TAGS[entity.type] ?? 'span')
  if (entity.type === 'spoiler') node.className = 'spoiler'
  node.append(content)
  return node
}

function linked(text) {
  const fragment = document.createDocumentFragment()
  let at = 0
  for (const match of text.matchAll(FINDINGS)) {
    const [found] = match
    fragment.append(text.slice(at, match.index), link(addressOf(found), found))
    at = match.index + found.length
  }
  fragment.append(text.slice(at))
  return fragment
}

function addressOf(found) {
  if (/^https?:/.test(found)) return found
  return found.includes('@') ? `mailto:${found}` : `tel:${found.replace(/[^\d+]/g, '')}`
}

function link(address, content) {
  const node = document.createElement('a')
  node.href = insideOf(address)
  node.target = '_blank'
  node.rel = 'noopener noreferrer'
  node.append(content)
  return node
}
