// A voice as a file, out and in, for those who coordinate.

import { exportVoice, importVoice } from '../../flows/staff/share-voice.ts'
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf } from '../frame/context.ts'
import { fileIn } from '../frame/file.ts'
import { get, post, type StaffRoute } from '../frame/route.ts'
import { takenPage } from './share-page.ts'

// A whole language is some 13 MB in base64; a Worker has 128 MB to read it in.
const LARGEST_VOICE = 24_000_000

export const sharing: readonly StaffRoute[] = [
  get({
    path: '/voices/:voice/file',
    who: 'manage-voices',
    handle: async (context) => {
      const { c, deps, params } = context
      const file = await exportVoice(deps, actorOf(context), params.voice)
      if (file === null) return notFound(context)
      return c.body(file, 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="lotse-voice-${params.voice}.json"`,
      })
    },
  }),
  post({
    path: '/voices/:voice/file',
    who: 'manage-voices',
    most: LARGEST_VOICE,
    handle: async (context) => {
      const { c, deps, frame, params } = context
      const text = new TextDecoder().decode(await fileIn(c, 'voice'))
      const taken = await importVoice(deps, actorOf(context), params.voice, text)
      if (!taken) return notFound(context)
      if ('not' in taken) {
        const why = taken.not === 'misread' ? 'voiceMisread' : 'voiceOther'
        return refuse(context, frame.words[why], { status: 400 })
      }
      return show(context, frame.words.voiceTaken, takenPage(frame, taken))
    },
  }),
]
