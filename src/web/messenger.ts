// The way to people on a page: nothing is sent there. What is owed stands on it until they look.

import type { Messenger } from '../flows/outbox/messenger.ts'

/** Keeps each message for the page; it is worded when it is looked at. */
export const pageMessenger: Messenger = { send: async () => ({ of: 'kept' }) }
