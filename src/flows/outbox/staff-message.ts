// A message from staff, worded in the moment of sending.

import { type StaffMessage, showStaffMessage } from '../../domain/dialog/show/staff-message.ts'
import { factsOf } from '../conversation/step.ts'
import type { Compose } from './outbox.ts'

/** What the outbox keeps in the open: codes and ids, never the text. */
export type StaffMessageNote = {
  template: StaffMessage['template']
  centre: string
  intake: string
  by: string
}

/** Drops a free text that is gone: it has been erased with the person's data. */
export const composeStaffMessage: Compose = async (deps, city, message, now) => {
  const { template, centre } = message.payload as StaffMessageNote
  const facts = factsOf(deps, city, now)
  if (template !== 'free') {
    return { screen: showStaffMessage({ template, centre }, facts, message.language) }
  }
  if (message.text === null) return { drop: 'gone' }
  const free = { template, centre, text: message.text }
  return { screen: showStaffMessage(free, facts, message.language) }
}
