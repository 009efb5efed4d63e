// The people a visitor can be, one tab each, with what came in meanwhile.

import { bringIntoSight } from './in-sight.js'

const list = document.getElementById('people')
const COLOURS = 6

/**
 * @param {Map<number, object>} chats
 * @param {number} selected
 * @param {(chatId: number) => void} onSelect
 */
export function drawPeople(chats, selected, onSelect) {
  const focused = document.activeElement?.closest('#people button')?.dataset.chatId
  list.replaceChildren(
    ...[...chats.values()].map((chat, index) => {
      const item = document.createElement('li')
      item.append(tab(chat, index, chat.chatId === selected, onSelect))
      return item
    }),
  )
  const current = list.querySelector('[aria-current]')
  if (current) bringIntoSight(list.parentElement, current)
  if (focused) list.querySelector(`[data-chat-id="${focused}"]`)?.focus()
}

function tab(chat, index, isSelected, onSelect) {
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset.chatId = String(chat.chatId)
  if (isSelected) button.setAttribute('aria-current', 'true')
  button.addEventListener('click', () => onSelect(chat.chatId))
  const name = part('strong', 'name', chat.name)
  const preview = part('span', 'preview', chat.blocked ? '🚫' : previewOf(chat))
  button.append(avatar(chat.name, index), name, preview)
  if (chat.unread > 0) {
    const badge = part('span', 'badge', String(chat.unread))
    badge.setAttribute('aria-label', `${chat.unread} new`)
    badge.setAttribute('role', 'img')
    button.append(badge)
  }
  return button
}

function avatar(name, index) {
  const node = part('span', `avatar colour-${index % COLOURS}`, name.charAt(0))
  node.ariaHidden = 'true'
  return node
}

function previewOf(chat) {
  const last = [...chat.messages.values()].at(-1)
  if (!last) return ''
  const thing = last.document ? '📄' : last.photo ? '📷' : last.voice ? '🎤' : ''
  return (last.text ?? last.caption ?? last.sticker?.emoji ?? (thing || '📍')).slice(0, 80)
}

function part(tag, className, text) {
  const node = document.createElement(tag)
  node.className = className
  node.textContent = text
  return node
}
