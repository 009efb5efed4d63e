// Several people behind one browser: whom what is typed on a page is about.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Messenger } from '../../src/flows/outbox/messenger.ts'
import { enqueue } from '../../src/flows/outbox/outbox.ts'
import { createTick } from '../../src/flows/upkeep/run-tick.ts'
import { createFormsOnly, type FormsOnly, windowOf } from '../support/forms-only.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'
import { booksOnPage } from '../support/on-pages.ts'
import { sealedWords } from '../support/staff-writes.ts'

let lotse: TestLotse
let browser: FormsOnly
beforeEach(async () => {
  lotse = await startLotse()
  browser = createFormsOnly(lotse.app)
})
afterEach(() => lotse.stop())

const rows = (sql: string) => lotse.db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
const word = (key: string) => lotse.deps.i18n.t('de', { key }, 0)
const faults = () => lotse.logged.filter((line) => /"level":"(error|warn)"/.test(line))
const field = () => browser.document.querySelector('[name=text]')?.getAttribute('value') ?? ''

async function bringsChild(): Promise<void> {
  for (const step of [/op~appointment-more/, /~pp$/, /br~child/, /vo~child/]) {
    await browser.press(step)
  }
  await browser.types('Amina')
}

describe('an answer to staff', () => {
  it('turns to whom they wrote, says so, and is sent once', async () => {
    await booksOnPage(browser)
    const [own] = await rows('SELECT "id", "personId" FROM "Intake"')
    const payload = { template: 'papers', centre: 'hochfeld', intake: own?.['id'], by: 'anna' }
    const personId = String(own?.['personId'])
    const dueAt = lotse.clock.at
    const text = await sealedWords(lotse.deps, { template: 'papers', centre: 'hochfeld' }, 'de')
    const message = { key: 'm1', kind: 'staff-message', personId, payload, text, dueAt }
    await enqueue(lotse.deps, message)
    const send: Messenger['send'] = async () => ({ of: 'sent', messageId: 77 })
    await createTick(lotse.deps, { web: { send } })()
    await bringsChild()
    await browser.press(/urgent~no/)
    await browser.press(/op~person/)
    await browser.types('Ich habe den Brief gefunden')
    expect(browser.text).toContain(word('party.relation.option.self'))
    expect(browser.text).toContain(word('message.reply.for'))
    expect(field()).toBe('')
    expect(await rows('SELECT "intakeId" FROM "Reply"')).toEqual([{ intakeId: own?.['id'] }])
    expect(faults()).toEqual([])
  })
})

describe('a cry for help', () => {
  it('is heard on a page about somebody who is gone', async () => {
    await booksOnPage(browser)
    await bringsChild()
    const other = await windowOf(lotse.app, browser)
    await other.press(/op~delete/)
    await other.press(/er~(?!all|self)/)
    await other.press(/es~/)
    expect(await rows('SELECT "relation" FROM "Address"')).toEqual([{ relation: null }])
    await browser.types('Hilfe, er schlägt mich')
    expect(browser.text).toContain('110')
  })

  it('asks who is in danger, and the page says so again when it is reloaded', async () => {
    await booksOnPage(browser)
    await bringsChild()
    await browser.types('Hilfe, er schlägt mich')
    expect(browser.text).toContain('110')
    await browser.press(/dg~times/)
    expect(browser.text).toContain(word('danger.who'))
    await browser.visit(browser.at)
    expect(browser.text).toContain(word('danger.who'))
    await browser.press(/dg~times~.*~self/)
    expect(browser.text).not.toContain(word('danger.who'))
    const said = await rows('SELECT "personId" FROM "Intake" WHERE "talk" LIKE \'%"danger"%\'')
    expect(said).toHaveLength(1)
    expect(faults()).toEqual([])
  })
})

describe('a device that forgets', () => {
  it('tells what each of the others comes back by, who are not on the page any more', async () => {
    await booksOnPage(browser)
    const [own] = await rows('SELECT "ref" FROM "Intake"')
    await bringsChild()
    await browser.press(/^\/forget$/)
    await browser.press(/^forget$/)
    expect(browser.cookies.size).toBe(0)
    expect(browser.text).toContain(word('party.relation.option.self'))
    expect(browser.text).toContain(String(own?.['ref']))
    expect(browser.text).not.toContain(word('return.pin'))
    // The child has sent nothing yet: there is nothing to come back to.
    expect(browser.text).not.toContain('Amina')
    expect(faults()).toEqual([])
  })

  it('says nothing of others where there are none', async () => {
    await booksOnPage(browser)
    await browser.press(/^\/forget$/)
    await browser.press(/^forget$/)
    expect(browser.text).not.toContain(word('party.relation.option.self'))
  })

  it('tells their PIN as well on a kiosk, before it forgets', async () => {
    await browser.visit('/?kiosk')
    await booksOnPage(browser)
    const [own] = await rows('SELECT "ref" FROM "Intake"')
    const pin = browser.text
      .slice(browser.text.indexOf(word('return.pin')))
      .match(/\d{3}\s\d{3}\s\d{3}/)?.[0]
    expect(pin).toBeDefined()
    await bringsChild()
    await browser.visit('/kiosk/done')
    expect(browser.text).toContain(word('party.relation.option.self'))
    expect(browser.text).toContain(String(own?.['ref']))
    expect(browser.text).toContain(pin)
  })
})
