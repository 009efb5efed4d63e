// What is open of the facts that people have to be told, and of the settings it runs with.

import type { Deps } from '../../deps.ts'
import { type LaunchLack, launchLacks } from '../../domain/profile/launch.ts'
import { controllersOf, type Profile } from '../../domain/profile/profile.ts'
import { isDeclared, isOutdated } from '../../domain/profile/statements.ts'

/** `names`: of centres or controllers. */
export type FactPoint =
  | LaunchLack
  | { what: 'authority'; names: readonly string[] }
  | { what: 'unconfirmed'; names: readonly string[] }
  | { what: 'data' | 'accessibility' }
  /** `day`: of the declaration, YYYY-MM-DD. */
  | { what: 'declaration-old'; day: string }

/** What of the settings keeps nobody out, and should not stay so. */
export type SettingPoint = {
  what: 'trial' | 'no-https' | 'no-security' | 'key-beside' | 'no-backup'
}

/** Whether it alone keeps a live start from happening. */
export const isNeeded = ({ what }: { what: string }): boolean =>
  ['controller', 'officer', 'imprint'].includes(what)

/** The name of the fact under which a backup notes when it was made. */
export const BACKED_UP = 'backed-up'

const WEEK = 7 * 86_400_000

/** What people would read as not yet entered, unconfirmed, or too old; `today` as YYYY-MM-DD. */
export function factPoints(profile: Profile, today: string): FactPoint[] {
  const { centres, dataProtection, imprint, accessibility } = profile
  const controllers = centres.flatMap((centre) => controllersOf(profile, centre))
  const said = [...controllers, ...(imprint ? [imprint] : [])]
  const unconfirmed = said.filter(({ status }) => status && !status.confirmed)
  const unsupervised = controllers.filter((one) => !one.supervisoryAuthority || !one.law)
  const isSaid = dataProtection?.recipients && dataProtection.outsideEu
  return [
    ...launchLacks(profile),
    ...named('authority', unsupervised),
    ...named('unconfirmed', unconfirmed),
    ...(isSaid ? [] : [{ what: 'data' } as const]),
    ...declarationPoints(accessibility, today),
  ]
}

function declarationPoints(given: Profile['accessibility'], today: string): FactPoint[] {
  if (!isDeclared(given)) return [{ what: 'accessibility' }]
  return isOutdated(given, today) ? [{ what: 'declaration-old', day: given.declaredOn }] : []
}

function named(what: 'authority' | 'unconfirmed', all: readonly { name: string }[]): FactPoint[] {
  const names = [...new Set(all.map(({ name }) => name))]
  return names.length > 0 ? [{ what, names }] : []
}

/** What of the settings is weak; none in a demo, which is nobody's. */
export async function settingPoints({ config, store, clock }: Deps): Promise<SettingPoint[]> {
  if (config.mode === 'demo') return []
  // A Worker's database is D1, which keeps its own history.
  const isFile = (await store.disk.size()) > 0
  const backedUp = isFile ? Date.parse((await store.meta.get(BACKED_UP)) ?? '') : clock.now()
  const open: [SettingPoint['what'], boolean][] = [
    ['trial', config.trial],
    ['no-https', !config.publicUrl?.startsWith('https://')],
    ['no-security', !config.securityContact],
    ['key-beside', !config.dataKey],
    ['no-backup', !(backedUp > clock.now() - WEEK)],
  ]
  return open.flatMap(([what, isOpen]) => (isOpen ? [{ what }] : []))
}
