// What is open in a city, for whoever runs it: what presses first, then what has not been entered.

import type { Deps } from '../../deps.ts'
import { dateOf } from '../../domain/calendar/wall-clock.ts'
import { unknownOfPool, unsaidOfCentre } from '../../domain/profile/open-points.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { isWorded } from '../../domain/profile/templates.ts'
import { currentCity } from '../city.ts'
import type { Actor } from './actor.ts'
import { noticesOf } from './notices.ts'
import { type FactPoint, factPoints, type SettingPoint, settingPoints } from './open-facts.ts'
import { undelivered } from './undelivered.ts'

/** `since` in epoch milliseconds; `names` of centres, languages or numbers. */
export type OpenPoint =
  | { what: 'silence'; since: number }
  | { what: 'undelivered' | 'webhooks' | 'set-up' | 'barriers'; count: number }
  | { what: 'centre'; id: string; name: string; lacks: ReturnType<typeof unsaidOfCentre> }
  | { what: 'pool'; id: string; name: string }
  | {
      what: 'template'
      id: string
      name: string
      missing: readonly string[]
      stale: readonly string[]
    }
  | { what: 'mailbox' | 'numbers'; names: readonly string[] }
  | FactPoint
  | SettingPoint
  | { what: 'languages'; languages: readonly string[] }
  | { what: 'no-mail' | 'no-pool' }

// A minute is usual, and a restart takes some more.
const SILENT_AFTER = 15 * 60_000

/**
 * What presses, and what is to be entered; each empty where nothing is open. `actor`: whoever may see all of it, an
 * administrator or whoever has the machine.
 */
export async function openList(
  deps: Deps,
  actor: Actor,
): Promise<{ pressing: OpenPoint[]; toEnter: OpenPoint[] }> {
  const { profile } = await currentCity(deps)
  const notices = await noticesOf(deps, actor)
  const deaf = notices.filter(({ group, mail }) => !group && !mail).map(({ name }) => name)
  return {
    pressing: [
      ...(await silence(deps)),
      ...(await refused(deps, actor)),
      ...(await barriers(deps)),
    ],
    toEnter: [
      ...factPoints(profile, dateOf(deps.clock.now())),
      ...(await settingPoints(deps)),
      ...profile.centres.flatMap((centre): OpenPoint[] => {
        const lacks = unsaidOfCentre(centre)
        return lacks.length > 0 ? [{ what: 'centre', id: centre.id, name: centre.name, lacks }] : []
      }),
      ...named('mailbox', deaf),
      ...(deps.mail ? [] : [{ what: 'no-mail' } as const]),
      ...named(
        'numbers',
        profile.numbers.filter(({ confirmed }) => !confirmed).map(({ number }) => number),
      ),
      ...pools(profile),
      ...templates(deps, profile),
      ...unreviewed(deps),
    ],
  }
}

const named = (what: 'mailbox' | 'numbers', names: readonly string[]): OpenPoint[] =>
  names.length > 0 ? [{ what, names }] : []

/** What has been due for long and is not even tried: the tick does not run. */
async function silence({ store, clock }: Deps): Promise<OpenPoint[]> {
  const since = await store.outbox.nextDue()
  return since !== null && since < clock.now() - SILENT_AFTER ? [{ what: 'silence', since }] : []
}

async function refused(deps: Deps, actor: Actor): Promise<OpenPoint[]> {
  const groups = await undelivered(deps, actor)
  const kindOf = (way: (typeof groups)[number]['way']) =>
    way === 'webhook' ? 'webhooks' : way === 'set-up' ? 'set-up' : 'undelivered'
  return (['set-up', 'webhooks', 'undelivered'] as const).flatMap((what): OpenPoint[] => {
    const of = groups.filter(({ way }) => kindOf(way) === what)
    const count = of.reduce((sum, one) => sum + one.count, 0)
    return count > 0 ? [{ what, count }] : []
  })
}

async function barriers({ store }: Deps): Promise<OpenPoint[]> {
  const count = await store.barriers.countOpen()
  return count > 0 ? [{ what: 'barriers', count }] : []
}

function pools({ interpreting = [] }: Profile): OpenPoint[] {
  if (interpreting.length === 0) return [{ what: 'no-pool' }]
  return interpreting
    .filter((pool) => unknownOfPool(pool).length > 0)
    .map(({ id, name }) => ({ what: 'pool', id, name }))
}

function templates({ i18n }: Deps, { templates: all = [] }: Profile): OpenPoint[] {
  return all.filter(isWorded).flatMap(({ id, name, texts, stale = [], off }): OpenPoint[] => {
    const missing = i18n.languages.map(({ key }) => key).filter((key) => texts[key] === undefined)
    const isOpen = !off && missing.length + stale.length > 0
    return isOpen ? [{ what: 'template', id, name, missing, stale }] : []
  })
}

const unreviewed = ({ i18n: { unreviewed: languages } }: Deps): OpenPoint[] =>
  languages.length > 0 ? [{ what: 'languages', languages }] : []
