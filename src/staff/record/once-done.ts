// The way on from a record that asks for nothing more of who looks.

import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'
import { wayOn } from './trail.ts'
import type { WorkView } from './work-view.ts'

/** Once it is closed, passed on, or back with everybody. */
export function onceDone(
  frame: Frame,
  { intake, me, trail }: Pick<WorkView, 'intake' | 'me' | 'trail'>,
): Html | '' {
  const isMine = intake.takenBy?.id === me.id && intake.status === 'in-care'
  return isMine ? '' : wayOn(frame, trail?.next)
}
