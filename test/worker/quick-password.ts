// In the place of the library's hashing of passwords in a Worker under test, with fewer rounds.

import { randomBytes, scrypt } from 'node:crypto'
import { rounds } from '../support/password-rounds.ts'

function keyOf(password: string, salt: string): Promise<string> {
  const options = { ...rounds, r: 16, p: 1, maxmem: 2 ** 26 }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 64, options, (fault, key) =>
      fault ? reject(fault) : resolve(key.toString('hex')),
    )
  })
}

/** Salt and key, as the library writes them. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16).toString('hex')
  return `${salt}:${await keyOf(password, salt)}`
}

/** Whether a password is the one that was hashed. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [salt = '', key] = hash.split(':')
  return (await keyOf(password, salt)) === key
}
