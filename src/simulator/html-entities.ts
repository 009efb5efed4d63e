// parse_mode HTML as Telegram reads it: https://core.telegram.org/bots/api#html-style
import { badRequest } from './api-error.ts'
import type { Entity } from './wire.ts'

const ENTITY_OF: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

type Open = { tag: string; attributes: string; offset: number }

/**
 * Plain text and entities of a text with HTML tags.
 * @throws ApiError 400 with Telegram's words and the byte offset, when it does not parse
 */
export function parseHtml(source: string): { text: string; entities: Entity[] } {
  let text = ''
  const entities: Entity[] = []
  const open: Open[] = []
  let at = 0
  while (at < source.length) {
    const character = source.charAt(at)
    if (character === '&') {
      const match = /^&(?:(lt|gt|amp|quot)|#(\d+)|#x([0-9a-f]+));/i.exec(source.slice(at, at + 12))
      text += match ? decoded(match) : '&'
      at += match ? match[0].length : 1
      continue
    }
    if (character !== '<') {
      text += character
      at += 1
      continue
    }
    const end = source.indexOf('>', at)
    if (end < 0) throw unparsable('Unclosed start tag', source, at)
    const tag = source.slice(at + 1, end)
    if (tag.startsWith('/')) {
      const entity = close(open.pop(), tag.slice(1).trim().toLowerCase(), text.length, source, at)
      if (entity) entities.push(entity)
    } else {
      open.push(opened(tag, text.length, source, at))
    }
    at = end + 1
  }
  const unclosed = open.at(-1)
  if (unclosed) {
    throw badRequest(
      `can't parse entities: Can't find end tag corresponding to start tag "${unclosed.tag}"`,
    )
  }
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) }
}

function unparsable(what: string, source: string, at: number, more = '') {
  const offset = new TextEncoder().encode(source.slice(0, at)).length
  return badRequest(`can't parse entities: ${what} at byte offset ${offset}${more}`)
}

function decoded(match: RegExpExecArray) {
  const [whole, name, decimal, hex] = match
  if (name) return NAMED[name.toLowerCase()] ?? whole
  const point = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
}

function opened(source: string, offset: number, all: string, at: number): Open {
  const tag = (/^[^\s/>]*/.exec(source)?.[0] ?? '').toLowerCase()
  const attributes = source.slice(tag.length)
  if (!Object.hasOwn(ENTITY_OF, tag)) {
    throw unparsable(`Unsupported start tag "${tag}"`, all, at)
  }
  if (tag === 'span' && !/class\s*=\s*["']?tg-spoiler/.test(attributes)) {
    throw unparsable('Tag "span" must have class "tg-spoiler"', all, at)
  }
  return { tag, attributes, offset }
}

function close(open: Open | undefined, name: string, end: number, all: string, at: number) {
  if (!open) throw unparsable('Unexpected end tag', all, at)
  if (name && name !== open.tag) {
    const more = `, expected "</${open.tag}>", found "</${name}>"`
    throw unparsable('Unmatched end tag', all, at, more)
  }
  const entity: Entity = {
    type: ENTITY_OF[open.tag] ?? open.tag,
    offset: open.offset,
    length: end - open.offset,
  }
  if (entity.length === 0) return null
  if (open.tag === 'a') {
    entity.url = /href\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/i
      .exec(open.attributes)
      ?.slice(1)
      .join('')
    // Telegram drops a link that leads nowhere and keeps its text.
    if (!entity.url) return null
  }
  return entity
}
