// The talk of a request as it is kept: codes in the open, what people typed sealed.

import type { LoadedIntake, Secrets, StoredTalk } from '../domain/dialog/kept-talk.ts'
import type { Urgency } from '../domain/questionnaire/triage.ts'
import { fromText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import type { RowOf } from './sql/statement.ts'
import type { LOAD } from './sql/talk.ts'

/** The talk of a request with all its answers, those that are sealed among them. */
export async function openedTalk(
  { talk, sealed }: { talk: string; sealed: string | null },
  seal: Seal,
): Promise<StoredTalk & { phone: string | undefined }> {
  const kept = JSON.parse(talk) as StoredTalk
  const secrets = sealed === null ? {} : (JSON.parse(await seal.open(sealed)) as Secrets)
  const { phone, ...typed } = secrets
  return { ...kept, answers: { ...kept.answers, ...typed }, phone }
}

/** The request of a row, opened; `null` where there is none. */
export async function keptTalkOf(
  row: RowOf<typeof LOAD>,
  seal: Seal,
): Promise<LoadedIntake | null> {
  const { intakeId: id, version, savedAt, talk: kept, sealed, ref, callBack, source } = row
  if (id === null || version === null || savedAt === null || kept === null) return null
  const { phone, ...talk } = await openedTalk({ talk: kept, sealed }, seal)
  const { submitted, centreId: centre, isHandedOver } = row
  return {
    id,
    version,
    decided: row.decided ?? false,
    savedAt: fromText(savedAt),
    talk,
    phone,
    ref,
    callBack,
    source,
    standing: { submitted, centre, urgency: row.urgency as Urgency | null, isHandedOver },
  }
}
