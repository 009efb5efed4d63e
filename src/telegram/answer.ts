// One Telegram update from arrival to answer, with the only place where its faults are met.

import type { Api } from 'grammy'
import type { Update as TelegramUpdate } from 'grammy/types'
import type { Deps } from '../deps.ts'
import { linkedSentence } from '../domain/people/notices.ts'
import { createGate } from '../flows/conversation/gate.ts'
import type { InTurn } from '../flows/conversation/in-turn.ts'
import { type Incoming, inputNameOf } from '../flows/conversation/step.ts'
import { InOtherHands, takeStep } from '../flows/conversation/take-step.ts'
import { followGroup, isGroupCode, isStaffGroup, linkGroup } from '../flows/staff/notices.ts'
import { faultFields } from '../log.ts'
import { type Origin, type Read, readUpdate } from './read-update.ts'
import { escapeHtml } from './render.ts'
import { isPassing, isUnreachable, sendReply } from './send.ts'

type Step = Extract<Read, { kind: 'step' }>
type Group = Extract<Read, { kind: 'group' }>

const REMEMBERED_LANGUAGES = 10_000

/**
 * Answers updates; those of one chat one after the other. The returned function throws only when the
 * update should be delivered again: until its reply has gone out, it does not count as answered.
 */
export function createAnswerer(
  deps: Deps,
  api: Api,
  username: () => Promise<string>,
  inTurn: InTurn,
) {
  // Only so that a fault can be told in the person's language; never stored.
  const languages = new Map<string, string>()
  const told = new Set<number>()
  const failed = new Set<number>()
  const gate = createGate(deps.clock.now)

  async function step(update: TelegramUpdate, read: Step): Promise<void> {
    const { chat, input, from } = read
    const { update_id: id } = update
    const incoming: Incoming = {
      id: String(id),
      address: { channel: 'telegram', id: chat },
      input,
      ...(read.source ? { source: read.source } : {}),
    }
    const reply = await takeStep(deps, incoming, failed.has(id))
    if (!reply) return
    remember(languages, chat, reply.language)
    const { delivery, messages } = await sendReply(deps, api, chat, reply, from)
    if (delivery === 'gone')
      await deps.store.people.setUnreachable({ channel: 'telegram', id: chat }, 'blocked')
    const { personId } = reply
    const left = personId === undefined ? undefined : { personId, messages }
    await deps.store.inputs.markAnswered(inputNameOf(incoming), deps.clock.now(), left)
  }

  async function tellFault(update: TelegramUpdate, read: Read, faultId: string): Promise<void> {
    if (read.kind !== 'step' || told.has(update.update_id)) return
    if (told.size > REMEMBERED_LANGUAGES) told.clear()
    told.add(update.update_id)
    const known = languages.get(read.chat)
    const spoken = known ? [known] : deps.i18n.languages.map(({ key }) => key)
    const text = spoken
      .map((language) =>
        deps.i18n.t(language, { key: 'notice.fault', values: { id: faultId } }, deps.clock.now()),
      )
      .map(escapeHtml)
      .join('\n')
    const { pressed }: Origin = read.from
    await Promise.allSettled([
      api.sendMessage(Number(read.chat), text, { parse_mode: 'HTML' }),
      ...(pressed ? [api.answerCallbackQuery(pressed.id)] : []),
    ])
  }

  /** Whether the chat sends too fast, and was told so where it had not been yet. */
  async function isTooFast(read: Read): Promise<boolean> {
    if (read.kind === 'nothing') return false
    const verdict = gate.admit(read.chat)
    if (verdict === 'go') return false
    if (read.kind !== 'step') return true
    const known = languages.get(read.chat)
    const spoken = known ? [known] : deps.i18n.languages.map(({ key }) => key)
    const words = spoken.map((language) =>
      deps.i18n.t(language, { key: 'refusal.too-many-messages' }, deps.clock.now()),
    )
    const { pressed } = read.from
    await Promise.allSettled([
      verdict === 'tell' ? api.sendMessage(Number(read.chat), words.join('\n')) : undefined,
      pressed ? api.answerCallbackQuery(pressed.id) : undefined,
    ])
    return true
  }

  const handle = (update: TelegramUpdate) => gate.within(() => handleOne(update))

  async function handleOne(update: TelegramUpdate): Promise<void> {
    const read = readUpdate(update)
    if (await isTooFast(read)) return
    try {
      if (read.kind === 'step') await inTurn(read.chat, () => step(update, read))
      if (read.kind === 'membership') {
        const address = { channel: 'telegram', id: read.chat } as const
        await deps.store.people.setUnreachable(address, read.reachable ? null : 'blocked')
      }
      if (read.kind === 'group') await answerGroup(read)
    } catch (fault) {
      if (isUnreachable(fault)) return
      if (fault instanceof InOtherHands) throw fault
      if (failed.size > REMEMBERED_LANGUAGES) failed.clear()
      failed.add(update.update_id)
      const faultId = deps.newId().slice(0, 8)
      deps.log.error('update failed', { faultId, kind: read.kind, ...faultFields(fault) })
      // Telegram itself is down: it will deliver the update again, and could not be told anyway.
      if (!isPassing(fault)) await tellFault(update, read, faultId)
      throw fault
    }
  }

  /** A group is linked by a code and hears of nothing else; a group of staff is never talked into. */
  async function answerGroup({ chat, addressed, code, movedTo }: Group): Promise<void> {
    if (movedTo) return await followGroup(deps, chat, movedTo)
    if (code && isGroupCode(code)) {
      const centre = await linkGroup(deps, code, chat)
      if (centre) await api.sendMessage(Number(chat), linkedSentence(centre))
    } else if (addressed && !(await isStaffGroup(deps, chat))) await inviteToPrivate(chat)
  }

  async function inviteToPrivate(chat: string): Promise<void> {
    const text = deps.i18n.languages
      .map(({ key }) => deps.i18n.t(key, { key: 'notice.group' }, deps.clock.now()))
      .map(escapeHtml)
      .join('\n')
    await api.sendMessage(Number(chat), `${text}\nhttps://t.me/${await username()}`, {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    })
  }

  return handle
}

function remember(languages: Map<string, string>, chat: string, language: string): void {
  languages.delete(chat)
  languages.set(chat, language)
  const oldest = languages.keys().next().value
  if (languages.size > REMEMBERED_LANGUAGES && oldest !== undefined) languages.delete(oldest)
}
