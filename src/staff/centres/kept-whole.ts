// Where people already come, what they have to be told may not be taken away again, nor lack where they could go next:
// the next start would be refused, and a Worker would let nobody in.

import type { Deps } from '../../deps.ts'
import { launchLacks } from '../../domain/profile/launch.ts'
import { isOpenToPeople } from '../../flows/launch.ts'
import type { Word } from '../frame/words.ts'
import type { Edit } from './edit.ts'

/** The edit, which then refuses a city with fewer facts; `why`: what is said, above and at the `needs` that are empty. */
export function keptWhole(
  deps: Pick<Deps, 'config'>,
  edit: Edit,
  why: Word,
  needs: readonly string[],
): Edit {
  if (!isOpenToPeople(deps)) return edit
  return {
    ...edit,
    needs,
    refuses: (after, before) =>
      launchLacks(after).length > launchLacks(before).length ? why : null,
  }
}
