// The intents of a step, carried out one after the other; what came of each goes back into the talk.

import type { Deps } from '../../deps.ts'
import { referenceCode } from '../../domain/appointment/reference-code.ts'
import { transition } from '../../domain/appointment/transitions.ts'
import { openAppointment } from '../../domain/dialog/booking.ts'
import { needIn } from '../../domain/dialog/fitting.ts'
import type { Intent } from '../../domain/dialog/intent.ts'
import type { AnswersById } from '../../domain/questionnaire/question.ts'
import { inDanger, RANKS } from '../../domain/questionnaire/triage.ts'
import { bookSlot, moveBooking, reseat } from '../appointment/book-slot.ts'
import { declineOffer, handOn, stopWaiting, wait } from '../appointment/hand-on.ts'
import { takeOffer } from '../appointment/take-offer.ts'
import type { City } from '../city.ts'
import { answerReferral } from '../outbox/referral.ts'
import { anotherPin } from '../return/pin.ts'
import { consenting, reminding, withdrawing } from './agreed.ts'
import { dataFile } from './attachments.ts'
import { barrierTold } from './barrier-told.ts'
import { keepVoice } from './keep-voice.ts'
import { bring, eraseThese } from './party.ts'
import { lookedUp, type Progress, settled, withFile, withFileOf } from './progress.ts'
import { makeTie } from './tie.ts'

/** Carries out one intent. Each may run twice with the same effect as once. */
export async function perform(
  deps: Deps,
  city: City,
  progress: Progress,
  intent: Intent,
): Promise<Progress> {
  const { talk, who, facts } = progress
  const now = deps.clock.now()
  const need = needIn(talk, facts)
  switch (intent.do) {
    case 'book': {
      const ref = talk.ref ?? referenceCode(deps.random)
      const outcome = await bookSlot(deps, city, who, intent, ref, { by: 'person', need })
      const agreed = outcome.of === 'booked' && intent.remind
      const after = agreed ? await consenting(deps, city, progress, 'reminders') : progress
      return withFileOf(deps, city, settled(after, outcome), outcome)
    }
    case 'move': {
      if (!facts.appointment) return progress
      const outcome = await moveBooking(deps, city, who, intent, facts.appointment, {
        by: 'person',
        need,
      })
      if (outcome.of === 'moved' && progress.waitedFor) await handOn(deps, city)
      const after = settled(progress, outcome)
      if (outcome.of !== 'moved' || !intent.remind) return withFileOf(deps, city, after, outcome)
      return await reminding(deps, city, await consenting(deps, city, after, 'reminders'), true)
    }
    case 'reseat':
      if (!facts.appointment) return progress
      return settled(progress, await reseat(deps, facts.appointment, intent))
    case 'cancel': {
      const cancelled = [transition('booked', 'cancelled', now)]
      await deps.store.appointments.change({ ids: [intent.appointment] }, cancelled, 'person', now)
      if (progress.waitedFor) await handOn(deps, city)
      return withFile(deps, city, settled(progress, { of: 'cancelled' }))
    }
    case 'wait': {
      const has = openAppointment(facts)?.startsAt ?? null
      const outcome = await wait(deps, city, who, { ...talk, has }, intent)
      return settled(await lookedUp(deps, progress), outcome)
    }
    case 'stop-waiting': {
      const outcome = await stopWaiting(deps, city, who.personId)
      return settled(await lookedUp(deps, progress), outcome)
    }
    case 'decline': {
      const outcome = await declineOffer(deps, city, who.personId, intent.offer)
      return settled(await lookedUp(deps, progress), outcome)
    }
    case 'take': {
      const newCode = () => talk.ref ?? referenceCode(deps.random)
      const { appointment, changes } = facts
      const has = { appointment, changes, newCode, talk, need }
      const outcome = await takeOffer(deps, city, who, intent.offer, has)
      const agreed = outcome.of === 'booked' && talk.agreed.reminders
      const after = agreed ? await consenting(deps, city, progress, 'reminders') : progress
      return withFileOf(deps, city, settled(await lookedUp(deps, after), outcome), outcome)
    }
    case 'submit': {
      const ref = talk.ref ?? referenceCode(deps.random)
      return settled(progress, { of: 'submitted', ref })
    }
    case 'remind':
      return await reminding(deps, city, progress, intent.remind)
    case 'answer-reminder': {
      const { appointment, startsAt, answer } = intent
      await deps.store.reminders.answer(appointment, startsAt, answer, now)
      return progress
    }
    case 'agree':
      return await consenting(deps, city, progress, intent.scope)
    case 'withdraw':
      return await withdrawing(deps, progress, intent.scope)
    case 'erase': {
      const { isAll, ...gone } = await eraseThese(
        deps,
        city,
        facts.party,
        intent.whom,
        who.language,
      )
      if (progress.waitedFor) await handOn(deps, city)
      return { ...progress, ...gone, ...(isAll ? { erased: true } : { again: true }) }
    }
    case 'bring':
      await bring(deps, city, who, progress.address, intent)
      return { ...progress, again: true }
    case 'turn':
      await deps.store.party.turn(progress.address, intent.person)
      return { ...progress, again: true }
    case 'label': {
      const { label } = intent
      await deps.store.party.setLabel(who.personId, label)
      const party = facts.party.map((one) => (one.isMeant ? { ...one, label } : one))
      return { ...progress, facts: { ...facts, party } }
    }
    case 'tie':
      await makeTie(deps, who.personId, intent.to)
      return progress
    case 'new-pin': {
      const pin = await anotherPin(deps, who.personId, progress.address)
      return { ...progress, facts: { ...facts, ...pin } }
    }
    case 'export':
      return { ...progress, attachment: await dataFile(deps, city, who.personId) }
    case 'answer-referral':
      await answerReferral(deps, city, who, intent.referral, intent.answer)
      return progress
    case 'tell-barrier':
      return await barrierTold(deps, progress, intent.text)
    case 'reply': {
      const { request, text, heard } = intent
      const { personId, language } = who
      const { input } = progress
      await deps.store.replies.add({ request, personId, input, language, text }, now)
      // That of the talk is saved with it; staff may have written about an earlier one.
      if (heard && request !== who.intakeId) {
        const answers = (before: AnswersById) => inDanger(before, heard)
        const red = { urgency: 'red', rank: RANKS.red } as const
        await deps.store.talks.become({ request, personId, ...red, answers }, now)
      }
      return progress
    }
    case 'keep-voice':
      return await keepVoice(deps, progress, intent)
    case 'new-request':
      return {
        ...progress,
        who: { ...who, intakeId: deps.newId() },
        version: 0,
        standing: null,
        facts: { ...facts, appointment: null },
      }
  }
}
