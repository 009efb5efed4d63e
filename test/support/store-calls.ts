// One call of every method of the store that speaks Prisma's models, in an order in which there is
// something to find.

import { NO_WISHES } from '../../src/domain/appointment/wishes.ts'
import type { InterpreterOrder } from '../../src/domain/interpreting/order.ts'
import type { Inspection } from '../../src/domain/people/oversight.ts'
import type { Speaker } from '../../src/domain/spoken/recording.ts'
import type { NewRecording } from '../../src/store/clips.ts'
import type { Store } from '../../src/store/store.ts'
import type { NewVoiceMessage } from '../../src/store/voice-messages.ts'
import { chat } from './chat.ts'

const NOW = Date.UTC(2026, 4, 18, 8)
const LATER = NOW + 3_600_000
const sight = { centres: ['hochfeld'], body: null, allBodies: true }
const hours = { centre: 'hochfeld', seat: null, startsAt: NOW, endsAt: LATER }
const counted = { week: '2026-05-18', block: '2026-05-04', weekday: 1, hour: 10 }

const CHAT = { personId: 'p', channel: 'telegram' } as const

const TRY = { key: 'k', before: null, until: LATER }

const ORDER: InterpreterOrder = {
  ...{ id: 'o', booking: 'b', centre: 'hochfeld', startsAt: NOW, endsAt: LATER, language: 'ti' },
  ...{
    gender: null,
    pool: 'p',
    poolName: 'P',
    mode: 'telephone',
    state: 'ordered',
    orderedAt: NOW,
  },
  ...{ changedAt: NOW, changedBy: 'staff:s' },
}

const SPEAKER: Speaker = {
  ...{ id: 's', voice: 'ckb', name: 'Hana', isComputer: false, consentHash: 'h' },
  ...{ consentedAt: NOW, origin: null, addedBy: 'staff' },
}
const RECORDING: NewRecording = {
  ...{ id: 'r', voice: 'ckb', key: 'lobby.welcome', hash: 'h', seconds: 0.024, loudness: 'good' },
  ...{ speaker: 's', recordedBy: 'staff', frames: new Uint8Array(96) },
}

const VOICE: NewVoiceMessage = {
  ...{ id: 'v', request: 'i', personId: 'p', about: 'note', input: 'telegram:1' },
  ...{ type: 'audio/ogg', seconds: 2, file: new Uint8Array(9) },
}

const inspection: Inspection = {
  ...{ id: 'x', askedBy: 's', askedAt: NOW, whom: 's', body: null },
  ...{ releasedAt: null, endedAt: null },
  why: 'complaint',
}
const entry = {
  at: NOW,
  staffId: null,
  action: 'sign-in',
  outcome: 'done',
  subject: null,
  centreId: null,
  client: null,
} as const

const TYPED = { id: 't', staffId: 's', key: btoa('k'.repeat(32)) }

const owed = (kind: string) =>
  ({ key: kind, kind, personId: 'p', bookingId: 'b', payload: {}, dueAt: NOW }) as const

/** Somebody to call about. */
export const begin = ({ people }: Store) => people.begin('p', chat(1), 'ar', NOW)

export const CALLS: Readonly<Record<string, (store: Store) => unknown>> = {
  'people.beginAgain': ({ people }) => people.beginAgain('p', 'ar', NOW),
  'people.setLanguage': ({ people }) => people.setLanguage(['p'], 'de'),
  'party.bring': ({ party }) => {
    const consent = { id: 'k2', scope: 'another', textHash: 'h', language: 'ar' } as const
    const brought = { id: 'q', language: 'ar', relation: 'mother', consent, most: 3 } as const
    return party.bring(chat(1), brought, NOW)
  },
  'party.turn': ({ party }) => party.turn(chat(1), 'p'),
  'party.setLabel': ({ party }) => party.setLabel('p', 'Amina'),
  'people.withdraw': ({ people }) => people.withdraw('p', 'booking', NOW),
  'people.setUnreachable': ({ people }) => people.setUnreachable(chat(1), null),
  'ties.make': ({ ties }) =>
    ties.make({ hash: 'h', personId: 'p', channel: 'telegram', word: 'w', expiresAt: LATER }),
  'ties.open': ({ ties }) => ties.open('p', 'telegram', NOW),
  'ties.find': ({ ties }) => ties.find('h'),
  'ties.use': ({ ties }) =>
    ties.use('h', { address: chat(2), isHere: false, relation: null, most: 3 }, NOW),
  'outbox.giveUp': ({ outbox }) => outbox.giveUp('k', 'no-chat', NOW),
  'outbox.keep': ({ outbox }) => outbox.keep({ id: 1, attempts: 1, personId: 'p' }, true, NOW),
  'outbox.kept': ({ outbox }) => outbox.kept(['p']),
  'outbox.markRead': ({ outbox }) => outbox.markRead([1], [2], NOW),
  'people.reachable': ({ people }) => people.reachable(),
  'inputs.isFirstOf': ({ inputs }) => inputs.isFirstOf(chat(1), 'a', 'telegram:1', NOW),
  'inputs.wasSaid': ({ inputs }) =>
    inputs.wasSaid({ address: chat(1), message: '1', fingerprint: 'f' }),
  'interpreterOrders.add': ({ interpreterOrders }) => interpreterOrders.add(ORDER, 'p'),
  'interpreterOrders.find': ({ interpreterOrders }) => interpreterOrders.find('o'),
  'interpreterOrders.of': ({ interpreterOrders }) => interpreterOrders.of(['b']),
  'interpreterOrders.coming': ({ interpreterOrders }) =>
    interpreterOrders.coming(['hochfeld'], NOW),
  'interpreterOrders.needing': ({ interpreterOrders }) =>
    interpreterOrders.needing(['hochfeld'], NOW),
  'interpreterOrders.needingOne': ({ interpreterOrders }) => interpreterOrders.needingOne('b'),
  'interpreterOrders.change': ({ interpreterOrders }) =>
    interpreterOrders.change(ORDER, ['ordered'], 'confirmed', { by: 'staff:s', tells: 'p' }, NOW),
  'talks.answersOf': ({ talks }) => talks.answersOf('p'),
  'talks.become': ({ talks }) => {
    const red = { urgency: 'red', rank: 0, answers: () => ({ urgent: 'danger' }) } as const
    return talks.become({ request: 'i', personId: 'p', ...red }, NOW)
  },
  'appointments.answered': ({ appointments }) => appointments.answered(NOW),
  'appointments.upcoming': ({ appointments }) => appointments.upcoming(NOW),
  'appointments.setRef': ({ appointments }) => appointments.setRef('b', 'i', 'HOC-1'),
  'appointments.walkIn': ({ appointments }) =>
    appointments.walkIn({ id: 'w', centre: 'hochfeld', counted }, 'system', NOW),
  'appointments.takeBackWalkIn': ({ appointments }) =>
    appointments.takeBackWalkIn('w', 'system', NOW),
  'appointments.reopen': ({ appointments }) => appointments.reopen(['c'], ['b'], 'system', NOW),
  'closures.add': ({ closures }) => closures.add([{ ...hours, id: 'c', reason: '' }], 's', NOW),
  'closures.pending': ({ closures }) => closures.pending(NOW, NOW),
  'closures.done': ({ closures }) => closures.done([{ id: 'c' }]),
  'closures.under': ({ closures }) => closures.under([{ ...hours, id: 'c', reason: '' }], NOW),
  'closures.displaced': ({ closures }) => closures.displaced([{ ...hours, id: 'c' }]),
  'closures.these': ({ closures }) => closures.these(['b'], NOW),
  'closures.displacedBy': ({ closures }) => closures.displacedBy('c', ['b']),
  'closures.find': ({ closures }) => closures.find('c'),
  'closures.upcoming': ({ closures }) => closures.upcoming(['hochfeld'], NOW),
  'closures.lastSeats': ({ closures }) => closures.lastSeats(['b']),
  'closures.askToCall': ({ closures }) => closures.askToCall(['b']),
  'speakers.add': ({ speakers }) => speakers.add(SPEAKER),
  'speakers.of': ({ speakers }) => speakers.of('ckb'),
  'speakers.find': ({ speakers }) => speakers.find('s'),
  'clips.record': ({ clips }) => clips.record([RECORDING], NOW),
  'clips.of': ({ clips }) => clips.of('ckb'),
  'clips.counted': ({ clips }) => clips.counted(),
  'clips.find': ({ clips }) => clips.find('r'),
  'clips.frames': ({ clips }) => clips.frames('r'),
  'clips.release': ({ clips }) => clips.release(RECORDING, 'other', NOW),
  'clips.released': ({ clips }) => clips.released('ckb', ['lobby.welcome']),
  'clips.sounds': ({ clips }) => clips.sounds('ckb', ['lobby.welcome']),
  'released.all': ({ released }) => released.all(),
  'released.sounds': ({ released }) => released.sounds(['r']),
  'telegramFiles.keep': ({ telegramFiles }) => telegramFiles.keep('bot', 'h', 'file', NOW),
  'telegramFiles.find': ({ telegramFiles }) => telegramFiles.find('bot', 'h'),
  'telegramFiles.forget': ({ telegramFiles }) => telegramFiles.forget('bot', 'h'),
  'clips.remove': ({ clips }) => clips.remove('r'),
  'speakers.remove': ({ speakers }) => speakers.remove('s', NOW),
  countSources: (store) => store.countSources('2026-04'),
  'offers.find': ({ offers }) => offers.find('o'),
  'offers.wasLeft': ({ offers }) => offers.wasLeft('hochfeld', 0),
  'waiting.know': ({ waiting }) =>
    waiting.know({ id: 'w', wishes: NO_WISHES }, { from: LATER, asOf: NOW }),
  'outbox.settle': ({ outbox }) => outbox.settle({ id: 1, attempts: 1 }, { status: 'sent' }, NOW),
  'outbox.requeue': ({ outbox }) => outbox.requeue({ id: 1, attempts: 1 }, LATER, 'later'),
  'outbox.giveBack': ({ outbox }) => outbox.giveBack(NOW, NOW),
  'outbox.nextDue': ({ outbox }) => outbox.nextDue(),
  'outbox.sentTo': ({ outbox }) => outbox.sentTo(['p', 'q'], NOW, 3),
  'outbox.sent': ({ outbox }) => outbox.sent(['p', 'q'], 1),
  'outbox.sentAs': ({ outbox }) => outbox.sentAs('p', 1),
  'outbox.ofBooking': ({ outbox }) => outbox.ofBooking('b'),
  'told.due': ({ told }) => told.due(NOW, NOW, 5),
  'told.look': ({ told }) => told.look(CHAT, NOW),
  'told.compared': ({ told }) =>
    told.compared(
      CHAT,
      [{ message: 1, at: NOW, lookAt: NOW, verdict: null, attempts: 0, next: null }],
      [2],
    ),
  'told.isCorrected': ({ told }) => told.isCorrected('b'),
  'notices.set': ({ notices }) =>
    notices.set({
      centre: 'hochfeld',
      kind: 'mail',
      address: 'a@b.example',
      setAt: NOW,
      setBy: 's',
    }),
  'notices.list': ({ notices }) => notices.list(),
  'notices.remove': ({ notices }) => notices.remove('hochfeld', 'mail'),
  'notices.addCode': ({ notices }) =>
    notices.addCode({ hash: 'h', centre: 'hochfeld', madeBy: 's', expiresAt: LATER }, NOW),
  'notices.link': ({ notices }) => notices.link('h', '-1', NOW),
  'notices.of': ({ notices }) => notices.of('i', 'group'),
  'notices.isUnopened': ({ notices }) => notices.isUnopened('i', 'hochfeld', NOW),
  'webhooks.add': ({ webhooks }) =>
    webhooks.add(
      {
        id: 'w',
        url: 'https://a.example',
        secret: '',
        events: ['intake.submitted'],
        createdBy: 's',
      },
      NOW,
    ),
  'webhooks.list': ({ webhooks }) => webhooks.list(),
  'webhooks.settle': ({ webhooks }) =>
    webhooks.settle({ id: 1, attempts: 1 }, { status: 'sent', reason: null }, NOW),
  'webhooks.failing': ({ webhooks }) => webhooks.failing(),
  'webhooks.dead': ({ webhooks }) => webhooks.dead(),
  'webhooks.again': ({ webhooks }) => webhooks.again(1, NOW),
  'webhooks.intake': ({ webhooks }) => webhooks.intake('i'),
  'webhooks.appointment': ({ webhooks }) => webhooks.appointment('b'),
  'webhooks.remove': ({ webhooks }) => webhooks.remove('w'),
  'reminders.late': ({ reminders }) => reminders.late(NOW),
  'reminders.due': ({ reminders }) => reminders.due(NOW, 5),
  'people.forgetWrittenDown': ({ people }) => people.forgetWrittenDown(NOW, NOW),
  'reminders.nextDue': ({ reminders }) => reminders.nextDue(),
  'reminders.answer': ({ reminders }) => reminders.answer('b', NOW, 'coming', NOW),
  'reminders.set': ({ reminders }) => reminders.set('b', true, NOW),
  'cities.seed': ({ cities }) => cities.seed('duisburg', {}, NOW),
  'cities.replace': ({ cities }) => cities.replace('duisburg', {}, NOW),
  'cities.replaceAt': ({ cities }) => cities.replaceAt('duisburg', 2, {}, NOW),
  'cities.closures': ({ cities }) => cities.closures(),
  'referrals.find': ({ referrals }) => referrals.find('r'),
  'referrals.latestOf': ({ referrals }) => referrals.latestOf('p'),
  'referrals.of': ({ referrals }) => referrals.of('i'),
  'referrals.answer': ({ referrals }) =>
    referrals.answer('r', 'p', { answer: 'yes', textHash: 'h' }, NOW),
  'referrals.setOutcome': ({ referrals }) => referrals.setOutcome('r', 'arrived' as never, NOW),
  'returns.forgetSecret': ({ returns }) => returns.forgetSecret(),
  'returns.anotherPin': ({ returns }) => returns.anotherPin('p', chat(1)),
  'returns.codesOf': ({ returns }) => returns.codesOf(['p', 'q']),
  'returns.pinBytes': ({ returns }) => returns.pinBytes('p', 0),
  'returns.tries': ({ returns }) => returns.tries('7F3-K2D', '1.2.3.0/24'),
  'returns.count': ({ returns }) => returns.count(TRY),
  'returns.find': ({ returns }) => returns.find('7F3-K2D'),
  'returns.stand': ({ returns }) =>
    returns.stand({ id: 'p', relation: null, label: null }, chat(1), 'k', NOW),
  'replies.setRead': ({ replies }) => replies.setRead('i', NOW, NOW),
  'voiceMessages.keep': ({ voiceMessages }) => voiceMessages.keep(VOICE, NOW),
  'voiceMessages.isKept': ({ voiceMessages }) => voiceMessages.isKept('telegram:1'),
  'voiceMessages.countOf': ({ voiceMessages }) => voiceMessages.countOf('i'),
  'voiceMessages.of': ({ voiceMessages }) => voiceMessages.of('i'),
  'voiceMessages.file': ({ voiceMessages }) => voiceMessages.file('i', 'v'),
  'voiceMessages.soundsOf': ({ voiceMessages }) => voiceMessages.soundsOf('p'),
  'barriers.add': ({ barriers }) =>
    barriers.add(
      {
        ...{ id: 'x', input: 'telegram:1', personId: 'p', channel: 'telegram', language: 'de' },
        barrier: { text: 'klein' },
      },
      'barrier-mail',
      NOW,
    ),
  'barriers.countOf': ({ barriers }) => barriers.countOf('p', 'telegram:1'),
  'barriers.countOpen': ({ barriers }) => barriers.countOpen(),
  'barriers.openAt': ({ barriers }) => barriers.openAt('x'),
  'barriers.list': ({ barriers }) => barriers.list(9),
  'barriers.settle': ({ barriers }) => barriers.settle('x', NOW),
  'barriers.erase': ({ barriers }) => barriers.erase(['x'], NOW),
  'barriers.eraseOver': ({ barriers }) => barriers.eraseOver('2026', '2025', NOW, () => true),
  'barriers.of': ({ barriers }) => barriers.of('p'),
  'retention.erase': ({ retention }) =>
    retention.erase(
      {
        abandoned: NOW,
        stoppedHours: 96,
        content: NOW,
        noShow: NOW,
        audit: NOW,
        consents: NOW,
        updates: NOW,
        backups: NOW,
        messages: NOW,
        tries: NOW,
      },
      { ended: NOW, forgotten: NOW },
      NOW,
    ),
  'retention.report': ({ retention }) => retention.report('2026-05-18', {}, NOW, NOW),
  'retention.reports': ({ retention }) => retention.reports(),
  'erased.stillHere': ({ erased }) => erased.stillHere(new Set()),
  'keys.noteRotated': ({ keys }) => keys.noteRotated(),
  'meta.knowsKey': ({ meta }) => meta.knowsKey(),
  'disk.settle': ({ disk }) => disk.settle(NOW),
  'meta.set': ({ meta }) => meta.set('bot-name', 'lotse_bot'),
  'meta.noteLive': ({ meta }) => meta.noteLive(),
  'copies.isFree': ({ copies }) => copies.isFree(),
  'staff.displaced.list': ({ staff }) =>
    staff.displaced.list({ centres: ['hochfeld'], from: NOW, until: LATER, closures: ['c'] }, 9),
  'staff.displaced.reasonOf': ({ staff }) => staff.displaced.reasonOf('b'),
  'staff.counted.read': ({ staff }) => staff.counted.read(['a', 'b']),
  'staff.counted.count': ({ staff }) =>
    staff.counted.count(
      { key: 'a', before: null, until: NOW },
      { key: 'b', before: NOW, until: LATER },
    ),
  'staff.counted.giveBack': ({ staff }) =>
    staff.counted.giveBack({ key: 'a', before: null, until: LATER }, NOW),
  'staff.access.secret': ({ staff }) => staff.access.secret(),
  'staff.access.addInvite': ({ staff }) => staff.access.addInvite('h', 's', LATER),
  'staff.access.dropInvites': ({ staff }) => staff.access.dropInvites('s'),
  'staff.access.readInvite': ({ staff }) => staff.access.readInvite('h', NOW),
  'staff.access.useInvite': ({ staff }) => staff.access.useInvite('h', NOW),
  'staff.access.attempts': ({ staff }) => staff.access.attempts('k'),
  'staff.access.countAttempt': ({ staff }) => staff.access.countAttempt('k', null, NOW),
  'staff.access.clearAttempts': ({ staff }) => staff.access.clearAttempts('k', NOW),
  'staff.access.useCode': ({ staff }) => staff.access.useCode('k', NOW, NOW),
  'staff.calendars.make': ({ staff }) =>
    staff.calendars.make({ id: 'f', hash: 'h', staffId: 's', centre: null, detail: 'full' }, NOW),
  'staff.calendars.of': ({ staff }) => staff.calendars.of('s'),
  'staff.calendars.find': ({ staff }) => staff.calendars.find('h'),
  'staff.calendars.noteFetch': ({ staff }) =>
    staff.calendars.noteFetch({ id: 'f', fetchedAt: null } as never, NOW),
  'staff.calendars.end': ({ staff }) => staff.calendars.end('f', 's'),
  'staff.people.list': ({ staff }) => staff.people.list(),
  'staff.people.find': ({ staff }) => staff.people.find('s'),
  'staff.people.change': ({ staff }) =>
    staff.people.change('s', { name: 'A', role: 'lead', centres: [], body: null }, NOW),
  'staff.people.close': ({ staff }) => staff.people.close('s', NOW),
  'staff.people.has': ({ staff }) => staff.people.has('s'),
  'staff.people.reopen': ({ staff }) => staff.people.reopen('s', NOW),
  'staff.people.forget': ({ staff }) => staff.people.forget('s'),
  'staff.people.eraseClosed': ({ staff }) => staff.people.eraseClosed(NOW),
  'undelivered.calls': ({ undelivered }) => undelivered.calls(),
  'undelivered.sendAgain': ({ undelivered }) => undelivered.sendAgain([1], NOW),
  'undelivered.heed': ({ undelivered }) => undelivered.heed([1], NOW),
  'undelivered.callAgain': ({ undelivered }) => undelivered.callAgain('timeout', NOW),
  'undelivered.heedCalls': ({ undelivered }) => undelivered.heedCalls('timeout', NOW),
  'outbox.followClock': ({ outbox }) => outbox.followClock(NOW),
  'meta.drop': ({ meta }) => meta.drop('bot-name'),
  'madeUp.takeAway': ({ madeUp }) => madeUp.takeAway('@demo.example'),
  'staff.audit.add': ({ staff }) => staff.audit.add(entry),
  'staff.audit.last': ({ staff }) => staff.audit.last(),
  'staff.audit.holds': ({ staff }) => staff.audit.holds({ id: 1, hash: 'h' }),
  'staff.audit.noteEnd': ({ staff }) => staff.audit.noteEnd(NOW),
  'staff.audit.prune': ({ staff }) => staff.audit.prune(NOW, NOW),
  'staff.audit.sentSince': ({ staff }) =>
    staff.audit.sentSince({ staffId: 's', action: 'see-calendar', centres: ['hochfeld'] }, NOW),
  'staff.audit.recordOf': ({ staff }) => staff.audit.recordOf('HF-2345'),
  'staff.inspections.ask': ({ staff }) => staff.inspections.ask(inspection),
  'staff.inspections.all': ({ staff }) => staff.inspections.all(),
  'staff.inspections.looks': ({ staff }) => staff.inspections.looks(['hochfeld'], NOW),
  'staff.inspections.change': ({ staff }) => staff.inspections.change(inspection, inspection),
  'staff.inspections.forget': ({ staff }) => staff.inspections.forget(LATER),
  'staff.intakes.page': async ({ staff }) => {
    await staff.intakes.page(sight, null, 50)
    await staff.intakes.page(sight, null, 50, { since: NOW })
  },
  'staff.intakes.find': ({ staff }) => staff.intakes.find('i'),
  'staff.intakes.locate': ({ staff }) => staff.intakes.locate(['7F3-K2D']),
  'staff.inbox.aliases': ({ staff }) => staff.inbox.aliases(sight, () => true),
  'staff.intakes.others': ({ staff }) => staff.intakes.others({ id: 'i', personId: 'p' } as never),
  'staff.intakes.meetWish': ({ staff }) => staff.intakes.meetWish('i'),
  'staff.day.bookings': ({ staff }) => staff.day.bookings(sight, NOW, LATER),
  'staff.changes.requestOf': ({ staff }) => staff.changes.requestOf('b'),
  'staff.changes.since': ({ staff }) => staff.changes.since('i', NOW, ['note']),
  'staff.care.take': ({ staff }) =>
    staff.care.take(
      'i',
      { takenBy: null, body: null, centre: 'hochfeld', status: 'new' },
      { takenBy: 's', body: 'drk', status: 'new' },
      NOW,
    ),
  'staff.care.assign': ({ staff }) =>
    staff.care.assign(
      'i',
      { takenBy: null, body: null, centre: 'hochfeld', status: 'new' },
      { takenBy: 's', body: 'drk', status: 'in-care' },
      { id: 'a', staffId: 's', text: '' },
      NOW,
    ),
  'staff.calls.add': ({ staff }) =>
    staff.calls.add({ id: 'c', intakeId: 'i', staffId: 's', outcome: 'reached', at: NOW }),
  'staff.calls.undo': ({ staff }) => staff.calls.undo('i', 'c'),
  'staff.followUps.set': ({ staff }) =>
    staff.followUps.set(
      'i',
      { on: '2026-05-19', line: '', staffId: 's' },
      { now: NOW, isTold: true },
    ),
  'staff.followUps.reopen': ({ staff }) => staff.followUps.reopen('2026-05-18', NOW),
  'staff.followUps.end': ({ staff }) => staff.followUps.end('i', { now: NOW, isTold: true }),
  'staff.care.takeArrived': ({ staff }) =>
    staff.care.takeArrived('b', { takenBy: 's', body: 'drk' }, NOW),
  'staff.care.giveBackArrived': ({ staff }) =>
    staff.care.giveBackArrived('i', 'drk', { at: NOW, now: NOW }),
  'staff.care.setStatus': ({ staff }) => staff.care.setStatus('i', 'new', 'closed', false, NOW),
  'staff.care.handOver': ({ staff }) =>
    staff.care.handOver(
      'i',
      { centre: 'hochfeld', body: 'drk' },
      { centre: 'meiderich', body: 'caritas' },
      { id: 'n', staffId: 's', text: '' },
      NOW,
    ),
  'staff.care.addNote': ({ staff }) =>
    staff.care.addNote({ id: 'n', intakeId: 'i', staffId: 's', text: '' }, NOW),
  'staff.care.find': ({ staff }) =>
    staff.care.find(
      { intakeId: 'i', rechtskreis: 'SGB II', verdict: 'confirmed', staffId: 's' },
      NOW,
    ),
  'staff.care.refer': ({ staff }) =>
    staff.care.refer({ id: 'r', intakeId: 'i', staffId: 's', target: 't', agreed: [] }, 'o', NOW),
  'staff.care.entries': ({ staff }) => staff.care.entries('i'),
  'staff.usage.weeks': ({ staff }) => staff.usage.weeks(['hochfeld'], '2026-05-18', '2026-05-18'),
  'staff.usage.hours': ({ staff }) => staff.usage.hours(['hochfeld'], '2026-05-04', '2026-05-04'),
  'staff.usage.firstMade': ({ staff }) => staff.usage.firstMade(),
  'staff.usage.months': ({ staff }) => staff.usage.months('2026-05', '2026-05'),
  'staff.usageLanguages.firstSubmitted': ({ staff }) => staff.usageLanguages.firstSubmitted(),
  'staff.usageLanguages.talks': ({ staff }) => staff.usageLanguages.talks(NOW, LATER),
  'staff.usageLanguages.add': async ({ staff: { usageLanguages } }) => {
    const mark = { key: 'counted', before: null, day: '2026-05-18' }
    const place = { centre: 'hochfeld', month: '2026-05', language: 'ckb' }
    const languages = [{ ...place, understanding: 'matched', count: 1 }] as const
    const taken = { quarter: '2026-Q2', centre: 'hochfeld', body: 'drk', count: 1 }
    const quarters = [{ ...taken, kind: 'requests', code: 'first' }] as const
    const counts = { languages, quarters }
    await usageLanguages.add(mark, counts)
    return usageLanguages.add({ ...mark, before: mark.day, day: '2026-05-19' }, counts)
  },
  'staff.usageQuarters.taken': ({ staff }) => staff.usageQuarters.taken(NOW, LATER),
  'staff.usageQuarters.referred': ({ staff }) => staff.usageQuarters.referred(NOW, LATER),
  'staff.usageQuarters.kept': ({ staff }) => staff.usageQuarters.kept(['hochfeld'], NOW, LATER),
  'staff.usageQuarters.of': ({ staff }) => staff.usageQuarters.of('2026-Q2', ['hochfeld'], 'drk'),
  'staff.usageLanguages.ever': ({ staff }) => staff.usageLanguages.ever('2026-05'),
  'staff.tokens.add': ({ staff }) =>
    staff.tokens.add(
      { id: 't', name: 'A', hash: 'h', role: 'lead', centres: [], expiresAt: null } as never,
      NOW,
    ),
  'staff.tokens.find': ({ staff }) => staff.tokens.find('t'),
  'staff.tokens.list': ({ staff }) => staff.tokens.list(),
  'staff.tokens.noteUse': ({ staff }) =>
    staff.tokens.noteUse({ id: 't', usedAt: null } as never, NOW),
  'staff.tokens.revoke': ({ staff }) => staff.tokens.revoke('t', NOW),
  'staff.typed.keep': ({ staff }) => staff.typed.keep(TYPED, 'text', LATER, NOW),
  'staff.typed.open': ({ staff }) => staff.typed.open(TYPED, NOW),
  'staff.typed.drop': ({ staff }) => staff.typed.drop(TYPED),
  'staff.typed.exchange': ({ staff }) => staff.typed.exchange(TYPED, 'text', NOW),
  'holdings.of': ({ holdings }) => holdings.of('p'),
  'forgetting.request': ({ forgetting }) =>
    forgetting.request('i', [], 'staff:s', { stoppedHours: 96, owed: owed('staff-change') }, NOW),
  'forgetting.personOwing': ({ forgetting }) =>
    forgetting.personOwing(owed('farewell'), [], 'staff:s', 96, NOW),
  'outbox.ofKinds': ({ outbox }) => outbox.ofKinds(['p'], ['reminder']),
  'outbox.owedAbout': ({ outbox }) => outbox.owedAbout('p'),
  'outbox.goOn': ({ outbox }) =>
    outbox.goOn({ id: 1, attempts: 1 }, { bookingId: 'b', payload: {} }, NOW),
  'people.hasRequest': ({ people }) => people.hasRequest('p'),
  'people.leave': ({ people }) => people.leave('p'),
  'forgetting.person': ({ forgetting }) => forgetting.person('p', [], 96, NOW),
}

/** What sends raw statements alone, or nothing; and what better-auth sends is better-auth's. */
export const RAW_ALONE: readonly string[] = [
  'appointments.book',
  'appointments.change',
  'appointments.endOffers',
  'appointments.find',
  'appointments.move',
  'appointments.offer',
  'appointments.openOf',
  'appointments.taken',
  'cities.load',
  'cities.other',
  'cities.version',
  'close',
  'copies.bringingIn',
  'copies.clear',
  'copies.isHalf',
  'copies.migrations',
  'copies.page',
  'copies.put',
  'copies.tables',
  'details.drop',
  'erased.after',
  'inputs.markAnswered',
  'inputs.messagesOf',
  'inputs.noteTaken',
  'due.look',
  'keys.isRotated',
  'keys.wordFor',
  'keys.rotateSome',
  'meta.get',
  'meta.hasKey',
  'meta.isLive',
  'meta.keyName',
  'disk.trouble',
  'disk.rewrite',
  'disk.size',
  'meta.notReady',
  'offers.untold',
  'outbox.claim',
  'outbox.owedSince',
  'outbox.queue',
  'pages.open',
  'pages.seal',
  'people.begin',
  'people.writeDown',
  'reminders.lookedAt',
  'replies.add',
  'staff.access.keyOf',
  'staff.audit.addAll',
  'staff.audit.notedAt',
  'staff.audit.page',
  'staff.audit.verify',
  'staff.authAdapter',
  'staff.dayPage',
  'staff.inbox.around',
  'staff.inbox.page',
  'staff.inbox.pulse',
  'staff.inbox.state',
  'staff.usage.addSeats',
  'talks.load',
  'talks.requestsSince',
  'talks.save',
  'told.note',
  'undelivered.count',
  'undelivered.messages',
  'waiting.list',
  'waiting.of',
  'waiting.stop',
  'waiting.wish',
  'webhooks.claim',
]
