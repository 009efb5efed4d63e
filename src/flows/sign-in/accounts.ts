// Staff accounts: made by an administrator or the command line, opened by a one-time link.

import { symmetricEncrypt } from 'better-auth/crypto'
import type { Deps } from '../../deps.ts'
import type { NewAccount, StaffPerson } from '../../domain/people/accounts.ts'
import { isGuessable } from '../../domain/people/guessable-password.ts'
import { cleanText } from '../../domain/people/typed-text.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './auth.ts'
import type { SignIn } from './sign-in.ts'

/** How long the link to a first password is good, in milliseconds. */
export const INVITE_LASTS = 72 * 60 * 60_000

export type PasswordFault =
  | 'passwordShort'
  | 'passwordLong'
  | 'passwordsDiffer'
  | 'passwordGuessable'

/** Makes an account that nobody can sign in to yet. `null` where the e-mail address has one. */
export async function addAccount(signIn: SignIn, account: NewAccount): Promise<string | null> {
  const { internalAdapter } = await signIn.auth.$context
  const email = account.email.trim().toLowerCase()
  if (await internalAdapter.findUserByEmail(email)) return null
  const made = await internalAdapter.createUser(
    {
      ...account,
      name: cleanText(account.name),
      email,
      centres: JSON.stringify(account.centres),
      emailVerified: true,
    },
    { method: 'admin' },
  )
  return made.id
}

/** The path of a link that sets a password once, within three days. Found by a hash that needs no key: it is unguessable. */
export async function invite({ store, clock }: Deps, staffId: string): Promise<string> {
  const token = crypto.getRandomValues(new Uint8Array(32)).toHex()
  const { access } = store.staff
  await access.addInvite(await fingerprintOf(token), staffId, clock.now() + INVITE_LASTS)
  return `/staff/invite/${token}`
}

/** E-mail address of whoever the link is for; `null` once it is used or expired. */
export async function readInvite(
  { store, clock }: Deps,
  signIn: SignIn,
  token: string,
): Promise<string | null> {
  const { access } = store.staff
  const staffId = await access.readInvite(await fingerprintOf(token), clock.now())
  if (staffId === null) return null
  const { internalAdapter } = await signIn.auth.$context
  return (await internalAdapter.findUserById(staffId))?.email ?? null
}

/** What is wrong with a new password of whoever `own` names; `null` where nothing is. */
export function passwordFault(
  password: string,
  repeated: string,
  own: readonly string[],
): PasswordFault | null {
  if (password.length < SHORTEST_PASSWORD) return 'passwordShort'
  if (password.length > LONGEST_PASSWORD) return 'passwordLong'
  if (password !== repeated) return 'passwordsDiffer'
  return isGuessable(password, own) ? 'passwordGuessable' : null
}

/** Sets the password and ends all sessions. False where the link was used in the meantime. */
export async function acceptInvite(
  { store, clock }: Deps,
  signIn: SignIn,
  token: string,
  password: string,
): Promise<boolean> {
  const { access } = store.staff
  const { password: hashing } = await signIn.auth.$context
  // Hashed before the link is spent, so that a fault here does not cost the link.
  const hash = await hashing.hash(password)
  const staffId = await access.useInvite(await fingerprintOf(token), clock.now())
  if (staffId === null) return false
  await setPassword(signIn, staffId, hash)
  return true
}

/** Accounts with one password already set: for a demo only. May run twice, and mends what was cut off between the two. */
export async function addDemoAccounts(
  signIn: SignIn,
  accounts: readonly NewAccount[],
  hash: string,
): Promise<void> {
  const { internalAdapter } = await signIn.auth.$context
  for (const account of accounts) {
    const id = (await addAccount(signIn, account)) ?? (await findAccount(signIn, account.email))
    if (id === null || (await internalAdapter.findCredentialAccount(id))) continue
    await setPassword(signIn, id, hash)
  }
}

/** A second factor with a known secret: for a demo only. May run twice, and mends what was cut off between the two. */
export async function addDemoFactor(
  signIn: SignIn,
  { email, secret }: { email: string; secret: string },
): Promise<void> {
  const { adapter, internalAdapter, secretConfig: key } = await signIn.auth.$context
  const userId = await findAccount(signIn, email)
  if (userId === null) return
  const model = 'twoFactor'
  if (!(await adapter.findOne({ model, where: [{ field: 'userId', value: userId }] }))) {
    const [sealed, backupCodes] = await Promise.all([
      symmetricEncrypt({ key, data: secret }),
      symmetricEncrypt({ key, data: '[]' }),
    ])
    const data = { userId, secret: sealed, backupCodes, verified: true }
    await adapter.create({ model, data })
  }
  await internalAdapter.updateUser(userId, { twoFactorEnabled: true })
}

async function setPassword(signIn: SignIn, staffId: string, hash: string): Promise<void> {
  const { internalAdapter } = await signIn.auth.$context
  await internalAdapter.deleteUserSessions(staffId)
  if (await internalAdapter.findCredentialAccount(staffId)) {
    await internalAdapter.updatePassword(staffId, hash)
    return
  }
  await internalAdapter.createAccount({
    userId: staffId,
    accountId: staffId,
    providerId: 'credential',
    password: hash,
  })
}

/** The id of an account by its e-mail address. */
export async function findAccount(signIn: SignIn, email: string): Promise<string | null> {
  const { internalAdapter } = await signIn.auth.$context
  return (await internalAdapter.findUserByEmail(email.trim().toLowerCase()))?.user.id ?? null
}

/** Ends an account, its links and all its sessions. False for the last administrator, who stays. */
export async function closeAccount(
  { store, clock }: Deps,
  signIn: SignIn,
  id: string,
): Promise<boolean> {
  const { access, people } = store.staff
  if (!(await people.close(id, clock.now()))) return false
  await access.dropInvites(id)
  const { internalAdapter } = await signIn.auth.$context
  await internalAdapter.deleteUserSessions(id)
  return true
}

export type ListedAccount = {
  email: string
  role: string
  centres: readonly string[]
  body: string | null
  disabledAt: Date | null
}

/** All accounts, by e-mail address. */
export async function listAccounts(signIn: SignIn): Promise<ListedAccount[]> {
  const { adapter } = await signIn.auth.$context
  const rows = await adapter.findMany<Omit<ListedAccount, 'centres'> & { centres: string }>({
    model: 'user',
    sortBy: { field: 'email', direction: 'asc' },
    limit: 1000,
  })
  return rows.map((row) => ({ ...row, centres: JSON.parse(row.centres) as string[] }))
}

/** All accounts as administrators see them: those who are in by name, then the closed ones. */
export function staffAccounts({ store }: Deps): Promise<StaffPerson[]> {
  return store.staff.people.list()
}

/**
 * Whether an account has open requests, and requests laid aside until a day: what it leaves when it is closed. How many
 * is no administrator's to know of anybody.
 */
export function hasRequests({ store }: Deps, id: string) {
  return store.staff.people.has(id)
}

/** One account; `null` where there is none of this id. */
export function staffAccount({ store }: Deps, id: string): Promise<StaffPerson | null> {
  return store.staff.people.find(id)
}
