// Staff say where their centre hears of new requests; a group is linked by a code typed in it.

import type { Deps } from '../../deps.ts'
import {
  CODE_LASTS,
  type GroupPlace,
  groupPlace,
  type NoticeKind,
  type NoticeTarget,
  placeText,
  readMailbox,
} from '../../domain/people/notices.ts'
import { reachOf } from '../../domain/people/rights.ts'
import { centreOf } from '../../domain/profile/profile.ts'
import { botName } from '../bot-name.ts'
import { currentCity } from '../city.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { isGroupTold } from '../outbox/notice-messages.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'

const CODE = /^link_[0-9a-f]{24}$/

/** Whether a word typed after a command is a code for a group, good or not. */
export const isGroupCode = (word: string) => CODE.test(word)

/** Where a centre hears of new requests; `null` where it does not. */
export type CentreNotices = {
  id: string
  name: string
  group: NoticeTarget | null
  mail: NoticeTarget | null
}

/** The centres whose notices the actor may change. */
export async function noticesOf(deps: Deps, actor: Actor): Promise<CentreNotices[]> {
  const { profile } = await currentCity(deps)
  const everywhere = reachOf(actor.role, 'edit-notices') === 'city'
  const targets = await deps.store.notices.list()
  return profile.centres
    .filter(({ id }) => everywhere || actor.centres.includes(id))
    .map(({ id, name }) => {
      const of = (kind: NoticeKind) =>
        targets.find((target) => target.centre === id && target.kind === kind) ?? null
      return { id, name, group: of('group'), mail: of('mail') }
    })
}

/**
 * A code that links a group to the centre once, within the hour, and what the bot is called, where that
 * is known; `null` where the centre is not the actor's, or groups are not told.
 */
export async function makeGroupCode(
  deps: Deps,
  actor: Actor,
  centre: string,
): Promise<{ code: string; bot: string | null } | null> {
  if (!(await mayEdit(deps, actor, centre)) || !(await tellsGroups(deps))) return null
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  const code = `link_${bytes.toHex()}`
  const now = deps.clock.now()
  await deps.store.notices.addCode(
    { hash: await fingerprintOf(code), centre, madeBy: actor.id, expiresAt: now + CODE_LASTS },
    now,
  )
  await noteDown(deps, actor, 'group-code', { subject: null, centre })
  return { code, bot: await botName(deps) }
}

/** Whether groups are told: Telegram is open, and the city has switched it on. */
export async function tellsGroups(deps: Deps): Promise<boolean> {
  return isGroupTold(deps, await currentCity(deps))
}

/** Links a group; the name of its centre, or `null` for a code that is none, old or used, or where none is told. */
export async function linkGroup(
  deps: Deps,
  code: string,
  place: GroupPlace,
): Promise<string | null> {
  if (!(await tellsGroups(deps))) return null
  const now = deps.clock.now()
  const linked = await deps.store.notices.link(await fingerprintOf(code), placeText(place), now)
  if (!linked) return null
  const { centre, madeBy } = linked
  await noteDown(deps, { id: madeBy, client: null }, 'link-group', { subject: null, centre })
  return centreOf((await currentCity(deps)).profile, centre)?.name ?? centre
}

/** Whether a group is one of staff, where the bot says nothing but notices. */
export async function isStaffGroup(deps: Deps, chat: string): Promise<boolean> {
  const targets = await deps.store.notices.list()
  return targets.some(({ kind, address }) => kind === 'group' && groupPlace(address).chat === chat)
}

/** Where Telegram gave a group a new number, notices follow it. */
export async function followGroup(deps: Deps, from: string, to: string): Promise<void> {
  await replaceGroups(deps, (place) => (place.chat === from ? { ...place, chat: to } : place))
}

/** Where the topic is gone that notices came in, they come where everybody in the group reads them. */
export async function leaveTopic(deps: Deps, { chat, topic }: GroupPlace): Promise<void> {
  await replaceGroups(deps, (place) =>
    place.chat === chat && place.topic === topic ? { chat } : place,
  )
}

async function replaceGroups(deps: Deps, by: (place: GroupPlace) => GroupPlace): Promise<void> {
  for (const target of await deps.store.notices.list()) {
    if (target.kind !== 'group') continue
    const address = placeText(by(groupPlace(target.address)))
    if (address !== target.address) await deps.store.notices.set({ ...target, address })
  }
}

export async function setMailbox(
  deps: Deps,
  actor: Actor,
  centre: string,
  typed: string,
): Promise<'done' | 'unknown' | 'misread'> {
  if (!(await mayEdit(deps, actor, centre))) return 'unknown'
  const address = readMailbox(typed)
  if (!address) return 'misread'
  const setAt = deps.clock.now()
  await deps.store.notices.set({ centre, kind: 'mail', address, setAt, setBy: actor.id })
  await noteDown(deps, actor, 'notice-mail', { subject: null, centre })
  return 'done'
}

/** From now on the centre hears nothing this way. */
export async function endNotices(
  deps: Deps,
  actor: Actor,
  centre: string,
  kind: NoticeKind,
): Promise<boolean> {
  if (!(await mayEdit(deps, actor, centre))) return false
  await deps.store.notices.remove(centre, kind)
  await noteDown(deps, actor, `end-notices-${kind}`, { subject: null, centre })
  return true
}

async function mayEdit(deps: Deps, actor: Actor, centre: string): Promise<boolean> {
  if (!(await mayHere(deps, actor, 'edit-notices', centre, { centre }))) return false
  return centreOf((await currentCity(deps)).profile, centre) !== undefined
}
