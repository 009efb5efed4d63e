// The address of a chat in Telegram.

import type { Address } from '../../src/domain/people/address.ts'

export const chat = (id: number | string): Address => ({ channel: 'telegram', id: String(id) })
