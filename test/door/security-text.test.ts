// Whoever finds a hole finds whom to tell, as RFC 9116 wants it.
import { afterEach, expect, it } from 'vitest'
import { securityText } from '../../src/http/security-text.ts'
import { startLotse, type TestLotse } from '../support/lotse.ts'

const NOW = Date.parse('2026-11-27T18:00:00.250Z')
const config = {
  securityContact: 'it-sicherheit@stadt.example',
  publicUrl: 'https://lotse.example',
}

let lotse: TestLotse | undefined
afterEach(() => lotse?.stop())

it('names whom to tell, until when, in which languages and where it belongs', () => {
  expect(securityText(config, NOW)).toBe(
    [
      'Contact: mailto:it-sicherheit@stadt.example',
      'Expires: 2027-02-25T18:00:00Z',
      'Preferred-Languages: de, en',
      'Canonical: https://lotse.example/.well-known/security.txt',
      '',
    ].join('\n'),
  )
})

it('may lead to a page', () => {
  const page = {
    ...config,
    securityContact: 'https://stadt.example/sicherheit',
    publicUrl: undefined,
  }
  expect(securityText(page, NOW)).toMatch(
    /^Contact: https:\/\/stadt\.example\/sicherheit\nExpires: \S+\nPreferred-Languages: de, en\n$/,
  )
})

it('is no page where nobody is named', async () => {
  expect(securityText({ ...config, securityContact: undefined }, NOW)).toBeUndefined()
  lotse = await startLotse()
  expect((await lotse.app.request('/.well-known/security.txt')).status).toBe(404)
  lotse.deps.config.securityContact = config.securityContact
  const answer = await lotse.app.request('/.well-known/security.txt')
  if (process.env['LOTSE_ENGINE'] === 'd1') return
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  expect(await answer.text()).toContain('Contact: mailto:it-sicherheit@stadt.example')
})
