// Figures of the papers, measured: on sealed texts, tables, files and sign-in, not on the code that says them.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hashPassword } from 'better-auth/crypto'
import { expect, it } from 'vitest'
import { SEALED_COLUMNS } from '../../../src/papers/crypto.ts'
import { CRYPTO, figuresOf, NIGHTLY_COPY_DAYS, TIME_TRAVEL } from '../../../src/papers/figures.ts'
import { keptOf } from '../../../src/papers/kept.ts'
import { createSeal } from '../../../src/store/engine/seal.ts'
import { SEALED } from '../../../src/store/keys.ts'
import { duisburg } from '../../support/duisburg.ts'

it('key, nonce, tag and keyed hash have the lengths that are said', async () => {
  const bytes = CRYPTO.keyBits / 8
  const seal = await createSeal(randomBytes(bytes).toString('base64'))
  await expect(createSeal(randomBytes(bytes - 1).toString('base64'))).rejects.toThrow()
  const [, iv = '', data = ''] = (await seal.seal('')).split('.')
  expect(Buffer.from(iv, 'base64').length * 8).toBe(CRYPTO.ivBits)
  expect(Buffer.from(data, 'base64').length * 8).toBe(CRYPTO.tagBits)
  expect(Buffer.from(seal.mark('x'), 'base64').length * 8).toBe(CRYPTO.hmacBits)
})

it('the sealed columns are those that the store seals', () => {
  const sealed = SEALED.map(([table, column]) => `${table}.${column}`)
  expect(Object.keys(SEALED_COLUMNS).toSorted()).toEqual(sealed.toSorted())
})

it('every table stands once in the deletion concept, and none that is not there', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const models = [...schema.matchAll(/^model (\w+) \{/gm)].map(([, name = '']) => name)
  const kept = keptOf(figuresOf(duisburg())).flatMap(({ tables }) => tables)
  expect(kept.toSorted()).toEqual(models.toSorted())
})

it('backups go when it is said, and what is said of D1 stands in the operations', () => {
  const service = readFileSync('docs/install/lotse-backup.service', 'utf8')
  expect(service).toContain(`-mtime +${NIGHTLY_COPY_DAYS - 1} -delete`)
  const operations = readFileSync('docs/operations.md', 'utf8')
  expect(operations).toContain(
    `every minute of the last ${TIME_TRAVEL.paid} days (${TIME_TRAVEL.free} on the free plan)`,
  )
})

it('passwords are kept by scrypt: a salt and a key of 64 bytes', async () => {
  const [salt = '', key = ''] = (await hashPassword('a long enough password')).split(':')
  expect([Buffer.from(salt, 'hex').length, Buffer.from(key, 'hex').length]).toEqual([16, 64])
})
