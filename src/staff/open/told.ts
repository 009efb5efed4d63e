// What is open, in words: on the administrator's first page, and for `lotse release-check`.

import type { OpenPoint } from '../../flows/staff/open-list.ts'
import { languageTerms } from '../../i18n/terms.ts'
import { UNSAID_WORDS } from '../centres/page.ts'
import { dayAndClock, shortDay } from '../frame/dates.ts'
import type { Words } from '../frame/words.ts'
import { unfinished } from '../templates/unfinished.ts'

/** What it is about, what is open, and where it is mended or how. */
export type Told = { about: string; open: string; href?: string; how?: string }

const FACTS = '/admin/facts'

/** Says one point, on the page and to whoever has the machine; `nameOf` calls a reading language. */
export function told(words: Words, point: OpenPoint, nameOf = languageTerms.reading): Told {
  switch (point.what) {
    case 'silence': {
      const open = words.say('openSilence', { when: dayAndClock(point.since) })
      return { about: words.openSilenceTitle, open, how: words.openSilenceHow }
    }
    case 'set-up':
      return { about: words.openSetUp, open: words.openSetUpWhat, href: '/undelivered' }
    case 'webhooks': {
      const open = words.say('openWebhooks', { count: point.count })
      return { about: words.navWebhooks, open, href: '/admin/webhooks' }
    }
    case 'undelivered': {
      const open = words.say('openUndelivered', { count: point.count })
      return { about: words.navUndelivered, open, href: '/undelivered' }
    }
    case 'barriers': {
      const open = words.say('openBarriers', { count: point.count })
      return { about: words.navBarriers, open, href: '/barriers' }
    }
    case 'centre': {
      const open = point.lacks.map((what) => words[UNSAID_WORDS[what]]).join(' · ')
      return { about: point.name, open, href: `/admin/centres/${point.id}` }
    }
    case 'mailbox': {
      const open = words.say('openMailbox', { centres: point.names.join(', ') })
      return { about: words.notices, open, href: '/notices' }
    }
    case 'no-mail':
      return { about: words.openNoMail, open: words.openNoMailWhat, how: words.openNoMailHow }
    case 'numbers': {
      const open = words.say('openNumbers', { numbers: point.names.join(', ') })
      return { about: words.openNumbersTitle, open, how: words.openInProfile }
    }
    case 'no-pool':
      return { about: words.pools, open: words.poolsNone, href: '/admin/pools' }
    case 'pool':
      return { about: point.name, open: words.openPool, href: `/admin/pools/${point.id}` }
    case 'template': {
      const open = unfinished(words, point.missing, point.stale, nameOf)
      return { about: point.name, open, href: `/admin/templates/${point.id}` }
    }
    case 'controller': {
      const open = words.say('openController', { centres: point.names.join(', ') })
      return { about: words.openControllerTitle, open, href: FACTS }
    }
    case 'officer': {
      const open = words.say('openOfficer', { names: point.names.join(', ') })
      return { about: words.factsOfficer, open, href: FACTS }
    }
    case 'authority': {
      const open = words.say('openAuthority', { names: point.names.join(', ') })
      return { about: words.factsAuthority, open, href: FACTS }
    }
    case 'unconfirmed': {
      const open = words.say('openUnconfirmed', { names: point.names.join(', ') })
      return { about: words.openUnconfirmedTitle, open, href: FACTS }
    }
    case 'imprint':
      return { about: words.imprint, open: words.openImprintWhat, href: `${FACTS}/imprint` }
    case 'data':
      return { about: words.factsData, open: words.openData, href: `${FACTS}/data` }
    case 'accessibility':
      return {
        about: words.accessibility,
        open: words.openAccessibility,
        href: `${FACTS}/accessibility`,
      }
    case 'declaration-old': {
      const open = words.say('openDeclarationOld', { day: shortDay(Date.parse(point.day)) })
      return { about: words.accessibility, open, href: `${FACTS}/accessibility` }
    }
    case 'trial':
      return { about: words.trialTitle, open: words.openTrial, how: words.openTrialHow }
    case 'no-https':
      return { about: 'PUBLIC_URL', open: words.openNoHttps, how: words.openBySetting }
    case 'no-security':
      return { about: 'SECURITY_CONTACT', open: words.openNoSecurity, how: words.openBySetting }
    case 'key-beside':
      return { about: 'DATA_KEY', open: words.openKeyBeside, how: words.openBySetting }
    case 'no-backup':
      return { about: words.openBackup, open: words.openNoBackup, how: words.openBackupHow }
    case 'languages': {
      const open = words.say('openLanguages', { languages: point.languages.map(nameOf).join(', ') })
      return { about: words.openLanguagesTitle, open, how: words.openLanguagesHow }
    }
  }
}
