// People who come to the centres by way of the bot, for tests of the staff side.
import { createActor } from './actor.ts'
import type { House } from './staff-house.ts'

type Guest = {
  language?: string
  urgent?: 'no' | 'yes'
  topic?: string
  district?: string
  /** The code of the language to speak; else the first that is offered. */
  spoken?: string
  /** What they call it, where there is no button. */
  words?: string
  centre?: 'hochfeld' | 'hamborn' | 'rheinhausen'
  /** The carrier that has their request by now; `null` while nobody has taken it over. */
  body?: string | null
}

/** Somebody talks to the bot and books the first time at a centre. Returns the request's id and code. */
export async function guestBooks(house: House, guest: Guest = {}) {
  const { language = 'ckb', topic = 'housing', centre = 'hochfeld', body = 'drk' } = guest
  const district = { hochfeld: 'Mitte', hamborn: 'Hamborn', rheinhausen: 'Rheinhausen' }[centre]
  const word = (key: string) => house.deps.i18n.t(language, { key }, 0)
  const topicLabel = word(`questions.topics.option.${topic}`)
  const user = createActor(house.world)
  await user.sends('/start')
  await user.taps(word('lobby.language.own-name'))
  await user.taps(word('lobby.consent.button.agree'))
  if (guest.urgent === 'yes') {
    await user.taps(word('questions.urgent.option.yes'))
    await user.taps(word('questions.reason.option.letter'))
    await user.tapsData(new RegExp(`~tm~${centre}`)).catch(async () => {
      await user.taps(word('booking.times.button.more'))
      await user.taps(word('booking.times.button.centres'))
      await user.tapsData(new RegExp(centre))
      await user.tapsData(new RegExp(`~tm~${centre}`))
    })
  } else {
    await user.taps(word('questions.urgent.option.no'))
    // A rare one stands behind "more".
    const isRare = () => !user.buttons().some((label) => label.includes(topicLabel))
    for (let more = 0; more < 3 && isRare(); more++) await user.taps(word('common.button.more'))
    await user.taps(topicLabel)
    await user.taps(district)
    await user.tapsData(new RegExp(`an~spoken~${guest.spoken ? `${guest.spoken}$` : ''}`))
    if (guest.words) await user.sends(guest.words)
    await user.tapsData(new RegExp(`~tm~${centre}`))
  }
  await user.taps(word('booking.check.button.book'))
  const rows = await house.db.$queryRawUnsafe<{ id: string; ref: string }[]>(
    'SELECT "id", "ref" FROM "Intake" WHERE "ref" IS NOT NULL ORDER BY "createdAt" DESC, rowid DESC LIMIT 1',
  )
  const bookings = await house.db.$queryRawUnsafe<{ id: string }[]>(
    'SELECT "id" FROM "Booking" WHERE "intakeId" = ?',
    rows[0]?.id ?? '',
  )
  await house.db.intake.updateMany({ where: { id: rows[0]?.id ?? '' }, data: { bodyId: body } })
  return { user, id: rows[0]?.id ?? '', ref: rows[0]?.ref ?? '', booking: bookings[0]?.id ?? '' }
}
