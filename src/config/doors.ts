// Which doors are open to people: Telegram, the web, or both; and what each cannot do without.

import * as z from 'zod'
import { isPrivate } from './half-working.ts'

const DOORS = ['telegram', 'web'] as const

/** Which doors are open. */
export type Doors = Readonly<Record<(typeof DOORS)[number], boolean>>

type Given = {
  DOORS?: readonly (keyof Doors)[] | undefined
  BOT_TOKEN?: string | undefined
  PUBLIC_URL?: string | undefined
  WEBHOOK_SECRET?: string | undefined
}

/** What DOORS may be: `telegram`, `web`, or both with a comma. */
export const doorsSchema = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(',').map((name) => name.trim()) : given),
  z
    .array(z.enum(DOORS, 'expected telegram, web or telegram,web'))
    .refine((names) => new Set(names).size === names.length, 'a door is named twice'),
)

/** The doors that are open: those named, else both, as the demo and a bot with an address have them. */
export function doorsOf({ DOORS: named }: Given): Doors {
  return { telegram: !named || named.includes('telegram'), web: !named || named.includes('web') }
}

/** A door that is named and lacks a setting, or a setting of a door that is not named. */
export function doorFaults(given: Given): { setting: keyof Given; message: string }[] {
  if (!given.DOORS) return []
  const { telegram, web } = doorsOf(given)
  const faults: { setting: keyof Given; message: string }[] = []
  const say = (setting: keyof Given, message: string) => faults.push({ setting, message })
  if (telegram && !given.BOT_TOKEN) say('BOT_TOKEN', 'missing: DOORS opens Telegram')
  if (web && !given.PUBLIC_URL) {
    say('PUBLIC_URL', 'missing: DOORS opens the web, and links have to lead somewhere')
  } else if (web && given.PUBLIC_URL && !isPrivate(given.PUBLIC_URL)) {
    say('PUBLIC_URL', 'expected https://: DOORS opens the web, and others could read on the way')
  }
  if (!telegram) {
    for (const setting of ['BOT_TOKEN', 'WEBHOOK_SECRET'] as const) {
      if (given[setting])
        say(setting, 'given, but DOORS does not open Telegram: take one of them out')
    }
  }
  return faults
}

/** What a runtime needs of Telegram that has no polling and no demo; nothing where it is not open. */
export function neededForTelegram(named: unknown): ('BOT_TOKEN' | 'WEBHOOK_SECRET')[] {
  const read = doorsSchema.optional().safeParse(named || undefined)
  const isOpen = !read.success || doorsOf({ DOORS: read.data }).telegram
  return isOpen ? ['BOT_TOKEN', 'WEBHOOK_SECRET'] : []
}
