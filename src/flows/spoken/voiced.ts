// A reply for a door whose messages stay, with what is heard of it: a button, and the sound where it comes at once.

import type { Deps } from '../../deps.ts'
import type { Input } from '../../domain/dialog/reduce.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import { withHearing } from '../../domain/dialog/show/hearing.ts'
import type { Tap } from '../../domain/dialog/tap.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { cityLately } from '../city.ts'
import type { Reply } from '../conversation/step.ts'
import { type Hears, type Sounding, soundingOf } from './sounding.ts'

/** The reply as it goes out. A screen without a voice has no button; mostly no statement. */
export async function voiced(deps: Deps, reply: Reply, input: Input): Promise<Reply> {
  const { screen, hears, hide } = reply
  // What is cleared away is not spoken of.
  if (!hears || hide) return reply
  const { profile } = await cityLately(deps)
  const heard = await heardScreen(deps, profile, screen, hears)
  if (!heard) return reply
  const { sounding: sound, screen: whole } = heard
  const comes = hears.byItself || asksToHear(input)
  return { ...reply, ...(comes ? { sound } : {}), screen: whole }
}

/** A screen with its button, and what it sounds like; `undefined` where it cannot be heard. Mostly no statement. */
export async function heardScreen(
  deps: Deps,
  profile: Profile,
  screen: Screen,
  hears: Hears,
): Promise<{ screen: Screen; sounding: Sounding } | undefined> {
  const sounding = await soundingOf(deps, profile, screen, hears)
  if (!sounding) return undefined
  return { sounding, screen: hears.tap ? withHearing(screen, hears.tap) : screen }
}

/** Whether an input asks for the sound: the button does, so does choosing a voice, and whoever speaks is answered by speaking. */
const asksToHear = (input: Input): boolean =>
  input.kind === 'unreadable'
    ? input.what === 'voice'
    : input.kind === 'tap' && (input.tap.do === 'voice' || isForSound(input.tap))

/** Whether a press changes nothing but that the screen is heard. */
export const isForSound = (tap: Tap): boolean =>
  tap.do === 'hear' || (tap.do === 'lobby' && tap.sound === 'on')
