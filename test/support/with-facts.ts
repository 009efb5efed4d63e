// A city that may go live: what people have to be told is entered, and made up.

import { withMadeUpFacts } from '../../src/domain/profile/made-up-facts.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { duisburg } from './duisburg.ts'

/** The city with made-up facts where it has none; Duisburg unless another is given. */
export const withFacts = (profile: Profile = duisburg()): Profile => withMadeUpFacts(profile)
