// What is not a text: places and documents.
import * as z from 'zod'
import { badRequest } from '../api-error.ts'
import { fileFields } from '../files.ts'
import { formatted } from '../formatted-text.ts'
import { method } from '../method.ts'
import { decimal, entities, flag, inputFile, integer } from '../schema.ts'
import type { Content } from '../wire.ts'
import { post, sendParams } from './sending.ts'

const place = {
  latitude: decimal.refine((degrees) => Math.abs(degrees) <= 90, 'wrong latitude specified'),
  longitude: decimal.refine((degrees) => Math.abs(degrees) <= 180, 'wrong longitude specified'),
}

const caption = {
  caption: z.string().optional(),
  parse_mode: z.string().optional(),
  caption_entities: entities.optional(),
}

// The Bot API hands out no larger ones.
const MOST_FETCHED = 20 * 1024 * 1024

const filled = (name: string) => z.string().min(1, { error: `${name} must be non-empty` })

export const mediaMethods = {
  getFile: method(z.strictObject({ file_id: z.string() }), (world, { file_id }) => {
    const file = world.files.get(file_id)
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
    if (file.bytes.length > MOST_FETCHED) throw badRequest('file is too big')
    return { ...fileFields(file), file_path: `voice/${file.id}` }
  }),

  sendVenue: method(
    z.strictObject({
      ...sendParams,
      ...place,
      title: filled('title'),
      address: filled('address'),
      foursquare_id: z.string().optional(),
      foursquare_type: z.string().optional(),
      google_place_id: z.string().optional(),
      google_place_type: z.string().optional(),
    }),
    (world, params) => {
      const { latitude, longitude, title, address } = params
      const location = { latitude, longitude }
      return post(world, params, { location, venue: { location, title, address } })
    },
  ),

  sendDocument: method(
    z.strictObject({
      ...sendParams,
      ...caption,
      document: inputFile,
      thumbnail: inputFile.optional(),
      disable_content_type_detection: flag.optional(),
    }),
    (world, params) => {
      world.chats.reachable(params.chat_id)
      const captioned = captionOf(params)
      const file = world.files.take(params.document)
      return post(world, params, {
        document: { ...fileFields(file), file_name: file.name, mime_type: file.type },
        ...captioned,
      })
    },
  ),

  sendVoice: method(
    z.strictObject({
      ...sendParams,
      ...caption,
      voice: inputFile,
      duration: integer.optional(),
    }),
    (world, params) => {
      world.chats.reachable(params.chat_id)
      const captioned = captionOf(params)
      const file = world.files.take(params.voice)
      // Telegram takes other formats, too, but shows them as music or as a file.
      const isVoice = isMp3(file.bytes) || isOgg(file.bytes)
      if (!isVoice) throw badRequest('wrong file type: the simulator plays MP3 and OGG as voice')
      return post(world, params, {
        voice: {
          ...fileFields(file),
          duration: params.duration ?? secondsOf(file.bytes),
          mime_type: file.type,
        },
        ...captioned,
      })
    },
  ),
}

const isMp3 = ([first = 0, second = 0]: Uint8Array) => first === 0xff && (second & 0xe0) === 0xe0
const isOgg = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, 4)) === 'OggS'

// 32 kbit/s, as Lotse's own are; Telegram would look into the file.
const secondsOf = ({ length }: Uint8Array) => Math.round(length / 4000)

function captionOf(params: z.output<z.ZodObject<typeof caption>>): Content {
  if (params.caption === undefined || params.caption === '') return {}
  const { text, entities } = formatted('caption', {
    text: params.caption,
    parseMode: params.parse_mode,
    entities: params.caption_entities,
  })
  return { caption: text, caption_entities: entities }
}
