// Everything that is kept. The only folder that knows the database; it holds no rule.

import { createAppointments } from './appointments.ts'
import { createAudit } from './audit.ts'
import { createBarriers } from './barriers.ts'
import { createCallAttempts } from './call-attempts.ts'
import { createCare } from './care.ts'
import { createChanges } from './changes.ts'
import { createCities } from './cities.ts'
import { createClips } from './clips.ts'
import { createClosures } from './closures.ts'
import { createCopies } from './copies.ts'
import { createCountedTries } from './counted-tries.ts'
import { createDay } from './day.ts'
import { createDayPage } from './day-page.ts'
import { createDetails } from './details.ts'
import { createDisk } from './disk.ts'
import { createDisplaced } from './displaced.ts'
import { createDue } from './due.ts'
import type { Database } from './engine/database.ts'
import type { Seal } from './engine/seal.ts'
import { createErased } from './erased.ts'
import { createFollowUps } from './follow-ups.ts'
import { createForgetting } from './forgetting.ts'
import { createHoldings } from './holdings.ts'
import { createInbox } from './inbox.ts'
import { createInputs } from './inputs.ts'
import { createInspections } from './inspections.ts'
import { createIntakes } from './intakes.ts'
import { createInterpreterOrders } from './interpreter-orders.ts'
import { createKeys } from './keys.ts'
import { createMadeUp } from './made-up.ts'
import { createMeta } from './meta.ts'
import { createNotices } from './notices.ts'
import { createOffers } from './offers.ts'
import { createOutbox } from './outbox.ts'
import { createPages } from './pages.ts'
import { createParty } from './party.ts'
import { createPeople } from './people.ts'
import { createReferrals } from './referrals.ts'
import { createReleased } from './released.ts'
import { createReminders } from './reminders.ts'
import { createReplies } from './replies.ts'
import { createRetention } from './retention.ts'
import { createReturns } from './returns.ts'
import { countSources } from './sources.ts'
import { createSpeakers } from './speakers.ts'
import { createStaffAccess } from './staff-access.ts'
import { createStaffCalendars } from './staff-calendars.ts'
import { createStaffPeople } from './staff-people.ts'
import { createTalks } from './talks.ts'
import { createTelegramFiles } from './telegram-files.ts'
import { createTies } from './ties.ts'
import { createTokens } from './tokens.ts'
import { createTold } from './told.ts'
import { createTypedForms } from './typed-forms.ts'
import { createUndelivered } from './undelivered.ts'
import { createUsage } from './usage.ts'
import { createUsageLanguages } from './usage-languages.ts'
import { createUsageQuarters } from './usage-quarters.ts'
import { createVoiceMessages } from './voice-messages.ts'
import { createWaiting } from './waiting.ts'
import { createWebhooks } from './webhooks.ts'

export type Store = ReturnType<typeof createStore>

export function createStore(db: Database, seal: Seal) {
  return {
    talks: createTalks(db, seal),
    people: createPeople(db, seal),
    pages: createPages(seal),
    party: createParty(db, seal),
    holdings: createHoldings(db, seal),
    appointments: createAppointments(db),
    interpreterOrders: createInterpreterOrders(db),
    forgetting: createForgetting(db),
    closures: createClosures(db),
    clips: createClips(db),
    released: createReleased(db),
    speakers: createSpeakers(db, seal),
    telegramFiles: createTelegramFiles(db),
    countSources: (until: string) => countSources(db, until),
    offers: createOffers(db),
    waiting: createWaiting(db),
    due: createDue(db),
    outbox: createOutbox(db, seal),
    notices: createNotices(db, seal),
    undelivered: createUndelivered(db),
    webhooks: createWebhooks(db, seal),
    reminders: createReminders(db),
    cities: createCities(db),
    referrals: createReferrals(db),
    replies: createReplies(db, seal),
    voiceMessages: createVoiceMessages(db, seal),
    barriers: createBarriers(db, seal),
    inputs: createInputs(db, seal),
    told: createTold(db, seal),
    ties: createTies(db, seal),
    retention: createRetention(db, seal),
    returns: createReturns(db, seal),
    details: createDetails(db, seal),
    erased: createErased(db, seal),
    keys: createKeys(db, seal),
    disk: createDisk(db),
    meta: createMeta(db, seal),
    madeUp: createMadeUp(db),
    copies: createCopies(db),
    staff: {
      access: createStaffAccess(db, seal),
      counted: createCountedTries(db),
      people: createStaffPeople(db),
      calendars: createStaffCalendars(db),
      // With better-auth behind it, which nobody waits for who only chats.
      authAdapter: async () => (await import('./auth-adapter.ts')).createAuthAdapter(db),
      audit: createAudit(db, seal),
      inspections: createInspections(db),
      intakes: createIntakes(db, seal),
      inbox: createInbox(db, seal),
      displaced: createDisplaced(db, seal),
      day: createDay(db, seal),
      dayPage: createDayPage(db, seal),
      care: createCare(db, seal),
      calls: createCallAttempts(db),
      followUps: createFollowUps(db, seal),
      changes: createChanges(db),
      usage: createUsage(db),
      usageLanguages: createUsageLanguages(db),
      usageQuarters: createUsageQuarters(db),
      tokens: createTokens(db),
      typed: createTypedForms(db),
    },
    close: () => db.$disconnect(),
  }
}
