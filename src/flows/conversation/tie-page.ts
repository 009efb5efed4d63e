// The page on which a link to another door is taken up: whose language it is in, and the address it would make.

import type { Deps } from '../../deps.ts'
import type { Address } from '../../domain/people/address.ts'
import { fingerprintOf } from '../fingerprint.ts'

/** `guest`: the address that the page made for this browser. */
type Opened = { language: string; guest: Address | undefined }

const pageOf = (word: string): Address => ({ channel: 'web', id: word })

/** The address a page would make, as a text for its form: pressed twice, it is the same. */
export const sealGuest = ({ store }: Deps, word: string, { id }: Address): Promise<string> =>
  store.pages.seal('guest', pageOf(word), id)

/** What a link opens; `undefined` where it leads to no page, is over, or was used long ago. */
export async function openedTie(
  { store, clock }: Deps,
  word: string,
  form = '',
): Promise<Opened | undefined> {
  const found = await store.ties.find(await fingerprintOf(word))
  if (found?.channel !== 'web' || found.expiresAt <= clock.now()) return undefined
  const id = form === '' ? undefined : await store.pages.open('guest', pageOf(word), form)
  return { language: found.language, guest: id ? { channel: 'web', id } : undefined }
}
