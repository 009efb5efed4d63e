// `lotse staff …` and `lotse token …`: who may come in, people by a link, machines by a token.

import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { addDays, atWall, dateOf } from '../domain/calendar/wall-clock.ts'
import { asStaffLanguage, readScope, type Scope } from '../domain/people/accounts.ts'
import { isRole, lacksBody, ROLES } from '../domain/people/rights.ts'
import { currentCity } from '../flows/city.ts'
import {
  addAccount,
  closeAccount,
  findAccount,
  invite,
  listAccounts,
  staffAccount,
} from '../flows/sign-in/accounts.ts'
import { createSignIn, type SignIn } from '../flows/sign-in/sign-in.ts'
import { makeToken } from '../flows/staff/tokens.ts'
import { type Command, command } from './command.ts'
import { CommandFault } from './terminal.ts'

const SCOPE = '--role ROLE --centre ID[,ID] --body ID'
const text = { type: 'string' } as const
const SCOPE_FLAGS = { role: text, centre: text, body: text }

export const staffCommands: readonly Command[] = [
  command({
    usage: 'staff add EMAIL',
    what: `makes an account (${SCOPE} --name NAME [--language de|en]) and prints its link`,
    flags: { ...SCOPE_FLAGS, name: text, language: text },
    run: async (terminal, email, flags) => {
      if (!/^\S+@\S+\.\S+$/.test(email)) throw new CommandFault('EMAIL: expected an address')
      const deps = await terminal.open()
      const signIn = await createSignIn(deps)
      const name = flags.name ?? (await terminal.ask('Name: '))
      const language = asStaffLanguage(flags.language)
      const scope = await scopeOf(deps, flags)
      const id = await addAccount(signIn, { ...scope, name, email, language })
      if (id === null) throw new CommandFault(`${email} has an account already`)
      terminal.print(`${base(deps)}${await invite(deps, id)}`)
      terminal.print('This link works once, within three days.')
      return true
    },
  }),
  command({
    usage: 'staff link EMAIL',
    what: 'prints a new link that sets a password, for somebody who forgot theirs',
    run: async (terminal, email) => {
      const deps = await terminal.open()
      const id = await accountOf(await createSignIn(deps), email)
      if ((await staffAccount(deps, id))?.closed) {
        throw new CommandFault(
          `${email} is closed, a link would lead nowhere: staff reopen ${email}`,
        )
      }
      terminal.print(`${base(deps)}${await invite(deps, id)}`)
      return true
    },
  }),
  command({
    usage: 'staff close EMAIL',
    what: 'ends an account and its sessions at once',
    run: async (terminal, email) => {
      const deps = await terminal.open()
      const signIn = await createSignIn(deps)
      const id = await accountOf(signIn, email)
      if ((await staffAccount(deps, id))?.closed) {
        throw new CommandFault(`${email} is closed already`)
      }
      if (!(await closeAccount(deps, signIn, id))) {
        throw new CommandFault(
          `${email} is the last administrator, who cannot be closed: first staff add EMAIL --role administrator`,
        )
      }
      terminal.print(`${email} is closed. The way back: staff reopen ${email}`)
      return true
    },
  }),
  command({
    usage: 'staff reopen EMAIL',
    what: 'opens a closed account again; password and second factor are as they were',
    run: async (terminal, email) => {
      const deps = await terminal.open()
      const id = await accountOf(await createSignIn(deps), email)
      const isReopened = await deps.store.staff.people.reopen(id, deps.clock.now())
      if (!isReopened) throw new CommandFault(`${email} is not closed`)
      terminal.print(
        `${email} is open again. A new link, where the password is lost: staff link ${email}`,
      )
      return true
    },
  }),
  command({
    usage: 'staff list',
    what: 'lists the accounts with role, centres and carrier, and names those that lack one',
    run: async (terminal) => {
      const deps = await terminal.open()
      for (const { email, role, centres, body, disabledAt } of await listAccounts(
        await createSignIn(deps),
      )) {
        const ended = disabledAt ? ' (closed)' : lackOf(role, body)
        terminal.print(`${email}  ${role}  ${centres.join(',') || '-'}  ${body ?? '-'}${ended}`)
      }
      return true
    },
  }),
  command({
    usage: 'token create NAME',
    what: `makes a token for a machine (${SCOPE} [--until YYYY-MM-DD]) and prints it once`,
    flags: { ...SCOPE_FLAGS, until: text },
    run: async (terminal, name, flags) => {
      const deps = await terminal.open()
      const scope = await scopeOf(deps, flags)
      const day = z.iso.date().safeParse(flags.until).data
      if (flags.until && !day) throw new CommandFault('--until: expected a day, such as 2027-12-31')
      const expiresAt = day ? atWall(addDays(day, 1), 0) : null
      terminal.print(await makeToken(deps, { ...scope, name, expiresAt }))
      return true
    },
  }),
  command({
    usage: 'token list',
    what: 'lists the tokens, never their secrets',
    run: async (terminal) => {
      const deps = await terminal.open()
      for (const token of await deps.store.staff.tokens.list()) {
        const ended = token.revokedAt
          ? ' (revoked)'
          : `${endOf(token, deps.clock.now())}${lackOf(token.role, token.body)}`
        const centres = token.centres.join(',') || '-'
        const scope = `${token.role}  ${centres}  ${token.body ?? '-'}`
        terminal.print(`${token.id}  ${token.name}  ${scope}${ended}`)
      }
      return true
    },
  }),
  command({
    usage: 'token revoke ID',
    what: 'ends a token at once',
    run: async (terminal, id) => {
      const deps = await terminal.open()
      const ended = await deps.store.staff.tokens.revoke(id, deps.clock.now())
      if (!ended) throw new CommandFault(`${id}: there is no such token, or it has ended`)
      terminal.print(`${id} is revoked.`)
      return true
    },
  }),
]

/** What whoever works with cases and belongs to no carrier has to be told. */
const lackOf = (role: string, body: string | null): string =>
  isRole(role) && lacksBody({ role, body }) ? ' (no carrier: reads no requests)' : ''

/** Until when a token works, where it ends by itself. */
function endOf({ expiresAt }: { expiresAt: number | null }, now: number): string {
  if (expiresAt === null) return ''
  return expiresAt <= now ? ' (expired)' : ` (until ${dateOf(expiresAt - 1)})`
}

/** The account of an address; a fault of the command where there is none. */
async function accountOf(signIn: SignIn, email: string): Promise<string> {
  const id = await findAccount(signIn, email)
  if (id === null) throw new CommandFault(`${email} has no account`)
  return id
}

type ScopeFlags = { [flag in keyof typeof SCOPE_FLAGS]?: string }

async function scopeOf(deps: Deps, flags: ScopeFlags): Promise<Scope> {
  const { profile } = await currentCity(deps)
  const scope = readScope(profile, {
    role: flags.role ?? '',
    centres: (flags.centre ?? '').split(',').filter((id) => id !== ''),
    body: flags.body ?? '',
  })
  if (!('fault' in scope)) return scope
  const centres = profile.centres.map(({ id }) => id).join(', ')
  const bodies = (profile.bodies ?? []).map(({ id }) => id).join(', ')
  switch (scope.fault) {
    case 'role':
      throw new CommandFault(`--role: expected one of ${ROLES.join(', ')}`)
    case 'centre':
      throw new CommandFault(`--centre: ${scope.value} is not one of ${centres}`)
    case 'centreNeeded':
      throw new CommandFault(`--centre: a ${scope.role} needs one of ${centres}`)
    case 'bodyNeeded':
      throw new CommandFault(`--body: a ${scope.role} needs one of ${bodies}`)
    case 'body':
      throw new CommandFault(`--body: ${scope.value} is not one of ${bodies}`)
  }
}

const base = ({ config }: Deps) => config.publicUrl ?? `http://localhost:${config.port}`
