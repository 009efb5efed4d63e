// A record as the carrier's case system takes it: for whoever works on it, and noted as taken out of the house.

import type { Deps } from '../../deps.ts'
import { caseSheet, type SheetRow } from '../../domain/people/case-sheet.ts'
import { isBehind, shownTo } from '../../domain/people/wall.ts'
import { type CaseSystem, caseSystemsOf } from '../../domain/profile/case-systems.ts'
import type { LanguageTerms } from '../../domain/questionnaire/wording.ts'
import { currentCity } from '../city.ts'
import { type Actor, mayHere, noteDown } from './actor.ts'
import { locationOf } from './read-record.ts'

/** A case sheet, with the systems there are to choose from. */
export type CaseSheet = {
  id: string
  reference: string
  rows: readonly SheetRow[]
  system: CaseSystem
  systems: readonly CaseSystem[]
}

/**
 * The case sheet of a request for one of the city's systems, the first where none is named.
 * @returns `null` where there is no such request, it is not the actor's carrier's, or there is no such system
 */
export async function openCaseSheet(
  deps: Deps,
  actor: Actor,
  id: string,
  wanted: string | undefined,
  languages: LanguageTerms,
): Promise<CaseSheet | null> {
  const intake = await deps.store.staff.intakes.find(id)
  if (!intake) return null
  if (!(await mayHere(deps, actor, 'work-on-record', id, locationOf(intake)))) return null
  const { profile } = await currentCity(deps)
  const seen = shownTo(actor, intake, profile)
  const systems = caseSystemsOf(profile)
  const system = wanted === undefined ? systems[0] : systems.find((one) => one.id === wanted)
  if (!seen || !system) return null
  const [entries, referrals] = await Promise.all([
    deps.store.staff.care.entries(id),
    deps.store.referrals.of(id),
  ])
  const isOpen = (at: number) => !isBehind(actor, intake, at, profile)
  const source = {
    ...{ intake: seen, profile },
    entries: entries.filter(({ at }) => isOpen(at)),
    referrals: referrals.filter(({ madeAt }) => isOpen(madeAt)),
  }
  await noteDown(deps, actor, 'export-record', { subject: id, centre: intake.centre })
  return { id, reference: intake.ref, rows: caseSheet(source, system, languages), system, systems }
}
