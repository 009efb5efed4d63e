// A year of a scenario, person by person, through the rules that Lotse itself goes by.

import { needOf } from '../../src/domain/appointment/language-fit.ts'
import { isWorkingDay } from '../../src/domain/calendar/working-days.ts'
import { mailedAsk } from '../../src/domain/interpreting/by-mail.ts'
import { knownBy, unpromised } from '../../src/domain/interpreting/nobody-left.ts'
import { type Booked, ordersFor, placeOf, shownOf } from './booked.ts'
import { answeredToday } from './by-link.ts'
import { type Chosen, goesByMail, type How } from './choosing.ts'
import { cityOf, dayIn, instant, without } from './city.ts'
import { countNeed, countTalk, countWait, type Figures, noFigures } from './figures.ts'
import { atDesk, isPressing, isShownTooSoon, leavingByMail, nextNotices } from './interpreters.ts'
import { isFree, onCallOf } from './on-call.ts'
import { createQueue } from './queue.ts'
import { DESK, type Scenario, YEAR } from './scenarios.ts'
import { answersOf, isWoman, seatsIn, timeFor, timeInstead, type World, wish } from './world.ts'
import { type Asking, yearOf } from './year.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
// Absences are entered before anybody comes.
const AT_NIGHT = 60

/** The first days are not counted: nobody has booked yet, so that the list is longer than it ever is again. */
export const UNCOUNTED_DAYS = 28

/** What comes of a year, or of its first `days`. */
export function simulate(
  scenario: Scenario,
  seed: number,
  how: How,
  days: number = YEAR.days,
): Figures {
  const { asking, absences } = yearOf(scenario, seed)
  const profile = cityOf(scenario, how)
  const booked = new Set<Booked>()
  const world: World = { scenario, seed, how, figures: noFigures(), profile, booked, now: 0 }
  const queue = createQueue()
  const until = instant(days, 0)

  queue.add(instant(UNCOUNTED_DAYS, 0), () => {
    world.figures = noFigures()
  })
  for (const absence of absences) {
    queue.add(instant(Math.max(0, absence.from - absence.knownDays), AT_NIGHT), () => {
      world.profile = without(world.profile, scenario, absence)
      // Whose counsellor is away hears so, with what to do where it has to be known already.
      for (const one of world.booked)
        if (knownBy(one.startsAt, world.profile.state) <= world.now)
          tellUnpromised(one, one.startsAt)
      if (goesByMail(how)) for (const one of world.booked) mail(one)
    })
  }
  for (let day = 0; how !== 'blind' && day < days; day += 1)
    if (isWorkingDay(dayIn(day), profile.state)) queue.add(instant(day, DESK.is), workThrough)
  for (const person of asking) queue.add(instant(person.day, person.minute), () => ask(person))

  function workThrough(): void {
    for (const one of world.booked) {
      atDesk(world, one)
      if (goesByMail(how)) mail(one)
      hearOfNobody(one)
    }
  }

  /** What is done about an appointment that has been taken, moved or cancelled, beside the mornings. */
  function workDuringDay(one: Booked): void {
    if (goesByMail(how)) mail(one)
    if (how !== 'notices') return
    queue.add(nextNotices(world), () => {
      if (isPressing(world, one)) atDesk(world, one)
    })
  }

  /** What leaves by itself, after the patience that Lotse has. */
  function mail(one: Booked): void {
    for (const { at, leave } of leavingByMail(world, one))
      queue.add(at, () => {
        leave()
        if (how === 'by link') hearToday(one)
      })
  }

  /** What a pool answers on the day on which it is asked is known on that day, where it answers behind a link. */
  function hearToday(one: Booked): void {
    const at = answeredToday(world, one)
    if (at === null) return
    queue.add(at, () => {
      atDesk(world, one)
      mail(one)
      hearOfNobody(one)
    })
  }

  function ask(person: Asking): void {
    world.figures.asked += 1
    const need = needOf(answersOf(person))
    const chosen = timeFor(world, person, need)
    if (!chosen) {
      world.figures.foundNothing += 1
      return
    }
    if (chosen.onFirstScreen !== null) world.figures.firstScreen.wanted += 1
    if (chosen.onFirstScreen) world.figures.firstScreen.had += 1
    const one: Booked = {
      ...{ id: person.id, person, need, ...placeOf(chosen, world.now) },
      ...{
        open: true,
        orders: [],
        gaveUp: new Map(),
        honoured: false,
        heardToBring: null,
        heardNobody: null,
      },
    }
    world.booked.add(one)
    if (person.woman) wish(world, one)
    countWait(world.figures, one)
    workDuringDay(one)
    hearToBring(one)
    watch(one)
    expect(one)
  }

  /** What its person will do with it. */
  function expect(one: Booked): void {
    const { fate } = one.person
    if (!('at' in fate || 'hoursBefore' in fate)) return
    const { bookedAt, startsAt } = one
    const left = startsAt - bookedAt
    const after = 'at' in fate ? fate.at * left : left - fate.hoursBefore * HOUR
    const change = fate.does === 'moves' ? move : cancel
    queue.add(bookedAt + (after > 0 ? after : left / 2), () => change(one))
  }

  function move(one: Booked): void {
    const chosen = timeFor(world, one.person, one.need, one)
    if (chosen) take(one, chosen)
  }

  /** Takes another time than the one they have. */
  function take(one: Booked, chosen: Chosen): void {
    one.gaveUp.set(one.startsAt, world.now)
    Object.assign(one, placeOf(chosen, world.now))
    workDuringDay(one)
    hearToBring(one)
    watch(one)
  }

  function cancel(one: Booked): void {
    one.gaveUp.set(one.startsAt, world.now)
    one.open = false
    workDuringDay(one)
  }

  /** Who hears that nobody is left to be asked, once for each time, of which they had heard that one is sought. */
  function hearOfNobody(one: Booked): void {
    if (!one.open || one.startsAt <= world.now || one.heardNobody === one.startsAt) return
    if (unpromisedNow(one) !== 'nobody' || !isSought(one)) return
    one.heardNobody = one.startsAt
    lookAnew(one, false)
  }

  /**
   * The message names other times; who heeds the language looks at them at once, goes on to the list that stands
   * below them where none suits, and may take one. Whom somebody may still be promised goes no further.
   */
  function lookAnew(one: Booked, isAsked: boolean): void {
    if (!one.person.heedsLanguage) return
    const chosen = timeInstead(world, one, isAsked) ?? (isAsked ? null : listedInstead(one))
    if (!chosen) return
    world.figures.tookInstead += 1
    take(one, chosen)
  }

  function listedInstead(one: Booked): Chosen | null {
    const listed = timeFor(world, one.person, one.need, one)
    return listed?.told === 'spoken' || listed?.told === 'interpreter' ? listed : null
  }

  /** What Lotse says to whom nobody is promised by when it has to be known; who books after that hears it at once. */
  function hearToBring(one: Booked): void {
    if (how === 'blind') return
    const { startsAt } = one
    const by = knownBy(startsAt, world.profile.state)
    if (by <= world.now && one.told !== 'spoken') one.heardToBring = startsAt
    if (by > world.now) queue.add(by, () => tellUnpromised(one, startsAt))
  }

  function tellUnpromised(one: Booked, startsAt: number): void {
    if (!one.open || one.startsAt !== startsAt) return
    const said = unpromisedNow(one)
    if (said === null) return
    one.heardToBring = startsAt
    if (said === 'on-call') world.figures.heardOnCall += Number(isSought(one))
    else if (one.told !== 'nobody' || ordersFor(one).length > 0) world.figures.heardNotYet += 1
    if (said === 'not-yet') lookAnew(one, true)
  }

  function unpromisedNow(one: Booked) {
    const { now, profile: city } = world
    const needs = shownOf(one, city, now)
    const isAsked = goesByMail(how) && mailedAsk(needs, one.startsAt, city, now) !== null
    const isOnCall = onCallOf(world, one).length > 0
    return unpromised(needs, one.startsAt, { now, state: city.state, isAsked, isOnCall })
  }

  /** Whether they have heard that somebody would be there. */
  function isSought(one: Booked): boolean {
    return one.told === 'interpreter' || one.told === 'spoken' || ordersFor(one).length > 0
  }

  /** Looks at an appointment a day before and when it begins, unless it has been moved or cancelled. */
  function watch(one: Booked): void {
    const { startsAt } = one
    const ifStill = (look: () => void) => () => {
      if (one.open && one.startsAt === startsAt && startsAt < until) look()
    }
    const dayBefore = startsAt - DAY
    const isShort = dayBefore < world.now
    one.honoured = one.person.woman && isWoman(world, one)
    queue.add(
      isShort ? world.now : dayBefore,
      ifStill(() => {
        countNeed(world.figures, one, { ...world, isShort })
        world.figures.shownTooSoon += Number(isShownTooSoon(world, one))
        if (one.honoured && !isWoman(world, one)) world.figures.woman.lostLater += 1
      }),
    )
    queue.add(
      startsAt,
      ifStill(() => {
        world.figures.seats.booked += 1
        if (one.person.fate.does !== 'misses') world.figures.seats.came += 1
        countTalk(world.figures, one, { profile: world.profile, isFree: isFree(world, one) })
      }),
    )
    // Kept a while longer, so that the desk still finds what was ordered for it.
    queue.add(startsAt + 4 * DAY, () => {
      if (one.startsAt === startsAt) world.booked.delete(one)
    })
  }

  for (let next = queue.next(); next && next.at < until; next = queue.next()) {
    world.now = next.at
    next.run()
  }
  world.figures.seats.bookable = seatsIn(world, { from: UNCOUNTED_DAYS, until: days - 1 })
  return world.figures
}
