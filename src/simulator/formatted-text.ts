// What becomes of a text on its way into a message: parsed, measured, refused.
import { badRequest } from './api-error.ts'
import { parseHtml } from './html-entities.ts'
import type { Entity } from './wire.ts'

const LIMITS = { text: 4096, caption: 1024 }

type Source = {
  text: string
  parseMode?: string | undefined
  entities?: Entity[] | undefined
}

/**
 * The text and entities Telegram would store. Lengths count UTF-16 units.
 * Of the parse modes only HTML is spoken here; another one is refused rather than shown raw.
 * @throws ApiError 400 for an empty or too long text, broken HTML, entities out of bounds
 */
export function formatted(kind: 'text' | 'caption', source: Source) {
  const mode = source.parseMode?.toLowerCase() ?? ''
  if (mode !== '' && mode !== 'html') throw badRequest('unsupported parse_mode')
  const parsed =
    mode === 'html'
      ? parseHtml(source.text)
      : { text: source.text, entities: source.entities ?? [] }
  const text = parsed.text.trimEnd()
  if (kind === 'text' && parsed.text === '') throw badRequest('message text is empty')
  if (kind === 'text' && text.trim() === '') throw badRequest('text must be non-empty')
  if (text.length > LIMITS[kind]) {
    throw badRequest(kind === 'text' ? 'message is too long' : 'message caption is too long')
  }
  for (const entity of parsed.entities) refuseOutside(entity, parsed.text.length)
  const entities = parsed.entities
    .map((entity) => ({ ...entity, length: Math.min(entity.length, text.length - entity.offset) }))
    .filter((entity) => entity.length > 0)
  return { text, entities: entities.length > 0 ? entities : undefined }
}

function refuseOutside({ type, offset, length }: Entity, total: number) {
  if (offset >= 0 && length > 0 && offset + length <= total) return
  throw badRequest(
    `entity of type ${type} at offset ${offset} with length ${length} is outside of the text`,
  )
}
