// The declaration on accessibility and what else stands below every page.

import { afterEach, describe, expect, it, test } from 'vitest'
import { duisburgProfile } from '../../scripts/gallery/talk-facts.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { createFormsOnly } from '../support/forms-only.ts'
import { SECRET, startLotse, type TestLotse } from '../support/lotse.ts'

const i18n = createI18n()

let lotse: TestLotse
const opened = async (profile: Profile = duisburgProfile(), path = '/accessibility') => {
  const settings = { PUBLIC_URL: 'http://localhost', WEBHOOK_SECRET: SECRET }
  lotse = await startLotse({ profile, settings })
  const browser = createFormsOnly(lotse.app)
  await browser.visit(path)
  return browser
}
afterEach(() => lotse.stop())

const declared = (): Profile => ({
  ...duisburgProfile(),
  accessibility: {
    ...duisburgProfile().accessibility,
    responsible: 'Stadt Musterhausen',
    contact: { mail: 'barrieren@stadt.example', phone: '0203 1234' },
    declaredOn: '2026-11-02',
    assessedBy: 'self',
    conformance: 'partial',
    notAccessible: ['Die Karte <der Stadt> ist nicht vorlesbar.'],
  },
  pages: { imprint: 'https://stadt.example/impressum', privacy: 'https://stadt.example/daten' },
})

describe('the declaration', () => {
  it('says what the profile says, in German', async () => {
    const browser = await opened(declared())
    for (const said of [
      'Stadt Musterhausen will diese Seiten',
      'gilt für localhost',
      'teilweise vereinbar',
      'vom 02.11.2026',
      'Selbstbewertung',
      'Ombudsstelle für barrierefreie Informationstechnik',
      'Die Karte <der Stadt> ist nicht vorlesbar.'.replace('<', '&lt;').replace('>', '&gt;'),
    ])
      expect(browser.html).toContain(said)
    expect(browser.html).toContain('href="mailto:barrieren@stadt.example"')
    expect(browser.html).toContain('href="tel:02031234"')
  })

  it('is none where the profile lacks a part of it, and says so: to whom barriers are told stands all the same', async () => {
    const { text, html } = await opened()
    expect(text).toContain(i18n.t('de', { key: 'standing.accessibility.none' }, 0))
    expect(text).not.toContain('Erklärung zur Barrierefreiheit')
    expect(text).toContain('Ombudsstelle')
    expect(html).toContain('href="tel:')
  })

  it('names whose drawings and data are shown, and of data what the profile says', async () => {
    const { credits = [] } = duisburgProfile()
    expect(credits.map(({ licence }) => licence)).toEqual(['ODbL 1.0', 'CC BY 4.0'])
    const browser = await opened()
    for (const path of ['/accessibility', '/imprint']) {
      await browser.visit(path)
      const { text, html } = browser
      expect(text).toContain('Pictures: OpenMoji, CC BY-SA 4.0')
      for (const { of, name, home, licence, terms } of credits) {
        expect(text).toContain(`${of}: ${name}, ${licence}`)
        expect(html).toContain(`href="${home}"`)
        expect(html).toContain(`href="${terms}"`)
      }
    }
    await browser.visit('/privacy')
    expect(browser.text).not.toContain('OpenStreetMap')
    await lotse.stop()
    const without = await opened({ ...duisburgProfile(), credits: [] })
    expect(without.text).not.toContain('OpenStreetMap')
    expect(without.text).toContain('OpenMoji')
  })

  test.each(i18n.languages)('stands in the frame of $key', async ({ key, direction }) => {
    const browser = await opened(declared(), `/accessibility?lang=${key}`)
    expect(browser.html).toContain(`<html lang="${key}" dir="${direction}">`)
    expect(browser.text).toContain(i18n.t(key, { key: 'standing.accessibility.tell' }, 0))
    expect(browser.html).toContain('<section lang="de" dir="ltr">')
    expect(browser.cookies.size).toBe(0)
  })

  it('is German where the language is unknown', async () => {
    expect((await opened(declared(), '/accessibility?lang=xx')).language).toBe('de')
  })
})

describe('below every page', () => {
  it('stand the declaration, the notice on data and the imprint, which lead to the city’s own', async () => {
    const browser = await opened(declared(), '/?lang=ckb')
    const below = () => {
      expect(browser.html).toContain(`href="/accessibility?lang=${browser.language}"`)
      expect(browser.html).toContain(`href="/imprint?lang=${browser.language}"`)
      expect(browser.html).toContain(`href="/privacy?lang=${browser.language}"`)
    }
    below()
    await browser.press(/ag~ckb/)
    below()
    for (const path of ['/', '/sos', '/nothing', '/accessibility']) {
      await browser.visit(path)
      below()
    }
    await browser.visit('/imprint')
    expect(browser.html).toContain('href="https://stadt.example/impressum"')
    await browser.visit('/privacy')
    expect(browser.html).toContain('href="https://stadt.example/daten"')
  })

  it('stands no link that leads nowhere', async () => {
    const { html } = await opened(undefined, '/?lang=de')
    expect(html).toContain('href="/accessibility?lang=de"')
    expect(html).not.toContain(i18n.t('de', { key: 'standing.imprint' }, 0))
    expect(html).not.toContain('href=""')
  })
})
