// The kinds of parameters Bot API methods share, and Telegram's words for a wrong one.
import * as z from 'zod'
import { badRequest } from './api-error.ts'

/** A file sent along in a multipart body. */
export type Upload = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }

// Telegram turns every parameter into text and reads it back, so "5" is as good as 5.
export const integer = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value),
  z.int(),
)
export const decimal = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
  z.number(),
)
export const flag = z.preprocess((value) => {
  if (typeof value !== 'string') return value
  if (/^(true|yes|1)$/i.test(value)) return true
  return /^(false|no|0|)$/i.test(value) ? false : value
}, z.boolean())

/** A chat by number; "@name" is understood and never found. */
export const chatId = z.preprocess(
  (value) => (typeof value === 'string' && /^@\w+$/.test(value) ? 0 : value),
  integer,
)

const upload = z.custom<Upload>(
  (value) => typeof value === 'object' && value !== null && 'bytes' in value,
)
export const inputFile = z.unknown().transform((value, context): string | Upload => {
  if (typeof value === 'string' && value !== '') return value
  const file = upload.safeParse(value)
  if (file.success) return file.data
  context.addIssue({ code: 'invalid_type', expected: 'file', input: value })
  return z.NEVER
})

/** A structure that may also arrive as JSON text. */
export function structure<T extends z.ZodType>(schema: T) {
  return z.preprocess((value, context) => {
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value)
    } catch {
      context.addIssue({ code: 'custom', message: "can't parse JSON object", input: value })
      return z.NEVER
    }
  }, schema)
}

export const entities = structure(
  z.array(
    z.strictObject({
      type: z.string(),
      offset: integer,
      length: integer,
      url: z.string().optional(),
      language: z.string().optional(),
      user: z.unknown().optional(),
      custom_emoji_id: z.string().optional(),
      unix_time: integer.optional(),
      date_time_format: z.string().optional(),
    }),
  ),
)

const MISSING: Record<string, string> = {
  callback_query_id: 'query is too old and response timeout expired or query ID is invalid',
  chat_id: 'chat_id is empty',
  document: 'there is no document in the request',
  latitude: 'latitude is empty',
  longitude: 'longitude is empty',
  message_id: 'message identifier is not specified',
  text: 'message text is empty',
  voice: 'there is no voice in the request',
}

const TYPE_NAMES: Record<string, string> = {
  array: 'Array',
  boolean: 'Boolean',
  file: 'InputFile',
  int: 'Integer',
  number: 'Integer',
  object: 'Object',
  string: 'String',
}

/**
 * Reads parameters by their schema.
 * A parameter Telegram does not have is refused too: Telegram would ignore it, and the slip with it.
 * @throws ApiError 400 that names the first wrong field
 */
export function read<T extends z.ZodType>(schema: T, params: Record<string, unknown>): z.output<T> {
  const result = schema.safeParse(params)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw badRequest(issue ? wordsFor(issue, params) : 'wrong parameters')
}

/** Telegram's words for one thing zod found wrong in `input`. */
export function wordsFor(issue: z.core.$ZodIssue, input: unknown, prefix = ''): string {
  if (issue.code === 'custom') return issue.message
  const [first] = issue.path
  const name = String(issue.path.at(-1) ?? '')
  if (issue.code === 'unrecognized_keys') {
    return `${prefix}unknown field "${[...issue.path, issue.keys[0]].join('.')}"`
  }
  if (issue.code === 'invalid_type') {
    if (valueAt(input, issue.path) !== undefined) {
      return `${prefix}Field "${name}" must be of type ${TYPE_NAMES[issue.expected] ?? issue.expected}`
    }
    if (prefix === '' && issue.path.length === 1) {
      return MISSING[String(first)] ?? `parameter "${name}" is required`
    }
    return `${prefix || `can't parse ${String(first)}: `}Can't find field "${name}"`
  }
  return `${prefix}Field "${name}" is invalid`
}

function valueAt(input: unknown, path: PropertyKey[]) {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}
