import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY, shownFacts } from '../../../scripts/gallery/talk-facts.ts'
import type { Screen } from '../../../src/domain/dialog/screen.ts'
import { REST } from '../../../src/domain/dialog/show/choices.ts'
import { showLobby } from '../../../src/domain/dialog/show/lobby.ts'
import { show } from '../../../src/domain/dialog/show/show.ts'
import type { ShownFacts } from '../../../src/domain/dialog/talk.ts'
import { beginTalk, type Place } from '../../../src/domain/dialog/talk.ts'
import { createI18n } from '../../../src/i18n/index.ts'
import { render } from '../../../src/telegram/render.ts'
import { rtlFaults } from '../../i18n/checks/screens.ts'

const i18n = createI18n()
const none = shownFacts(factsAt(MONDAY))
const WORDS = { de: 'Wir gehören zur AWO.', ar: 'نحن من AWO.' }

/** Duisburg, these of its centres with words of their own. */
function withWords(...ids: string[]): ShownFacts {
  const centres = none.profile.centres.map((centre) =>
    ids.includes(centre.id) ? { ...centre, whoWeAre: WORDS } : centre,
  )
  return { ...none, profile: { ...none.profile, centres } }
}

const text = (screen: Screen, language: string) =>
  render(i18n, screen, language, MONDAY).text.replace(/[\u200F\u2066-\u2069]/g, '')
const more = (facts: ShownFacts, language = 'de') =>
  text(showLobby('more', language, facts, { section: REST }), language)
const at = (place: Place, facts: ShownFacts, language = 'de') =>
  text(show({ ...beginTalk(language), place }, facts), language)

const DEFAULT = i18n.t('de', { key: 'lobby.consent.decide' }, MONDAY)
const ALL = none.profile.centres.map(({ id }) => id)

describe('who a centre is', () => {
  it('is not known of Duisburg: what is true of every centre is said instead', () => {
    expect(none.profile.centres.filter(({ whoWeAre }) => whoWeAre)).toEqual([])
    expect(more(none)).toContain(DEFAULT)
    expect(at({ at: 'page', page: 'privacy', section: REST }, none)).toContain(DEFAULT)
  })

  it('is told in its own words before the consent, and where centres are shown', () => {
    const facts = withWords('hochfeld')
    const told = `RSC Hochfeld</b>\n${WORDS.de}`
    expect(more(facts)).toContain(told)
    expect(more(facts)).toContain(DEFAULT)
    expect(text(showLobby('centres', 'de', facts, { section: 'HO' }), 'de')).toContain(told)
    expect(at({ at: 'centres' }, facts)).toContain(told)
    expect(at({ at: 'page', page: 'privacy', section: REST }, facts)).toContain(told)
    expect(at({ at: 'page', page: 'centre', section: 'HO' }, facts)).toContain(told)
    expect(at({ at: 'page', page: 'person' }, facts)).not.toContain(WORDS.de)
  })

  it('replaces what is said of every centre once each has its own words', () => {
    expect(more(withWords(...ALL))).not.toContain(DEFAULT)
  })

  it('is told in the language of the reader, else in German with its own direction', () => {
    const arabic = showLobby('more', 'ar', withWords('hochfeld'), { section: REST })
    expect(text(arabic, 'ar')).toContain(WORDS.ar)
    expect(rtlFaults(render(i18n, arabic, 'ar', MONDAY).text)).toEqual([])
    const screen = showLobby('more', 'fa', withWords('hochfeld'), { section: REST })
    expect(render(i18n, screen, 'fa', MONDAY).text.split('\n')).toContain(WORDS.de)
  })
})

describe('who answers for the data', () => {
  const page = (facts: ShownFacts, language = 'de') =>
    text(showLobby('responsible', language, facts), language)
  const withController = (controller: object, id = 'hochfeld'): ShownFacts => {
    const centres = none.profile.centres.map((centre) =>
      centre.id === id
        ? { ...centre, controller: { name: 'Stadt Duisburg', ...controller } }
        : centre,
    )
    return { ...none, profile: { ...none.profile, centres } }
  }

  it('is told of each centre with its supervisory body, and what is not known is said to be open', () => {
    const shown = page(none)
    expect(shown).toMatch(/RSC Hochfeld<\/b>\nNoch nicht eingetragen/)
    expect(shown).toMatch(/RSC Rheinhausen<\/b>\nGrafschafter Diakonie\nDatenschutz:\nNoch nicht/)
    expect(shown).toContain('Der Beauftragte für den Datenschutz der EKD')
  })

  it('is the centre itself where it says so, and can be read before and after the consent', () => {
    const facts = withController({ contact: 'Rathaus', dataProtectionOfficer: 'datenschutz@x' })
    for (const shown of [page(facts), at({ at: 'page', page: 'responsible' }, facts)]) {
      expect(shown).toContain('Stadt Duisburg\n<code>Rathaus</code>')
      expect(shown).toContain('<code>datenschutz@x</code>')
    }
  })

  it('begins right-to-left in Arabic script', () => {
    const facts = withController({ contact: 'Rathaus', supervisoryAuthority: 'LDI NRW' })
    const screen = showLobby('responsible', 'ar', facts)
    expect(rtlFaults(render(i18n, screen, 'ar', MONDAY).text)).toEqual([])
  })
})
