// Everything that is not a text: places, documents, voice, photos, and the files behind them.
import * as z from 'zod'
import { badRequest } from '../api-error.ts'
import { fileFields } from '../files.ts'
import { formatted } from '../formatted-text.ts'
import { method } from '../method.ts'
import { chatId, decimal, entities, flag, inputFile, integer } from '../schema.ts'
import type { Content } from '../wire.ts'
import { post, sendParams } from './sending.ts'

const ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]

const place = {
  latitude: decimal.refine((degrees) => Math.abs(degrees) <= 90, 'wrong latitude specified'),
  longitude: decimal.refine((degrees) => Math.abs(degrees) <= 180, 'wrong longitude specified'),
}

const caption = {
  caption: z.string().optional(),
  parse_mode: z.string().optional(),
  caption_entities: entities.optional(),
}

const filled = (name: string) => z.string().min(1, { error: `${name} must be non-empty` })

export const mediaMethods = {
  sendLocation: method(
    z.strictObject({
      ...sendParams,
      ...place,
      horizontal_accuracy: decimal.optional(),
      live_period: integer.optional(),
      heading: integer.optional(),
      proximity_alert_radius: integer.optional(),
    }),
    (world, params) => {
      const { latitude, longitude } = params
      return post(world, params, { location: { latitude, longitude } })
    },
  ),

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
      const file = world.files.take('documents', params.document)
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
      const file = world.files.take('voice', params.voice)
      const duration = params.duration ?? 0
      return post(world, params, {
        voice: { ...fileFields(file), duration, mime_type: file.type },
        ...captioned,
      })
    },
  ),

  sendPhoto: method(
    z.strictObject({
      ...sendParams,
      ...caption,
      photo: inputFile,
      show_caption_above_media: flag.optional(),
      has_spoiler: flag.optional(),
    }),
    (world, params) => {
      world.chats.reachable(params.chat_id)
      const captioned = captionOf(params)
      const file = world.files.take('photos', params.photo)
      // The picture is not measured: nothing here depends on its size.
      return post(world, params, {
        photo: [{ ...fileFields(file), width: 320, height: 320 }],
        ...captioned,
      })
    },
  ),

  sendChatAction: method(
    z.strictObject({
      business_connection_id: z.string().optional(),
      chat_id: chatId,
      message_thread_id: integer.optional(),
      action: z
        .string()
        .refine((action) => ACTIONS.includes(action), 'wrong parameter action in request'),
    }),
    (world, { chat_id }) => {
      world.chats.reachable(chat_id)
      world.emit({ kind: 'typing', chatId: chat_id })
      return true
    },
  ),

  getFile: method(z.strictObject({ file_id: z.string() }), (world, { file_id }) => {
    const file = world.files.get(file_id)
    if (!file) throw badRequest('invalid file_id specified')
    return { ...fileFields(file), file_path: file.path }
  }),
}

function captionOf(params: z.output<z.ZodObject<typeof caption>>): Content {
  if (params.caption === undefined || params.caption === '') return {}
  const { text, entities } = formatted('caption', {
    text: params.caption,
    parseMode: params.parse_mode,
    entities: params.caption_entities,
  })
  return { caption: text, caption_entities: entities }
}
