// The talk of a request as it is kept: codes in the open, what people typed sealed.

import type { Talk } from '../domain/dialog/talk.ts'
import type { Text } from '../domain/dialog/text.ts'
import type { AnswersById } from '../domain/questionnaire/question.ts'
import { fromText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'

export type LoadedIntake = {
  id: string
  version: number
  /** What this input decides has been saved already; only its answer may have been lost. */
  decided: boolean
  /** Epoch milliseconds. */
  savedAt: number
  talk: StoredTalk
  phone: string | undefined
  ref: string | null
  callBack: string | null
  source: string | null
}

/** The part of a talk that is kept as codes. */
export type StoredTalk = Pick<Talk, 'answers' | 'cityQuestions' | 'place' | 'trail'> & {
  done?: boolean
  /** The line shown above the screen, so that an input answered twice is answered alike. */
  notice?: Text
}

/** The part that is personal, one sealed text: a telephone number, and what was typed at questions. */
export type Secrets = { phone?: string } & AnswersById

/** The columns of a request; all of them NULL where an outer join finds none. */
export type KeptTalkRow = {
  intakeId: string | null
  version: number | null
  decided: number | bigint | null
  savedAt: string | null
  talk: string | null
  sealed: string | null
  ref: string | null
  callBack: string | null
  source: string | null
}

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
export async function keptTalkOf(row: KeptTalkRow, seal: Seal): Promise<LoadedIntake | null> {
  const { intakeId: id, talk: kept, sealed, ref, callBack, source } = row
  if (id === null || kept === null) return null
  const { phone, ...talk } = await openedTalk({ talk: kept, sealed }, seal)
  return {
    id,
    version: Number(row.version),
    decided: Number(row.decided ?? 0) === 1,
    savedAt: row.savedAt === null ? 0 : fromText(row.savedAt),
    talk,
    phone,
    ref,
    callBack,
    source,
  }
}
