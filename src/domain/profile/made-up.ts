// What the demo makes up, so that there is something to see: who counsels when in Duisburg, hours on the days on
// which nothing opens, pools of interpreters, and who answers for it all. No seed says any of it, and no city goes live with it.

import type { Counselling, OpeningRule } from '../calendar/rules.ts'
import type { Pool } from './interpreting.ts'
import { withMadeUpFacts, withoutMadeUpFacts } from './made-up-facts.ts'
import type { Profile } from './profile.ts'

/** By centre and rule; what is not there stays unknown, as it is in Rheinhausen. */
const COUNSELLING: Readonly<Record<string, Readonly<Record<string, readonly Counselling[]>>>> = {
  hochfeld: {
    monday: [{ seat: 1, languages: ['tr', 'ru', 'uk'], gender: 'woman' }],
    wednesday: [
      { seat: 1, languages: ['ckb', 'kmr'], gender: 'man' },
      { seat: 2, languages: ['bg', 'ro'], gender: 'woman' },
    ],
  },
  hamborn: {
    monday: [{ seat: 1, languages: ['ar', 'fa'], gender: 'man' }],
    wednesday: [{ languages: ['ar'], gender: 'woman' }],
  },
}

// The one demo account that counsels sits there.
const WITH_ACCOUNT = { centre: 'hamborn', rule: 'monday' }

const status = { confirmed: false, source: 'erfunden, nur für die Demo' }

const POOLS: readonly Pool[] = [
  {
    id: 'example-lay',
    name: 'Beispiel-Pool Ehrenamt',
    modes: ['on-site'],
    languages: ['ar', 'ckb', 'fa', 'kmr', 'prs'],
    genderWish: true,
    leadWorkingDays: 7,
    answersInWorkingDays: 3,
    longestMinutes: 180,
    freeCancelHours: 24,
    excludes: ['residence', 'debts'],
    contact: { mail: 'ehrenamt@pool.example' },
    status,
  },
  {
    id: 'example-telephone',
    name: 'Beispiel-Pool Telefon',
    modes: ['telephone'],
    languages: ['am', 'ps', 'so', 'sq', 'ti'],
    genderWish: false,
    leadWorkingDays: 2,
    longestMinutes: 60,
    freeCancelHours: 24,
    excludes: [],
    contact: { mail: 'telefon@pool.example' },
    status,
  },
]

const OWN_HOUR = 'demo-'
const WORKING_DAYS = [1, 2, 3, 4, 5, 6]
const OWN_HOURS = [
  { opens: '10:00', closes: '11:00' },
  { opens: '11:00', closes: '12:00' },
  { opens: '14:00', closes: '15:00' },
] as const

/**
 * An hour on each working day on which a centre is closed, and at the first one on Saturdays: whoever starts the
 * demo, on whatever day, has people today and tomorrow.
 */
function withHours(profile: Profile, validFrom: string): Profile {
  const centres = profile.centres.map((centre, nth) => {
    const { openings } = centre
    const isOpen = (day: number) =>
      openings.some(({ repeat }) => repeat.every === 'week' && repeat.weekdays.includes(day))
    const closed = WORKING_DAYS.filter((day) => (day < 6 || nth === 0) && !isOpen(day))
    const hours = OWN_HOURS[nth % OWN_HOURS.length] ?? OWN_HOURS[0]
    const own = closed.map(
      (day): OpeningRule => ({
        id: `${OWN_HOUR}${day}`,
        repeat: { every: 'week', weekdays: [day] },
        ...hours,
        validFrom,
      }),
    )
    return openings.length === 0 ? centre : { ...centre, openings: [...openings, ...own] }
  })
  return { ...profile, centres }
}

function withoutHours(profile: Profile): Profile {
  const centres = profile.centres.map((centre) => ({
    ...centre,
    openings: centre.openings.filter(({ id }) => !id.startsWith(OWN_HOUR)),
  }))
  return { ...profile, centres }
}

/**
 * The profile with what is made up, where nothing is entered. `staffId`: whose account counsels in the demo;
 * `since` (YYYY-MM-DD): from when on it is open each working day.
 */
export function withMadeUp(profile: Profile, staffId: string | null, since: string): Profile {
  const { interpreting = [] } = profile
  const city = withRules(withHours(withMadeUpFacts(profile), since), (rule, entries, isTheirs) => {
    if (entries.length === 0 || (rule.counselling ?? []).length > 0) return rule
    const own = isTheirs && staffId ? entries.map((one) => ({ ...one, staffId })) : [...entries]
    return { ...rule, counselling: own }
  })
  return interpreting.length > 0 ? city : { ...city, interpreting: [...POOLS] }
}

/** The profile without it; what somebody has entered or changed since stays. */
export function withoutMadeUp(profile: Profile): Profile {
  const city = withRules(
    withoutHours(withoutMadeUpFacts(profile)),
    ({ counselling, ...rule }, entries) => {
      const left = (counselling ?? []).filter(
        ({ staffId: _, ...one }) => !entries.some(isLike(one)),
      )
      return left.length > 0 ? { ...rule, counselling: left } : rule
    },
  )
  const { interpreting = [], ...rest } = city
  const pools = interpreting.filter(({ id }) => !POOLS.some((pool) => pool.id === id))
  return pools.length > 0 ? { ...rest, interpreting: pools } : rest
}

type Change = (rule: OpeningRule, entries: readonly Counselling[], isTheirs: boolean) => OpeningRule

function withRules(profile: Profile, change: Change): Profile {
  const centres = profile.centres.map((centre) => ({
    ...centre,
    openings: centre.openings.map((rule) => {
      const isTheirs = centre.id === WITH_ACCOUNT.centre && rule.id === WITH_ACCOUNT.rule
      return change(rule, COUNSELLING[centre.id]?.[rule.id] ?? [], isTheirs)
    }),
  }))
  return { ...profile, centres }
}

const isLike = (one: Counselling) => (other: Counselling) =>
  one.seat === other.seat &&
  one.gender === other.gender &&
  one.from === other.from &&
  one.until === other.until &&
  one.languages.join() === other.languages.join()
