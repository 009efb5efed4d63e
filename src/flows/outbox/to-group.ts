// To a group of staff, wherever it is by now.

import type { Deps } from '../../deps.ts'
import type { DeliveryOutcome } from '../../domain/appointment/delivery.ts'
import type { Screen } from '../../domain/dialog/screen.ts'
import { say } from '../../domain/dialog/text.ts'
import { groupPlace, placeText, TOPIC_GONE } from '../../domain/people/notices.ts'
import { followGroup, leaveTopic } from '../staff/notices.ts'
import type { Messenger } from './messenger.ts'

/** To its new number, and to everybody in it where its topic is gone; notices go there from then on. */
export async function toGroup(
  deps: Deps,
  telegram: Messenger,
  place: string,
  screen: Screen,
): Promise<DeliveryOutcome> {
  const { chat, topic } = groupPlace(place)
  const outcome = await telegram.send(place, 'de', screen, { quiet: false })
  if (outcome.of === 'moved' && outcome.to !== chat) {
    await followGroup(deps, chat, outcome.to)
    const there = placeText(
      topic === undefined ? { chat: outcome.to } : { chat: outcome.to, topic },
    )
    return await telegram.send(there, 'de', screen, { quiet: false })
  }
  if (outcome.of !== 'topic-gone' || topic === undefined) return outcome
  await leaveTopic(deps, { chat, topic })
  const gone = { text: say('common.name', { name: TOPIC_GONE }) }
  const told = { ...screen, lines: [gone, ...screen.lines] }
  return await telegram.send(chat, 'de', told, { quiet: false })
}
