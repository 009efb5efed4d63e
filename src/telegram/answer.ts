// One Telegram update from arrival to answer: to the conversation, or to a group of staff.

import type { Update } from 'grammy/types'
import type { Api } from 'grammy/web'
import type { Deps } from '../deps.ts'
import type { Address } from '../domain/people/address.ts'
import { type GroupPlace, linkedSentence } from '../domain/people/notices.ts'
import { cityLately } from '../flows/city.ts'
import type { Conversation, Door } from '../flows/conversation/conversation.ts'
import { followGroup, isGroupCode, isStaffGroup, linkGroup } from '../flows/staff/notices.ts'
import type { FetchFile } from './fetch-file.ts'
import { correct } from './messenger.ts'
import { type Origin, type Read, readUpdate } from './read-update.ts'
import { escapeHtml, render } from './render.ts'
import { allSettled, isPassing, isUnreachable, remove, sendReply } from './send.ts'
import { malformedAt } from './update-form.ts'

type Group = Extract<Read, { kind: 'group' }>

/** Answers updates. The returned function throws only when Telegram should deliver the update again. */
export function createAnswerer(
  deps: Deps,
  conversation: Conversation,
  api: Api,
  username: () => Promise<string>,
  fetchFile: FetchFile,
) {
  const doorOf = (chat: string, from: Origin): Door => ({
    show: (reply) => sendReply(deps, api, chat, reply, from),
    say: async (sentences) => {
      const { pressed } = from
      await Promise.allSettled([
        sentences.length > 0 ? api.sendMessage(Number(chat), sentences.join('\n')) : undefined,
        pressed ? api.answerCallbackQuery(pressed.id) : undefined,
      ])
    },
    correct: async (id, message, language, screen) =>
      await correct(api, id, message, render(deps.i18n, screen, language, deps.clock.now())),
    isDown: isPassing,
  })

  async function answer(update: Update): Promise<void> {
    const malformed = malformedAt(update)
    if (malformed !== null) return deps.log.warn('malformed update', { path: malformed })
    const read = readUpdate(update)
    if (read.kind === 'nothing') return
    const address: Address = { channel: 'telegram', id: read.chat }
    if (read.kind === 'membership') return await conversation.noteReach(address, read.reachable)
    if (read.kind === 'group') {
      return await conversation.beside(address, 'group', () => answerGroup(read))
    }
    const { kind: _, chat, from, file, ...said } = read
    const voice = file === undefined ? {} : { voice: () => fetchFile(file) }
    const incoming = { ...said, ...voice, id: String(update.update_id), address }
    const { unwanted } = from
    await allSettled([
      conversation.take(incoming, doorOf(chat, from)),
      // Whether or not it is answered: of an album only one photo is, and all of them go.
      ...(unwanted === undefined ? [] : [remove(api, Number(chat), unwanted)]),
    ])
  }

  /** A group is linked by a code and hears of nothing else; a group of staff is never talked into. */
  async function answerGroup({ chat, topic, addressed, code, movedTo }: Group): Promise<void> {
    if (movedTo) return await followGroup(deps, chat, movedTo)
    if (code && isGroupCode(code)) {
      const place = topic === undefined ? { chat } : { chat, topic }
      const centre = await linkGroup(deps, code, place)
      if (centre) await tell(place, linkedSentence(centre))
    } else if (addressed && !(await isStaffGroup(deps, chat))) {
      await tell(topic === undefined ? { chat } : { chat, topic }, await inviteToPrivate())
    }
  }

  async function tell({ chat, topic }: GroupPlace, html: string): Promise<void> {
    try {
      await api.sendMessage(Number(chat), html, {
        parse_mode: 'HTML',
        ...(topic === undefined ? {} : { message_thread_id: topic }),
        link_preview_options: { is_disabled: true },
      })
    } catch (fault) {
      // The group put the bot out in this very moment.
      if (!isUnreachable(fault)) throw fault
    }
  }

  async function inviteToPrivate(): Promise<string> {
    const words = deps.i18n.languages
      .map(({ key }) => deps.i18n.t(key, { key: 'notice.group' }, deps.clock.now()))
      .map(escapeHtml)
      .join('\n')
    // What needs no chat: nothing of it is about whoever asked.
    const { profile } = await cityLately(deps)
    const danger = profile.numbers.filter(({ confirmed }) => confirmed).slice(0, 2)
    const centres = profile.centres.flatMap(({ name, phones: [phone] }) =>
      phone === undefined ? [] : [`☎️ ${name}: ${phone}`],
    )
    const numbers = [`🆘 ${danger.map(({ number }) => number).join(', ')}`, ...centres]
    return `${words}\nhttps://t.me/${await username()}\n\n${numbers.map(escapeHtml).join('\n')}`
  }

  return answer
}
