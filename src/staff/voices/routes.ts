// Voices: what is recorded and by whom, for volunteers and those who coordinate.

import * as z from 'zod'
import { cleanText } from '../../domain/people/typed-text.ts'
import { LOUDNESSES } from '../../domain/spoken/recording.ts'
import { nextToRecord } from '../../domain/spoken/studio.ts'
import { currentCity } from '../../flows/city.ts'
import {
  addSpeaker,
  recordClip,
  releaseClip,
  removeClip,
  removeSpeaker,
  soundOfClip,
  voiceList,
  voiceRoom,
} from '../../flows/staff/voices.ts'
import { soundAnswer } from '../../http/sound-answer.ts'
import { notFound, refuse, show } from '../frame/answers.ts'
import { actorOf, type StaffContext } from '../frame/context.ts'
import { fileIn } from '../frame/file.ts'
import { drawnId, text } from '../frame/form.ts'
import { type Feature, get, post } from '../frame/route.ts'
import { clipPage, keyOfNotKept, mayRecord, whyNotKept } from './clip-page.ts'
import { listenPage } from './listen-page.ts'
import { chapterPage, voicePage, voicesPage } from './page.ts'
import { ownHtml, readerWords } from './reader-words.ts'
import { script } from './script-routes.ts'
import { sharing } from './share-routes.ts'
import { consentText, speakerPage } from './speaker-page.ts'

const at = (voice: string, more = '') => `/staff/voices/${voice}${more}`
const clipAt = (voice: string, key: string, speaker: string) =>
  at(voice, `/clip?${new URLSearchParams({ key, speaker })}`)

// What a telephone's recorder makes of a minute, so that it is refused with words.
const LARGEST_UPLOAD = 12_000_000

const NOT_RELEASED = {
  gone: 'clipGone',
  own: 'clipOwn',
  stale: 'clipStale',
  computer: 'clipComputer',
} as const

const roomOf = (context: StaffContext & { params: { voice: string } }) =>
  voiceRoom(context.deps, context.params.voice)

export const voices: Feature = {
  link: { href: '/staff/voices', word: 'navVoices', action: 'record-voices' },
  routes: [
    ...script,
    get({
      path: '/voices',
      who: 'record-voices',
      handle: async (context) => {
        const all = await voiceList(context.deps)
        return show(context, context.frame.words.navVoices, voicesPage(context.frame, all))
      },
    }),
    get({
      path: '/voices/:voice',
      who: 'record-voices',
      handle: async (context) => {
        const room = await roomOf(context)
        if (!room) return notFound(context)
        const page = voicePage(context.frame, context.staff, room)
        return show(context, context.frame.words.navVoices, page)
      },
    }),
    get({
      path: '/voices/:voice/chapters/:chapter',
      who: 'record-voices',
      handle: async (context) => {
        const room = await roomOf(context)
        const chapter = room?.chapters.find(({ key }) => key === context.params.chapter)
        if (!room || !chapter) return notFound(context)
        const page = chapterPage(context.frame, room, chapter)
        return show(context, context.frame.words.navVoices, page)
      },
    }),
    get({
      path: '/voices/:voice/speaker',
      who: 'record-voices',
      handle: async (context) => {
        const room = await roomOf(context)
        if (!room) return notFound(context)
        const page = speakerPage(context.frame, room, {
          id: context.deps.newId(),
          say: readerWords(context, room.voice),
        })
        return show(context, context.frame.words.speakerNew, page)
      },
    }),
    post({
      path: '/voices/:voice/speaker',
      who: 'record-voices',
      stands: ({ voice = '' }) => `/voices/${voice}/speaker`,
      form: z.object({
        id: drawnId,
        name: z
          .string()
          .transform((typed) => cleanText(typed))
          .pipe(z.string().min(1).max(100)),
        agreed: z.literal('yes'),
      }),
      handle: async (context) => {
        const { c, deps, form, params } = context
        const say = readerWords(context, params.voice)
        const wish = { ...form, voice: params.voice, consentText: consentText(say) }
        const added = await addSpeaker(deps, actorOf(context), wish)
        if (!added) return notFound(context)
        return c.redirect(at(params.voice, `/clip?speaker=${form.id}`), 303)
      },
      refused: ({ form: _, ...context }, faults) =>
        refuse(context, context.frame.words.speakerMisread, { status: 400, faults }),
    }),
    get({
      path: '/voices/:voice/clip',
      who: 'record-voices',
      query: z.object({ key: text, speaker: text, before: text }),
      handle: async (context) => {
        const { c, deps, frame, params, query } = context
        const room = await roomOf(context)
        if (!room) return notFound(context)
        if (query.key === '' && !room.speakers.some(mayRecord)) {
          return c.redirect(at(params.voice, '/speaker'), 303)
        }
        const clip = query.key
          ? room.book.clips.get(query.key)
          : nextToRecord(room.chapters, query.before || null)
        if (!clip) return query.key ? notFound(context) : c.redirect(at(params.voice), 303)
        const german = deps.i18n.books((await currentCity(deps)).profile)('de')
        const say = readerWords(context, room.voice)
        const page = clipPage(frame, { ...room, ...query, clip, german, say })
        return show(context, frame.words.navVoices, page)
      },
    }),
    post({
      path: '/voices/:voice/clip',
      who: 'record-voices',
      most: LARGEST_UPLOAD,
      form: z.object({
        key: text,
        speaker: text,
        loudness: z.enum(LOUDNESSES).catch('unmeasured'),
      }),
      handle: async (context) => {
        const { c, deps, form, frame, params } = context
        const file = await fileIn(c, 'sound')
        const kept = await recordClip(deps, actorOf(context), { ...form, ...params, file })
        if (!kept) return notFound(context)
        if ('not' in kept) {
          const own = keyOfNotKept(kept.not)
          const more = own ? { more: ownHtml(readerWords(context, params.voice)(own)) } : {}
          return refuse(context, whyNotKept(frame.words, kept.not), { status: 400, ...more })
        }
        const { key, speaker } = form
        const next = `/clip?${new URLSearchParams({ speaker, before: key })}`
        return c.redirect(at(params.voice, next), 303)
      },
    }),
    get({
      path: '/voices/:voice/listen',
      who: 'record-voices',
      handle: async (context) => {
        const room = await roomOf(context)
        if (!room) return notFound(context)
        const page = listenPage(context.frame, room, context.staff.id)
        return show(context, context.frame.words.listenTitle, page)
      },
    }),
    get({
      path: '/recordings/:id/sound',
      who: 'record-voices',
      handle: async (context) => {
        const frames = await soundOfClip(context.deps, context.params.id)
        return frames ? soundAnswer(context.c, frames, 'private, no-store') : notFound(context)
      },
    }),
    post({
      path: '/recordings/:id/release',
      who: 'record-voices',
      handle: async (context) => {
        const { c, deps, frame, params } = context
        const released = await releaseClip(deps, actorOf(context), params.id)
        if ('not' in released) return refuse(context, frame.words[NOT_RELEASED[released.not]])
        return c.redirect(at(released.recording.voice, '/listen'), 303)
      },
    }),
    post({
      path: '/recordings/:id/remove',
      who: 'record-voices',
      handle: async (context) => {
        const { c, deps, params } = context
        const gone = await removeClip(deps, actorOf(context), params.id)
        return gone ? c.redirect(clipAt(gone.voice, gone.key, ''), 303) : notFound(context)
      },
    }),
    post({
      path: '/speakers/:id/remove',
      who: 'record-voices',
      handle: async (context) => {
        const { c, deps, params } = context
        const gone = await removeSpeaker(deps, actorOf(context), params.id)
        return gone ? c.redirect(at(gone.voice), 303) : notFound(context)
      },
    }),
    ...sharing,
  ],
}
