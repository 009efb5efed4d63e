// `lotse staff …` and `lotse token …`: who may come in, people by a link, machines by a token.

import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { dateOf } from '../domain/calendar/wall-clock.ts'
import {
  LONGEST_NAME,
  readEmail,
  readName,
  readScope,
  type Scope,
  STAFF_LANGUAGES,
} from '../domain/people/accounts.ts'
import { OPERATOR } from '../domain/people/audit.ts'
import { isRole, lacksBody, ROLES } from '../domain/people/rights.ts'
import { lastTokenDay, TOKEN_ROLES, tokenEnd } from '../domain/people/tokens.ts'
import { currentCity } from '../flows/city.ts'
import { findAccount, listAccounts, staffAccount } from '../flows/sign-in/accounts.ts'
import {
  type Administration,
  closePerson,
  invitePerson,
  linkPerson,
  reopenPerson,
} from '../flows/sign-in/change-account.ts'
import { createSignIn } from '../flows/sign-in/sign-in.ts'
import { createToken, revokeToken } from '../flows/staff/tokens.ts'
import { type Command, command } from './command.ts'
import { CommandFault, type Terminal } from './terminal.ts'

// What is done here stands in the audit, as at the desk.
const BY_OPERATOR = { id: OPERATOR, client: null }

const SCOPE = '--role ROLE --centre ID[,ID] --body ID'
const text = { type: 'string' } as const
const SCOPE_FLAGS = { role: text, centre: text, body: text }

export const staffCommands: readonly Command[] = [
  command({
    usage: 'staff add EMAIL',
    what: `makes an account (${SCOPE} --name NAME [--language de|en]) and prints its link`,
    flags: { ...SCOPE_FLAGS, name: text, language: text },
    run: async (terminal, typed, flags) => {
      const email = readEmail(typed)
      if (email === null) {
        throw new CommandFault('EMAIL: expected an address, such as anna@city.example')
      }
      const language = flags.language ?? 'de'
      if (!isOffered(language)) throw new CommandFault('--language: expected de or en')
      const at = await administration(terminal)
      const { deps } = at
      const name = nameOf('--name', flags.name ?? (await terminal.ask('Name: ')))
      const scope = await scopeOf(deps, flags)
      const link = await invitePerson(at, { ...scope, name, email, language })
      if (link === null) throw new CommandFault(`${email} has an account already`)
      terminal.print(`${base(deps)}${link}`)
      terminal.print('This link works once, within three days.')
      return true
    },
  }),
  command({
    usage: 'staff link EMAIL',
    what: 'prints a new link that sets a password, for somebody who forgot theirs',
    run: async (terminal, email) => {
      const at = await administration(terminal)
      const outcome = await linkPerson(at, await accountOf(at, email))
      if (typeof outcome === 'string') {
        throw new CommandFault(
          `${email} is closed, a link would lead nowhere: staff reopen ${email}`,
        )
      }
      terminal.print(`${base(at.deps)}${outcome.link}`)
      return true
    },
  }),
  command({
    usage: 'staff close EMAIL',
    what: 'ends an account and its sessions at once',
    run: async (terminal, email) => {
      const at = await administration(terminal)
      const id = await accountOf(at, email)
      if ((await staffAccount(at.deps, id))?.closed) {
        throw new CommandFault(`${email} is closed already`)
      }
      if ((await closePerson(at, id)) !== 'done') {
        throw new CommandFault(
          `${email} is the last administrator who can sign in, and cannot be closed: first staff add EMAIL --role administrator, whose link sets a password`,
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
      const at = await administration(terminal)
      const id = await accountOf(at, email)
      if (!(await staffAccount(at.deps, id))?.closed) {
        throw new CommandFault(`${email} is not closed`)
      }
      await reopenPerson(at, id)
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
    run: async (terminal, typed, flags) => {
      const name = nameOf('NAME', typed)
      const deps = await terminal.open()
      const scope = await scopeOf(deps, flags)
      if (!TOKEN_ROLES.includes(scope.role)) {
        throw new CommandFault(`--role: a token is for one of ${TOKEN_ROLES.join(', ')}`)
      }
      const expiresAt = flags.until === undefined ? null : untilOf(flags.until, deps.clock.now())
      terminal.print(await createToken(deps, BY_OPERATOR, { ...scope, name, expiresAt }))
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
      const ended = await revokeToken(deps, BY_OPERATOR, id)
      if (!ended) throw new CommandFault(`${id}: there is no such token, or it has ended`)
      terminal.print(`${id} is revoked.`)
      return true
    },
  }),
]

const isOffered = (word: string): word is (typeof STAFF_LANGUAGES)[number] =>
  STAFF_LANGUAGES.some((one) => one === word)

function nameOf(what: string, typed: string): string {
  const name = readName(typed)
  if (name === null) throw new CommandFault(`${what}: expected 1 to ${LONGEST_NAME} characters`)
  return name
}

/** The end of the day that was typed. */
function untilOf(typed: string, now: number): number {
  const day = z.iso.date().safeParse(typed).data
  const end = day === undefined ? null : tokenEnd(day, now)
  if (end !== null) return end
  throw new CommandFault(`--until: expected a day from ${dateOf(now)} to ${lastTokenDay(now)}`)
}

/** The accounts, in the hands of whoever types the command. */
async function administration(terminal: Terminal): Promise<Administration> {
  const deps = await terminal.open()
  return { deps, signIn: await createSignIn(deps), actor: BY_OPERATOR }
}

/** What whoever works with cases and belongs to no carrier has to be told. */
const lackOf = (role: string, body: string | null): string =>
  isRole(role) && lacksBody({ role, body }) ? ' (no carrier: reads no requests)' : ''

/** Until when a token works, where it ends by itself. */
function endOf({ expiresAt }: { expiresAt: number | null }, now: number): string {
  if (expiresAt === null) return ''
  return expiresAt <= now ? ' (expired)' : ` (until ${dateOf(expiresAt - 1)})`
}

/** The account of an address; a fault of the command where there is none. */
async function accountOf({ signIn }: Administration, email: string): Promise<string> {
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
