// What an input is before anybody is looked up: read for danger, and whether it is to be answered at all.

import type { Deps } from '../../deps.ts'
import { heardOf } from '../../domain/dialog/reduce.ts'
import { type Incoming, inputNameOf, saidIn } from './step.ts'

/** One of what came as one; a cry for help whatever it came with. */
export async function isToBeAnswered({ store, clock }: Deps, incoming: Incoming): Promise<boolean> {
  const { address, group, input } = incoming
  if (group === undefined) return true
  // Noted for a cry, too: what comes with it is answered with it, and the numbers stay last.
  const name = inputNameOf(incoming)
  const isFirst = await store.inputs.isFirstOf(address, group, name, clock.now())
  return isFirst || heardOf(input) !== undefined
}

/** Whether a message was only changed in what nobody sees. */
export async function saysNothingNew({ store }: Deps, incoming: Incoming): Promise<boolean> {
  const { input } = incoming
  if (input.kind !== 'unreadable' || input.what !== 'edited') return false
  const said = await saidIn(incoming)
  return said !== undefined && (await store.inputs.wasSaid(said))
}

/** What is typed is read for danger first, wherever the person is and in whatever language. */
export function heeded<Arrived extends Pick<Incoming, 'input'>>(
  { i18n }: Deps,
  incoming: Arrived,
): Arrived {
  const { input } = incoming
  if (input.kind !== 'text' && input.kind !== 'unreadable' && input.kind !== 'command') {
    return incoming
  }
  // Where nothing is typed nothing is read: the words need not be there for a picture or a voice.
  return { ...incoming, input: { ...input, heard: input.text ? i18n.hear(input.text) : undefined } }
}
