// A person in the simulator who has booked at Hochfeld through the talk.

import { buttonsOf } from '../../src/simulator/acts.ts'
import { createActor } from './actor.ts'
import type { TestLotse } from './lotse.ts'

/** Books the first time of `day` (YYYY-MM-DD), with reminders unless `quietly`. */
export async function bookedPerson(
  lotse: TestLotse,
  options: {
    day: string
    language?: string
    quietly?: boolean
    name?: string
    spoken?: string
    reads?: 'little'
  },
) {
  const { day, language = 'de', quietly = false, name = 'Amal', spoken } = options
  const word = (key: string) => lotse.deps.i18n.t(language, { key }, 0)
  const user = createActor(lotse.world, { name })
  await user.sends('/start')
  await user.taps(word('lobby.language.own-name'))
  if (options.reads) await user.tapsData(/~little/)
  await user.taps(word('lobby.consent.button.agree'))
  await user.taps(word('questions.urgent.option.no'))
  await user.taps(word('questions.topics.option.housing'))
  await user.taps('Mitte')
  const sought = spoken ? new RegExp(`an~spoken~${spoken}$`) : /an~spoken/
  // What is rarely spoken stands behind "more".
  const offers = () =>
    buttonsOf(user.screen()).some(({ callback_data = '' }) => sought.test(callback_data))
  for (let more = 0; more < 4 && !offers(); more++) await user.taps(word('common.button.more'))
  await user.tapsData(sought)
  await user.tapsData(`1~da~hochfeld~${day}`)
  await user.tapsData(/~tm~hochfeld/)
  await user.taps(word(`booking.check.button.${quietly ? 'book-quietly' : 'book'}`))
  user.sees(word('booking.appointment.title'))
  return { user, word }
}
