// What GDPR Art. 13 wants said (KDG § 15, DSG-EKD § 17), letter by letter: in the chat, on the page, in the notice,
// in each language. Facts stay as they were entered; periods are those by which the night erases.

import { afterEach, describe, expect, it, test } from 'vitest'
import { privacyNotices } from '../../scripts/privacy-notices.ts'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { stripBidi } from '../../src/i18n/bidi.ts'
import { createI18n } from '../../src/i18n/index.ts'
import { createActor } from '../support/actor.ts'
import { createFormsOnly } from '../support/forms-only.ts'
import { SECRET, startLotse, type TestLotse } from '../support/lotse.ts'
import { withFacts } from '../support/with-facts.ts'

const i18n = createI18n()
let lotse: TestLotse
afterEach(() => lotse.stop())

const CONTROLLER = {
  name: 'Caritas Musterstadt',
  contact: 'Domplatz 4, 47051 Musterstadt',
  dataProtectionOfficer: 'dsb@caritas.example',
  supervisoryAuthority: 'Katholisches Datenschutzzentrum Muster',
  law: 'KDG',
} as const

function city(): Profile {
  const profile = withFacts()
  const [first, ...others] = profile.centres
  if (!first) throw new Error('no centre')
  return {
    ...profile,
    centres: [{ ...first, controller: CONTROLLER }, ...others],
    dataProtection: {
      jointly: true,
      recipients: ['Rechenzentrum Muster (Betrieb)'],
      outsideEu: ['Mail Muster Inc. (Standardvertragsklauseln)'],
    },
  }
}

type Said = { facts: readonly string[]; keys: readonly string[] }

/** What must stand there by letter: facts as they are, and sentences by their key. */
const LETTERS: Record<string, Said> = {
  '(1)(a) who answers, and how they are reached': {
    facts: [CONTROLLER.name, CONTROLLER.contact],
    keys: ['lobby.responsible.title'],
  },
  '(1)(b) the data protection officer': {
    facts: [CONTROLLER.dataProtectionOfficer],
    keys: ['lobby.responsible.officer'],
  },
  '(1)(c) what for, and by which provision': {
    facts: ['§ 6 Abs. 1 b, § 11 Abs. 2 a KDG', 'Art. 6 Abs. 1 a, Art. 9 Abs. 2 a DSGVO'],
    keys: ['facts.why'],
  },
  '(1)(d) interests': { facts: [], keys: ['facts.interests'] },
  '(1)(e) who gets them': {
    facts: ['Rechenzentrum Muster (Betrieb)'],
    keys: ['lobby.privacy.who-reads', 'facts.receives'],
  },
  '(1)(f) third countries': {
    facts: ['Mail Muster Inc. (Standardvertragsklauseln)'],
    keys: ['facts.telegram', 'facts.abroad'],
  },
  '(2)(a) how long': { facts: [], keys: ['facts.kept'] },
  '(2)(b) the rights': { facts: [], keys: ['facts.rights', 'facts.rights-are'] },
  '(2)(c) taking the consent back': { facts: [], keys: ['facts.withdraw'] },
  '(2)(d) complaints': {
    facts: [CONTROLLER.supervisoryAuthority],
    keys: ['lobby.responsible.complain'],
  },
  '(2)(e) whether anything has to be said': {
    facts: [],
    keys: ['facts.required', 'lobby.declined.come'],
  },
  '(2)(f) no computer decides': { facts: [], keys: ['facts.automated'] },
}

const plain = (text: string) =>
  stripBidi(text.replace(/<[^>]+>/g, ' ').replaceAll('&quot;', '"')).replace(/\s+/g, ' ')

const period = (language: string, unit: string, count: number) =>
  plain(i18n.t(language, { key: `facts.${unit}`, values: { count } }, 0))

function missing(text: string, language: string, { retention }: Profile): string[] {
  const said = plain(text)
  const { abandonedHours, contentDays, noShowDays, auditMonths, consentMonths } = retention
  const periods = [
    period(language, 'hours', abandonedHours),
    ...[contentDays, noShowDays, 90].map((days) => period(language, 'days', days)),
    ...[auditMonths, consentMonths].map((months) => period(language, 'months', months)),
  ]
  const letters = Object.entries(LETTERS).flatMap(([letter, { facts, keys }]) =>
    [...facts, ...keys.map((key) => plain(i18n.t(language, { key }, 0)))]
      .filter((one) => !said.includes(one))
      .map((one) => `${letter}: ${one}`),
  )
  return [...letters, ...periods.filter((one) => !said.includes(one))]
}

/** Everything the chat shows behind /privacy: each section, then who answers. */
async function readInChat(language: string): Promise<string> {
  const user = createActor(lotse.world)
  const word = (key: string) => i18n.t(language, { key }, lotse.clock.at)
  await user.sends('/start')
  await user.taps(word('lobby.language.own-name'))
  await user.taps(word('lobby.consent.button.agree'))
  await user.sends('/privacy')
  const seen = [user.screen()?.text ?? '']
  for (let more = 0; more < 5; more++) {
    await user.taps(word('lobby.consent.button.more'))
    seen.push(user.screen()?.text ?? '')
  }
  await user.taps(word('lobby.responsible.title'))
  seen.push(user.screen()?.text ?? '')
  return seen.join('\n')
}

describe.each(i18n.languages.map(({ key }) => key))('in %s', (language) => {
  it('everything is said in the chat', async () => {
    lotse = await startLotse({ profile: city() })
    const text = await readInChat(language)
    expect(missing(text, language, city())).toEqual([])
    expect(plain(text)).toContain('impressum@demo.example')
  })

  it('everything is said on the page, from the right side', async () => {
    lotse = await startLotse({
      profile: city(),
      settings: { PUBLIC_URL: 'http://localhost', WEBHOOK_SECRET: SECRET },
    })
    const browser = createFormsOnly(lotse.app)
    await browser.visit(`/privacy?lang=${language}`)
    expect(browser.language).toBe(language)
    expect(missing(browser.html, language, city())).toEqual([])
    expect(browser.cookies.size).toBe(0)
    await browser.visit(`/imprint?lang=${language}`)
    expect(browser.text).toContain('Erfundener Weg 1')
    expect(browser.text).toContain('impressum@demo.example')
  })

  it('everything is said in the notice', async () => {
    lotse = await startLotse()
    const text = privacyNotices(city())[`${language}.md`] ?? ''
    expect(missing(text, language, city())).toEqual([])
  })
})

test('periods are those of the settings', async () => {
  const profile = { ...city(), retention: { ...city().retention, contentDays: 41, auditMonths: 7 } }
  lotse = await startLotse({
    profile,
    settings: { PUBLIC_URL: 'http://localhost', WEBHOOK_SECRET: SECRET },
  })
  const browser = createFormsOnly(lotse.app)
  await browser.visit('/privacy?lang=de')
  expect(missing(browser.html, 'de', profile)).toEqual([])
  expect(missing(browser.html, 'de', city())).toEqual(['30 Tage', '12 Monate'])
  expect(missing(await readInChat('de'), 'de', profile)).toEqual([])
})

test('before the consent the chat says it, too, and nothing is stored', async () => {
  lotse = await startLotse({ profile: city() })
  const user = createActor(lotse.world)
  await user.sends('/privacy')
  await user.taps('Deutsch')
  user.sees(i18n.t('de', { key: 'lobby.privacy.title' }, 0))
  await user.taps('Mehr lesen')
  await user.taps('Mehr lesen')
  user.sees(i18n.t('de', { key: 'facts.why' }, 0))
  expect(await lotse.db.person.count()).toBe(0)
})

test('what nobody has entered is said to be open, and nobody is named for it', async () => {
  lotse = await startLotse({ settings: { PUBLIC_URL: 'http://localhost', WEBHOOK_SECRET: SECRET } })
  const browser = createFormsOnly(lotse.app)
  await browser.visit('/privacy?lang=de')
  expect(browser.text).toContain('Noch nicht eingetragen.')
  await browser.visit('/imprint?lang=de')
  expect(browser.text).toContain('Noch nicht eingetragen.')
  await browser.visit('/privacy?lang=xx')
  expect(browser.language).toBe('de')
})
