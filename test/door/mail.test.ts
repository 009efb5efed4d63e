import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/settings.ts'
import { createMailer } from '../../src/runtime/node/mail.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'

const FROM = 'lotse@stadt.example'

let house: House
let got: { to: string[]; raw: string }[]
/** What the server answers to a recipient before it takes one. */
let refusals: number[]
let server: SMTPServer
beforeEach(async () => {
  house = await openHouse()
  got = []
  refusals = []
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      const code = refusals.shift()
      done(code ? Object.assign(new Error('not now'), { responseCode: code }) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        got.push({ to, raw: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  house.deps.mail = createMailer(`smtp://127.0.0.1:${port}`, FROM)
  house.deps.config.publicUrl = 'http://localhost'
  const setAt = house.clock.at
  const target = { centre: 'hochfeld', address: 'team@rsc.example', setAt, setBy: 'lea' }
  await house.deps.store.notices.set({ ...target, kind: 'mail' })
})
afterEach(async () => {
  await new Promise<void>((done) => server.close(() => done()))
  await house.stop()
})

const owed = () => house.db.outbox.findFirstOrThrow({ where: { kind: 'notice-mail' } })

describe('a notice by mail', () => {
  it('names code, centre, urgency and the link, and nothing of the person', async () => {
    const guest = await guestBooks(house, { urgent: 'yes', language: 'ckb' })
    await house.tick()
    await house.tick()
    expect(got).toHaveLength(1)
    const [{ to, raw } = { to: [], raw: '' }] = got
    expect(to).toEqual(['team@rsc.example'])
    expect(raw).toContain(`From: ${FROM}`)
    // So that no mailbox answers that nobody is in.
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(raw).toContain(`Subject: Lotse: ${guest.ref}, Hochfeld, dringend`)
    const [, body] = raw.split('\r\n\r\n', 2)
    expect(raw).toContain(`http://localhost/staff/intakes/${guest.id}`)
    expect(body).toBe(`${guest.ref}, Hochfeld, dringend`)
    for (const told of [
      'letter',
      'Schreiben',
      'ckb',
      'Sorani',
      'Amal',
      String(guest.user.chatId),
    ]) {
      expect(raw).not.toContain(told)
    }
  })

  it('is tried again where the server is busy or away, and arrives once', async () => {
    refusals = [451, 421]
    await guestBooks(house)
    await house.tick()
    expect(await owed()).toMatchObject({ status: 'queued', reason: 'server' })
    house.clock.at += 60_000
    await house.tick()
    house.clock.at += 60_000
    await house.tick()
    expect(got).toHaveLength(1)
    expect(await owed()).toMatchObject({ status: 'sent', attempts: 3, messageId: null })
    house.deps.mail = createMailer('smtp://127.0.0.1:1', FROM)
    await guestBooks(house)
    await house.tick()
    const rows = await house.db.outbox.findMany({ where: { kind: 'notice-mail' } })
    expect(rows.at(-1)).toMatchObject({ status: 'queued', reason: 'connection' })
  })

  it('of an order goes to the pool, and its answer to the centre', async () => {
    const mail = { to: 'pool@city.example', subject: 'Bestellung', text: 'Guten Tag' }
    await house.deps.mail?.({ ...mail, replyTo: 'team@rsc.example' })
    expect(got[0]).toMatchObject({ to: ['pool@city.example'] })
    expect(got[0]?.raw).toContain('Reply-To: team@rsc.example')
    await house.deps.mail?.(mail)
    expect(got[1]?.raw).not.toContain('Reply-To')
  })

  it('ends where the server refuses it for good', async () => {
    refusals = [550]
    await guestBooks(house)
    await house.tick()
    expect(await owed()).toMatchObject({ status: 'failed', reason: 'refused-550' })
    expect(house.logged.join('\n')).not.toContain('team@rsc.example')
  })

  it('goes with the person it is about', async () => {
    const guest = await guestBooks(house)
    await guest.user.sends('/delete')
    await guest.user.taps(house.deps.i18n.t('ckb', { key: 'pages.delete.button.yes' }, 0))
    await house.tick()
    expect(got).toEqual([])
  })
})

describe('the settings', () => {
  it.each([
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM: missing: with SMTP_URL, mails need a sender'],
    [{ SMTP_URL: 'https://mail.example', MAIL_FROM: FROM }, 'SMTP_URL: expected a mail server'],
    [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'x' }, 'MAIL_FROM: expected the address'],
  ])('%j are refused', (settings, fault) => {
    const read = readConfig(settings)
    expect('faults' in read && read.faults.join('\n')).toContain(fault)
  })

  it('are taken together', () => {
    const read = readConfig({ SMTP_URL: 'smtps://u:p@mail.example', MAIL_FROM: FROM })
    expect('config' in read && read.config.mail).toEqual({
      url: 'smtps://u:p@mail.example',
      from: FROM,
    })
  })
})
