// What whoever keeps the data does on the command line, against real files.

import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepCommands } from '../../src/cli/keep.ts'
import { currentCity } from '../../src/flows/city.ts'
import { composeAnnouncement } from '../../src/flows/outbox/announce.ts'
import { backup, restore } from '../../src/runtime/node/backup.ts'
import { bringErasedUpToDate, erasedBeside } from '../../src/runtime/node/erased.ts'
import { createSeal } from '../../src/store/engine/seal.ts'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara, introduce } from '../support/talks.ts'
import { testTerminal } from '../support/terminal.ts'

let folder: string
let home: string
let lotse: TestLotse
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lotse-keep-'))
  // Made by Lotse itself, whose rights are looked at, and no copy of an empty one.
  home = mkdtempSync(join(tmpdir(), 'lotse-kept-'))
  lotse = await startLotse({ file: join(home, 'lotse.db') })
})
afterEach(async () => {
  await lotse.stop()
  for (const one of [folder, home]) rmSync(one, { recursive: true, force: true })
})

const nothingMore = async () => {}
const at = (name: string) => join(folder, name)
const bookings = (file: string) => {
  const db = new Sqlite(file, { readonly: true })
  try {
    return db.prepare('SELECT "ref", "startsAt", "state" FROM "Booking"').all()
  } finally {
    db.close()
  }
}

describe('a backup', () => {
  it('made while people book comes back whole, and only with the key', async () => {
    await bookSara(createActor(lotse.world, { name: 'Sara' }))
    const more = createActor(lotse.world, { name: 'Azad' })
    const size = await Promise.all([
      backup(lotse.file, at('a.backup'), lotse.dataKey),
      introduce(more),
    ])
    expect(size[0]).toBe(statSync(at('a.backup')).size)
    expect(statSync(at('a.backup')).mode & 0o777).toBe(0o600)
    expect(readFileSync(at('a.backup')).includes('SQLite format')).toBe(false)
    await restore(at('a.backup'), at('new/lotse.db'), lotse.dataKey, nothingMore)
    expect(bookings(at('new/lotse.db'))).toEqual(bookings(lotse.file))
    await expect(
      restore(at('a.backup'), at('other.db'), randomBytes(32).toString('base64'), nothingMore),
    ).rejects.toThrow('another DATA_KEY')
    expect(existsSync(at('other.db'))).toBe(false)
  })

  it('is readable by its owner alone, also while it is made, and so is the database', async () => {
    const rights = (file: string) => statSync(file).mode & 0o777
    for (const end of ['', '-wal', '-shm']) expect(rights(`${lotse.file}${end}`)).toBe(0o600)
    const made = backup(lotse.file, at('a.backup'), lotse.dataKey)
    const beside = join(lotse.file, '..')
    const [open = ''] = readdirSync(beside).filter((name) => name.includes('.open-'))
    expect(rights(join(beside, open))).toBe(0o700)
    expect(rights(join(beside, open, 'copy.db'))).toBe(0o600)
    await made
    expect(readdirSync(beside).filter((name) => name.includes('.open-'))).toEqual([])
    expect(readdirSync(folder)).toEqual(['a.backup'])
  })

  it('opens with the older of two keys, too', async () => {
    await backup(lotse.file, at('a.backup'), lotse.dataKey)
    const newer = randomBytes(32).toString('base64')
    await restore(at('a.backup'), at('new.db'), `2:${newer},1:${lotse.dataKey}`, nothingMore)
    expect(existsSync(at('new.db'))).toBe(true)
  })

  it.each([
    ['a changed byte', (bytes: Buffer) => bytes.fill(1, 5000, 5001)],
    ['a cut end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['no backup at all', () => Buffer.from('hello')],
    ['nothing', () => Buffer.alloc(0)],
  ])('with %s is refused, and nothing is left behind', async (_, spoil) => {
    await backup(lotse.file, at('a.backup'), lotse.dataKey)
    writeFileSync(at('b.backup'), spoil(readFileSync(at('a.backup'))))
    await expect(restore(at('b.backup'), at('new.db'), lotse.dataKey, nothingMore)).rejects.toThrow(
      /is damaged|is no backup/,
    )
    expect(existsSync(at('new.db'))).toBe(false)
    expect(existsSync(at('new.db.part'))).toBe(false)
  })

  it('replaces nothing: neither an older backup nor a database', async () => {
    await backup(lotse.file, at('a.backup'), lotse.dataKey)
    await expect(backup(lotse.file, at('a.backup'), lotse.dataKey)).rejects.toThrow('not replaced')
    copyFileSync(lotse.file, at('here.db'))
    await expect(
      restore(at('a.backup'), at('here.db'), lotse.dataKey, nothingMore),
    ).rejects.toThrow('move it')
  })
})

describe('whoever was erased after a backup was made', () => {
  async function backThen() {
    const [sara, azad] = [createActor(lotse.world), createActor(lotse.world, { name: 'Azad' })]
    await bookSara(sara)
    await bookSara(azad)
    await backup(lotse.file, at('a.backup'), lotse.dataKey)
    const keep = () => bringErasedUpToDate(lotse.deps)
    await keep()
    await sara.sends('/delete')
    await sara.taps('Ja, alles löschen')
    await keep()
    const list = erasedBeside(lotse.file)
    await restore(at('a.backup'), at('new/lotse.db'), lotse.dataKey, nothingMore)
    const back = await startLotse({ file: at('new/lotse.db'), dataKey: lotse.dataKey })
    return { list: readFileSync(list, 'utf8'), back, chat: String(sara.chatId) }
  }
  const peopleIn = (there: TestLotse) =>
    there.db.$queryRawUnsafe<{ id: string }[]>('SELECT "id" FROM "Person" ORDER BY "id"')

  it('is erased again with the list beside the database, and nobody else', async () => {
    const { list, back } = await backThen()
    expect(await peopleIn(back)).toHaveLength(2)
    const terminal = testTerminal({ deps: back.deps, files: { list } })
    expect(await terminal.run(keepCommands, 'erase again', 'list')).toBe(true)
    expect(terminal.printed).toEqual([
      'Erased again, as the list says in 2 lines: people 1, requests 1, voices 0.',
    ])
    expect(await peopleIn(back)).toEqual(await peopleIn(lotse))
    const seats = await back.db.$queryRawUnsafe<unknown[]>(
      'SELECT 1 FROM "Booking" WHERE "seat" IS NOT NULL',
    )
    expect(seats).toHaveLength(1)
    await back.stop()
  })

  it.each([
    ['another file', 'root:x:0:0:root:/root:/bin/sh\n'],
    ['an empty one', '\n'],
  ])('is not erased again by %s, and nobody believes so', async (_, text) => {
    const terminal = testTerminal({ deps: lotse.deps, files: { list: text } })
    await expect(terminal.run(keepCommands, 'erase again', 'list')).rejects.toThrow(
      /^list: no line of it is one of a list/,
    )
  })

  it('is erased again by what is left of a list whose end was cut off, and the rest is told', async () => {
    const { list, back } = await backThen()
    const files = { list: `${list}2026-03-16 abc` }
    const terminal = testTerminal({ deps: back.deps, files })
    expect(await terminal.run(keepCommands, 'erase again', 'list')).toBe(false)
    expect(terminal.printed).toEqual([
      'Erased again, as the list says in 2 lines: people 1, requests 1, voices 0.',
      '1 of its lines are none of such a list, or cut off: look at the file.',
    ])
    await back.stop()
  })

  it('stands in the list by hashes alone, once, readable by its owner', async () => {
    const { list, back, chat } = await backThen()
    expect(list).toMatch(/^(2026-03-16 [\w+/=]{44}\n){2}$/)
    const ids = (await peopleIn(back)).map(({ id }) => id)
    for (const word of [...ids, chat]) expect(list).not.toContain(word)
    expect(statSync(erasedBeside(lotse.file)).mode & 0o777).toBe(0o600)
    await bringErasedUpToDate(lotse.deps)
    expect(readFileSync(erasedBeside(lotse.file), 'utf8')).toBe(list)
    await back.stop()
  })

  it('is named by `erase list` too, for a database that has no folder of its own', async () => {
    const { list, back } = await backThen()
    const files: Record<string, string> = {}
    const terminal = testTerminal({ deps: lotse.deps, files })
    await terminal.run(keepCommands, 'erase list', 'copy')
    expect(files['copy']?.split('\n').sort()).toEqual(list.split('\n').sort())
    await back.stop()
  })

  it('is dropped from the list once no backup can hold them', async () => {
    await backThen().then(({ back }) => back.stop())
    lotse.clock.at += 91 * 86_400_000
    await lotse.db.$executeRawUnsafe('DELETE FROM "Erased"')
    await bringErasedUpToDate(lotse.deps)
    expect(readFileSync(erasedBeside(lotse.file), 'utf8')).toBe('')
  })
})

describe('the commands', () => {
  it('erase what is due and show the report of each night', async () => {
    await introduce(createActor(lotse.world))
    lotse.clock.at += 4 * 86_400_000
    const terminal = testTerminal({ deps: lotse.deps })
    expect(await terminal.run(keepCommands, 'erase due')).toBe(true)
    expect(terminal.printed[0]).toContain('requests 1, people 1')
  })

  it('say where the audit has been tampered with', async () => {
    const { audit } = lotse.deps.store.staff
    const entry = { action: 'note', outcome: 'done', subject: null, centreId: null } as const
    for (const staffId of ['a', 'b', 'c']) {
      await audit.add({ ...entry, staffId, client: null, at: lotse.clock.at })
    }
    const terminal = testTerminal({ deps: lotse.deps })
    expect(await terminal.run(keepCommands, 'audit verify')).toBe(true)
    await lotse.db.$executeRawUnsafe('DROP TRIGGER "Audit_never_changes"')
    await lotse.db.$executeRawUnsafe(`UPDATE "Audit" SET "staffId" = 'z' WHERE "id" = 2`)
    expect(await terminal.run(keepCommands, 'audit verify')).toBe(false)
    expect(terminal.printed.filter((line) => !line.startsWith('Note this'))).toEqual([
      'The audit is unbroken: 3 rows.',
      'Broken at row 2: it is not what was signed.',
    ])
  })

  it('notice that the end of the audit was cut off since a row was noted', async () => {
    const { audit } = lotse.deps.store.staff
    const entry = { action: 'note', outcome: 'done', subject: null, centreId: null } as const
    for (const staffId of ['a', 'b', 'c']) {
      await audit.add({ ...entry, staffId, client: null, at: lotse.clock.at })
    }
    const terminal = testTerminal({ deps: lotse.deps })
    await terminal.run(keepCommands, 'audit verify')
    const noted = terminal.printed.at(-1)?.split(' ').at(-1) ?? ''
    expect(noted).toMatch(/^3:[0-9a-f]{8}\.[0-9a-f]{64}$/)
    expect(await terminal.run(keepCommands, 'audit verify', noted)).toBe(true)
    await lotse.db.$executeRawUnsafe('DROP TRIGGER "Audit_never_deleted"').catch(() => {})
    await lotse.db.$executeRawUnsafe('DELETE FROM "Audit" WHERE "id" = 3')
    expect(await terminal.run(keepCommands, 'audit verify')).toBe(true)
    expect(await terminal.run(keepCommands, 'audit verify', noted)).toBe(false)
    expect(terminal.printed).toContain('Row 3 is not there as it was noted.')
  })

  it.each(['foo', '1:', ':abc', '99999999999999999999:abc'])(
    'take %s for no end of the audit',
    async (noted) => {
      const terminal = testTerminal({ deps: lotse.deps })
      await expect(terminal.run(keepCommands, 'audit verify', noted)).rejects.toThrow('ROW:HASH')
    },
  )

  it('make every PIN anew, once somebody has said yes', async () => {
    const pin = async () => {
      const again = await startLotse({ file: lotse.file, dataKey: lotse.dataKey })
      const bytes = await again.deps.store.returns.pinBytes('p', 0)
      await again.stop()
      return bytes
    }
    const before = await pin()
    const no = testTerminal({ deps: lotse.deps, answers: ['no'] })
    expect(await no.run(keepCommands, 'key pins')).toBe(false)
    expect(await pin()).toEqual(before)
    const yes = testTerminal({ deps: lotse.deps, answers: ['yes'] })
    expect(await yes.run(keepCommands, 'key pins')).toBe(true)
    expect(await pin()).not.toEqual(before)
  })

  it('leave the only key where it is', async () => {
    const config = { ...lotse.deps.config, dataKey: lotse.dataKey }
    const terminal = testTerminal({ deps: { ...lotse.deps, config } })
    expect(await terminal.run(keepCommands, 'key rotate')).toBe(true)
    expect(terminal.printed.at(-1)).toBe('There is one key only, and it stays. A new one: key add')
  })

  it('tell everybody once, each in their language', async () => {
    const sara = createActor(lotse.world, { name: 'Sara' })
    await introduce(sara)
    const files = { 'a.json': JSON.stringify({ de: 'Bitte lesen', ar: 'يرجى القراءة' }) }
    const terminal = () => testTerminal({ deps: lotse.deps, files, answers: ['yes'] })
    const first = terminal()
    expect(await first.run(keepCommands, 'announce', 'a.json')).toBe(true)
    expect(first.printed.at(-1)).toBe('1 messages queued.')
    const second = terminal()
    await second.run(keepCommands, 'announce', 'a.json')
    expect(second.printed.at(-1)).toBe('0 messages queued.')
    const message = await lotse.deps.store.outbox.claim(lotse.clock.at)
    expect(message?.kind).toBe('announcement')
    if (!message) return
    const city = await currentCity(lotse.deps)
    const composed = await composeAnnouncement(lotse.deps, city, message)
    expect(composed).toMatchObject({ screen: { lines: [{ quote: 'Bitte lesen' }] } })
  })

  it.each([
    ['{"ar": "x"}', 'de: missing'],
    ['{"de": ""}', 'de: no text'],
    ['{"de": "x", "xx": "y"}', 'no such language'],
    ['[]', 'expected one object'],
    ['de', 'is no JSON'],
  ])('refuse the announcement %s', async (text, fault) => {
    const terminal = testTerminal({ deps: lotse.deps, files: { 'a.json': text } })
    await expect(terminal.run(keepCommands, 'announce', 'a.json')).rejects.toThrow(fault)
  })

  it('print what goes in front of a key that is a setting, and nothing of that key', async () => {
    const config = { ...lotse.deps.config, dataKey: lotse.dataKey }
    const terminal = testTerminal({ deps: { ...lotse.deps, config } })
    await terminal.run(keepCommands, 'key add')
    expect(terminal.printed[0]).toMatch(/^2:[\w+/]{43}=$/)
    expect(terminal.printed[1]).toContain('2:new…,1:present…')
    expect(terminal.printed.join()).not.toContain(lotse.dataKey)
    const both = `${terminal.printed[0]},1:${lotse.dataKey}`
    expect((await createSeal(both)).fingerprints()).toBeDefined()
    const third = testTerminal({ deps: { ...lotse.deps, config: { ...config, dataKey: both } } })
    await expect(third.run(keepCommands, 'key add')).rejects.toThrow('two keys already')
  })

  it('add a key to the file beside the database, and refuse a third one', async () => {
    writeFileSync(join(lotse.file, '..', 'lotse.key'), `${lotse.dataKey}\n`)
    const terminal = testTerminal({ deps: lotse.deps })
    await terminal.run(keepCommands, 'key add')
    const held = readFileSync(join(lotse.file, '..', 'lotse.key'), 'utf8')
    expect(held).toMatch(
      new RegExp(`^2:[\\w+/]{43}=,1:${lotse.dataKey.slice(0, 10).replaceAll('+', '\\+')}`),
    )
    await expect(terminal.run(keepCommands, 'key add')).rejects.toThrow('two keys already')
  })
})
