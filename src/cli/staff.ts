// `lotse staff …` and `lotse token …`: who may come in, people by a link, machines by a token.

import type { Deps } from '../deps.ts'
import { addDays, dateOf } from '../domain/calendar/wall-clock.ts'
import { asStaffLanguage, readScope, type Scope } from '../domain/people/accounts.ts'
import { ROLES } from '../domain/people/rights.ts'
import { currentCity } from '../flows/city.ts'
import {
  addAccount,
  closeAccount,
  findAccount,
  invite,
  listAccounts,
} from '../flows/sign-in/accounts.ts'
import { createSignIn } from '../flows/sign-in/sign-in.ts'
import { makeToken } from '../flows/staff/tokens.ts'
import { dayBegins, readDate } from '../staff/frame/dates.ts'
import { type Command, CommandFault } from './terminal.ts'

const SCOPE = '--role ROLE --centre ID[,ID]'

export const staffCommands: readonly Command[] = [
  {
    usage: 'staff add EMAIL',
    what: `makes an account (${SCOPE} --name NAME [--body ID] [--language de|en]) and prints its link`,
    run: async (terminal, [email = '', ...words]) => {
      if (!/^\S+@\S+\.\S+$/.test(email)) throw new CommandFault('EMAIL: expected an address')
      const deps = await terminal.open()
      const options = readOptions(words)
      const signIn = await createSignIn(deps)
      const name = options.get('name') ?? (await terminal.ask('Name: '))
      const language = asStaffLanguage(options.get('language'))
      const scope = await scopeOf(deps, options)
      const id = await addAccount(signIn, { ...scope, name, email, language })
      if (id === null) throw new CommandFault(`${email} has an account already`)
      terminal.print(`${base(deps)}${await invite(deps, id)}`)
      terminal.print('This link works once, within three days.')
      return true
    },
  },
  {
    usage: 'staff link EMAIL',
    what: 'prints a new link that sets a password, for somebody who forgot theirs',
    run: async (terminal, [email = '']) => {
      const deps = await terminal.open()
      const id = await findAccount(await createSignIn(deps), email)
      if (id === null) throw new CommandFault(`${email} has no account`)
      terminal.print(`${base(deps)}${await invite(deps, id)}`)
      return true
    },
  },
  {
    usage: 'staff close EMAIL',
    what: 'ends an account and its sessions at once',
    run: async (terminal, [email = '']) => {
      const deps = await terminal.open()
      const signIn = await createSignIn(deps)
      const id = await findAccount(signIn, email)
      if (id === null) throw new CommandFault(`${email} has no account`)
      await closeAccount(signIn, id)
      terminal.print(`${email} is closed.`)
      return true
    },
  },
  {
    usage: 'staff list',
    what: 'lists the accounts with role and centres',
    run: async (terminal) => {
      const deps = await terminal.open()
      for (const { email, role, centres, disabledAt } of await listAccounts(
        await createSignIn(deps),
      )) {
        const closed = disabledAt ? ' (closed)' : ''
        terminal.print(`${email}  ${role}  ${centres.join(',') || '-'}${closed}`)
      }
      return true
    },
  },
  {
    usage: 'token create NAME',
    what: `makes a token for a machine (${SCOPE} [--body ID] [--until YYYY-MM-DD]) and prints it once`,
    run: async (terminal, [name = '', ...words]) => {
      if (name === '') throw new CommandFault('NAME: expected what the token is for')
      const deps = await terminal.open()
      const options = readOptions(words)
      const scope = await scopeOf(deps, options)
      const until = options.get('until')
      const day = readDate(until)
      if (until && !day) throw new CommandFault('--until: expected a day, such as 2027-12-31')
      const expiresAt = day ? dayBegins(addDays(day, 1)) : null
      terminal.print(await makeToken(deps, { ...scope, name, expiresAt }))
      return true
    },
  },
  {
    usage: 'token list',
    what: 'lists the tokens, never their secrets',
    run: async (terminal) => {
      const deps = await terminal.open()
      for (const token of await deps.store.staff.tokens.list()) {
        const ended = token.revokedAt ? ' (revoked)' : endOf(token, deps.clock.now())
        const centres = token.centres.join(',') || '-'
        terminal.print(`${token.id}  ${token.name}  ${token.role}  ${centres}${ended}`)
      }
      return true
    },
  },
  {
    usage: 'token revoke ID',
    what: 'ends a token at once',
    run: async (terminal, [id = '']) => {
      const deps = await terminal.open()
      const ended = await deps.store.staff.tokens.revoke(id, deps.clock.now())
      if (!ended) throw new CommandFault(`${id}: there is no such token, or it has ended`)
      terminal.print(`${id} is revoked.`)
      return true
    },
  },
]

/** Until when a token works, where it ends by itself. */
function endOf({ expiresAt }: { expiresAt: number | null }, now: number): string {
  if (expiresAt === null) return ''
  return expiresAt <= now ? ' (expired)' : ` (until ${dateOf(expiresAt - 1)})`
}

/** `--name value` pairs. */
function readOptions(words: readonly string[]): Map<string, string> {
  const options = new Map<string, string>()
  for (let index = 0; index < words.length; index += 2) {
    const [option = '', value] = [words[index], words[index + 1]]
    if (!option.startsWith('--') || value === undefined) {
      throw new CommandFault(`${option}: expected --option and a value`)
    }
    options.set(option.slice(2), value)
  }
  return options
}

async function scopeOf(deps: Deps, options: Map<string, string>): Promise<Scope> {
  const { profile } = await currentCity(deps)
  const scope = readScope(profile, {
    role: options.get('role') ?? '',
    centres: (options.get('centre') ?? '').split(',').filter((id) => id !== ''),
    body: options.get('body') ?? '',
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
    case 'body':
      throw new CommandFault(`--body: ${scope.value} is not one of ${bodies}`)
  }
}

const base = ({ config }: Deps) => config.publicUrl ?? `http://localhost:${config.port}`
