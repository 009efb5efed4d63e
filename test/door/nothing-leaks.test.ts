// A talk full of marked words, and every place where they must not be found.

import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createActor } from '../support/actor.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { bookSara } from '../support/talks.ts'

let lotse: TestLotse
beforeEach(async () => {
  lotse = await startLotse()
})
afterEach(() => lotse.stop())

const ALIAS = 'Quittenblüte'
const NOTE = 'Zwölfkirschenbrief'
const PHONE = '0203 98765432'
const NAME = 'Vornamenmarke'

async function talk() {
  const user = createActor(lotse.world, { name: NAME, languageCode: 'xq' })
  await bookSara(user)
  await user.tapsData(/~de$/)
  await user.tapsData(/~dy$/)
  await user.sends(ALIAS)
  for (let i = 0; i < 12 && !/schreiben|Nachricht/.test(user.screen()?.text ?? ''); i++) {
    await user.taps('Überspringen')
  }
  await user.sends(NOTE)
  await user.taps(/Mensch/)
  await user.tapsData(/~cb~phone/)
  await user.sends(PHONE)
  await user.sends('/mydata')
  return user
}

it('leaves nothing of a person in the open: database, log, errors', async () => {
  const user = await talk()
  // What was answered takes more than one small screen; the number stands on the first.
  const seen = [JSON.stringify(user.screen())]
  for (const more of [/answers$/, /answers1/]) {
    await user.tapsData(more).catch(() => undefined)
    seen.push(JSON.stringify(user.screen()))
  }
  for (const word of [ALIAS, NOTE, '98765432']) expect(seen.join('\n')).toContain(word)
  vi.spyOn(lotse.deps.store.talks, 'save').mockRejectedValueOnce(
    new Error(`constraint failed: ${ALIAS}`),
  )
  await user.sends('/help')
  const fault = lotse.logged.filter((line) => line.includes('"error"'))
  expect(fault).toHaveLength(1)
  const files = ['', '-wal'].map((end) => `${lotse.file}${end}`).filter((file) => existsSync(file))
  const kept = Buffer.concat(files.map((file) => readFileSync(file))).toString('latin1')
  const words = [ALIAS, NOTE, PHONE, '98765432', '+4920398765432', NAME, String(user.chatId)]
  for (const word of words) {
    const bytes = Buffer.from(word).toString('latin1')
    expect(kept.includes(bytes), `${word} in the database`).toBe(false)
    expect(lotse.logged.join('\n').includes(word), `${word} in the log`).toBe(false)
  }
  expect(kept.includes('"xq"')).toBe(false)
  // The control: what is meant to stand there in the open is found in the same bytes.
  expect(kept.includes('"housing"')).toBe(true)
})

it('has overwritten what was erased, sealed or not', async () => {
  const user = await talk()
  const [row] = await lotse.db.$queryRawUnsafe<{ sealed: string; id: string }[]>(
    'SELECT "sealed", "id" FROM "Intake"',
  )
  await user.sends('/delete')
  await user.taps('Ja, alles löschen')
  await lotse.db.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)')
  const kept = readFileSync(lotse.file, 'latin1')
  expect(row?.sealed).toBeTruthy()
  expect(kept.includes(row?.sealed ?? '')).toBe(false)
  expect(kept.includes('"housing"')).toBe(false)
})
