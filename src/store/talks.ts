// A person's talk as rows: loaded with one statement, saved with one batch.

import type { Appointment } from '../domain/appointment/appointment.ts'
import type {
  Loaded,
  LoadedPerson,
  Saved,
  SavedTalk,
  Secrets,
  StoredTalk,
  TakenFor,
} from '../domain/dialog/kept-talk.ts'
import type { Address, Channel } from '../domain/people/address.ts'
import type { AnswersById } from '../domain/questionnaire/question.ts'
import type { Urgency } from '../domain/questionnaire/triage.ts'
import { keysOf } from './address-keys.ts'
import { appointmentOf } from './appointment-row.ts'
import { type Database, fromText, isTaken, toText } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { keptTalkOf } from './kept-talk.ts'
import { partyOf } from './party.ts'
import { personFactsOf } from './person-facts.ts'
import { OWE_NOTICES, OWE_WEBHOOKS } from './sql/owed.ts'
import type { RowOf } from './sql/statement.ts'
import { ANSWERED, CONSENT, LOAD, SAVE } from './sql/talk.ts'
import { COUNT } from './sql/usage.ts'
import { toldIn } from './told.ts'

type Becoming = {
  request: string
  personId: string
  urgency: Urgency
  rank: number
  answers: (before: AnswersById) => AnswersById
}

export function createTalks(db: Database, seal: Seal) {
  return {
    /**
     * Everything one input (by its name) needs to know, in one statement. Changes are those after
     * `since`, messages of staff after `writtenSince` (epoch milliseconds).
     */
    async load(
      city: string,
      address: Address,
      input: string,
      { since, writtenSince, now }: { since: number; writtenSince: number; now: number },
    ): Promise<Loaded> {
      const keys = await keysOf(seal, address)
      const [changed, at, written] = [toText(since), toText(now), toText(writtenSince)]
      const row = await db.first(LOAD(input, changed, at, written, ...keys, city))
      if (!row) throw new Error('the city has not been seeded')
      const { answered, cityVersion, waitedFor } = row
      const taken = row.meant === null ? null : (JSON.parse(row.meant) as TakenFor)
      return { answered, taken, cityVersion, waitedFor, person: await personOf(row, seal) }
    },

    /** How many requests some people began since an instant. */
    async requestsSince(people: readonly string[], since: number): Promise<number> {
      const personId = { in: [...people] }
      return await db.intake.count({ where: { personId, createdAt: { gt: toText(since) } } })
    },

    /** What the latest request of a person says in codes, and the account of the counsellor who had one of theirs last. */
    async answersOf(
      personId: string,
    ): Promise<{ answers: AnswersById; counsellor: string | null }> {
      const requests = await db.intake.findMany({
        where: { personId },
        orderBy: { createdAt: 'desc' },
        select: { talk: true, takenBy: true },
      })
      const [latest] = requests
      const answers = latest ? (JSON.parse(latest.talk) as StoredTalk).answers : {}
      const id = requests.find(({ takenBy }) => takenBy !== null)?.takenBy ?? null
      const open =
        id === null ? null : await db.staff.findFirst({ where: { id, disabledAt: null } })
      return { answers, counsellor: open?.id ?? null }
    },

    /**
     * A request of a person that is not the one of the talk any more is as urgent as this from now on, with the answers
     * that say why, and its centre is owed that.
     */
    async become(
      { request, personId, urgency, rank, answers }: Becoming,
      now: number,
    ): Promise<void> {
      const where = { id: request, personId }
      const found = await db.intake.findFirst({ where, select: { talk: true, version: true } })
      if (!found) return
      const kept = JSON.parse(found.talk) as StoredTalk
      const [at, version] = [toText(now), found.version + 1]
      const talk = JSON.stringify({ ...kept, answers: answers(kept.answers) })
      const data = { talk, urgency, rank, version, updatedAt: at, recordAt: at }
      await db.batch([db.intake.updateMany({ where, data }), OWE_NOTICES(request, at)])
    },

    /**
     * Saves the talk, with what was agreed to and what others are owed, if nobody saved it since it was
     * loaded.
     * @returns `stale` when somebody did: load and decide again; `code-taken` when another request
     * has the code already: draw another one
     */
    async save(talk: SavedTalk): Promise<Saved> {
      const at = toText(talk.now)
      const { id, personId, counts } = talk
      const save = SAVE(
        id,
        personId,
        talk.input,
        talk.questionnaire,
        JSON.stringify(talk.talk),
        isEmpty(talk.secrets) ? null : await seal.seal(JSON.stringify(talk.secrets)),
        talk.ref,
        talk.callBack,
        talk.source,
        talk.centre,
        talk.urgency,
        talk.submitted ? 'new' : 'open',
        at,
        talk.submitted ? at : null,
        talk.version,
        talk.counsellor,
        talk.secrets.phone !== undefined,
        talk.body ?? null,
      )
      try {
        const saved = await db.batchIf([
          save,
          ...talk.given.map((given) =>
            CONSENT(given.id, personId, given.scope, given.textHash, given.language, at),
          ),
          ...(counts.length > 0 ? [COUNT(JSON.stringify(counts))] : []),
          ...(talk.isNews ? [OWE_WEBHOOKS('intake.submitted', JSON.stringify([id]), at)] : []),
          ...(talk.owesNotice ? [OWE_NOTICES(id, at)] : []),
          ...(talk.isAnswer && talk.input ? [ANSWERED(talk.input, at, personId, null)] : []),
        ])
        return saved ? 'saved' : 'stale'
      } catch (fault) {
        if (talk.ref !== null && isTaken(fault)) return 'code-taken'
        throw fault
      }
    },
  }
}

async function personOf(row: RowOf<typeof LOAD>, seal: Seal): Promise<LoadedPerson | null> {
  if (row.personId === null || row.language === null) return null
  return {
    id: row.personId,
    language: row.language,
    unreachable: row.unreachable,
    channels: row.channels.split(',') as Channel[],
    hasNews: row.hasNews,
    pinCount: row.pinCount ?? 0,
    consents: (row.consents ?? '')
      .split(',')
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [scope = '', textHash = '', givenAt = ''] = entry.split('|')
        return { scope, textHash, givenAt: fromText(givenAt) }
      }),
    intake: await keptTalkOf(row, seal),
    appointment: appointmentIn(row),
    party: await partyOf(row.party, row.personId, seal),
    told: toldIn(row.told),
    sounds: JSON.parse(row.sounds) as LoadedPerson['sounds'],
    ...personFactsOf(row),
  }
}

function appointmentIn(row: RowOf<typeof LOAD>): Appointment | null {
  const { bookingId: id, bookingRef, bookingCentre: centreId, startsAt, endsAt, state } = row
  const { changedAt, seat, interpreter } = row
  if (!id || !centreId || !startsAt || !endsAt || !state || !changedAt) return null
  const [ref, remind, sequence] = [bookingRef ?? '', row.remind ?? false, row.sequence ?? 0]
  const made = {
    id,
    ref,
    centreId,
    startsAt,
    endsAt,
    seat,
    state,
    remind,
    changedAt,
    sequence,
    interpreter,
  }
  return appointmentOf(made)
}

function isEmpty(secrets: Secrets): boolean {
  return Object.values(secrets).every((value) => value === undefined || value === null)
}
