// A code that was drawn belongs to another request already.

import type { Deps } from '../../deps.ts'
import { referenceCode } from '../../domain/appointment/reference-code.ts'
import type { City } from '../city.ts'
import { type Progress, withFile } from './progress.ts'

/** The progress under another code. */
export async function withOtherCode(deps: Deps, city: City, progress: Progress): Promise<Progress> {
  const { talk, who, facts } = progress
  const { appointment } = facts
  const ref = referenceCode(deps.random)
  const renamed =
    appointment && (await deps.store.appointments.setRef(appointment.id, who.intakeId, ref))
  const coded: Progress = {
    ...progress,
    talk: { ...talk, ref },
    facts: renamed ? { ...facts, appointment: { ...appointment, ref } } : facts,
  }
  return progress.attachment ? withFile(deps, city, coded) : coded
}
