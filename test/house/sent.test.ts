// What Prisma's models send is kept beside the store, so that whoever reviews a change sees the SQL it
// makes. `npx vitest run test/house/sent.test.ts -u` writes it anew.

import { expect, test } from 'vitest'
import { createSeal } from '../../src/store/engine/seal.ts'
import { STATEMENTS } from '../../src/store/sql/statement.ts'
import { createStore } from '../../src/store/store.ts'
import { migratedFile } from '../support/migrated.ts'
import { openRecorded } from '../support/recorded.ts'
import { begin, CALLS, RAW_ALONE } from '../support/store-calls.ts'

const HEAD = `-- What the store's methods send through Prisma's models, each called once on a nearly empty database. Made
-- by test/house/sent.test.ts; not to be edited. A raw statement in between goes by its name (sql/).`

test('what models send is what src/store/sent.sql says', async () => {
  const { file, remove } = migratedFile()
  const sent: string[] = []
  const db = await openRecorded(file, sent)
  const store = createStore(db, await createSeal(Buffer.alloc(32, 1).toString('base64')))
  await begin(store)
  const parts = [HEAD]
  const mute: string[] = []
  for (const [name, call] of Object.entries(CALLS)) {
    sent.length = 0
    await Promise.resolve(call(store)).catch((fault: unknown) => {
      // A row that something points to is not there: the statement went out all the same.
      if (!/constraint/i.test(String(fault))) throw fault
    })
    const texts = sent.map((sql) => nameOf(sql) ?? tidy(sql))
    if (!texts.some((text) => !text.startsWith('-- raw'))) mute.push(name)
    parts.push([`-- ${name}`, ...texts].join('\n'))
  }
  expect(mute, 'speaks no model').toEqual([])
  expect(methodsOf(store).sort()).toEqual([...Object.keys(CALLS), ...RAW_ALONE].sort())
  await db.$disconnect()
  remove()
  await expect(`${parts.join('\n\n')}\n`).toMatchFileSnapshot('../../src/store/sent.sql')
})

function nameOf(sql: string): string | undefined {
  const found = STATEMENTS.find((one) => one.sql === sql)
  return found && `-- raw: ${found.name}`
}

// The name of the database file stands before each table, and a comment for tracing at the end.
const tidy = (sql: string) => `${sql.replaceAll('`main`.', '').replaceAll('`', '"').trim()};`

/** Every method by its name, `staff.care.take`. */
function methodsOf(store: object, before = ''): string[] {
  return Object.entries(store).flatMap(([key, value]) =>
    typeof value === 'function' ? [before + key] : methodsOf(value, `${before}${key}.`),
  )
}
