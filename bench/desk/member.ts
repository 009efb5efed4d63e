// Somebody of the staff at a Lotse that runs in a process of its own: an account written into its file, then signed in
// over HTTP with password and second factor.

import { readConfig } from '../../src/config/settings.ts'
import type { NewAccount } from '../../src/domain/people/accounts.ts'
import { addAccount, invite } from '../../src/flows/sign-in/accounts.ts'
import { createSignIn } from '../../src/flows/sign-in/sign-in.ts'
import { openDeps } from '../../src/runtime/node/deps.ts'
import { createVisitor, keyIn } from '../../test/support/staff-house.ts'
import { benchSettings } from '../taps/running.ts'

const PASSWORD = 'correct horse battery staple'

export type Member = {
  /** Opens a page of the desk; throws where it does not come. */
  open: (path: string) => Promise<string>
}

/** Writes an account into a migrated file. @returns how it signs in at `root` later */
export async function engage(
  file: string,
  account: NewAccount,
): Promise<(root: string) => Promise<Member>> {
  const read = readConfig(benchSettings(file))
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const deps = await openDeps(read.config, { now: Date.now, isSteady: () => true })
  const signIn = await createSignIn(deps)
  const id = await addAccount(signIn, account)
  if (id === null) throw new Error('this address is taken')
  const link = await invite(deps, id)
  await deps.store.close()
  let secret: string | undefined

  return async (root) => {
    const app = {
      request: async (path: string, init: RequestInit) =>
        await fetch(new URL(path, root), { ...init, redirect: 'manual' }),
    }
    const visitor = createVisitor(app as never, '127.0.0.1', root)
    if (secret === undefined) await visitor.post(link, { password: PASSWORD, repeat: PASSWORD })
    await visitor.post('/staff/sign-in', { email: account.email, password: PASSWORD })
    const page = await visitor.get('/staff/second-factor')
    secret ??= keyIn(page.text)
    const { code } = await signIn.auth.api.generateTOTP({ body: { secret } })
    await visitor.post('/staff/second-factor', { code })
    return {
      open: async (path) => {
        let came = await visitor.get(path)
        for (let turns = 0; came.location && turns < 3; turns++)
          came = await visitor.get(came.location)
        if (came.status !== 200) throw new Error(`${path} came with ${came.status}`)
        return came.text
      },
    }
  }
}

export const COUNSELLOR: NewAccount = {
  role: 'counsellor',
  centres: ['hochfeld'],
  body: 'drk',
  name: 'Rose',
  email: 'rose@example.org',
  language: 'de',
}

export const COORDINATOR: NewAccount = {
  ...COUNSELLOR,
  role: 'coordinator',
  centres: [],
  body: null,
  email: 'koordination@example.org',
}
