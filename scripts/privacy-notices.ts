// Writes docs/privacy/hinweise/: what people are told about their data, one page a language, from the
// same texts as the chat. Run it when those change: `node scripts/privacy-notices.ts`.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Centre, controllersOf } from '../src/domain/profile/profile.ts'
import { createI18n } from '../src/i18n/index.ts'
import { duisburgProfile } from './gallery/talk-facts.ts'

const FOLDER = fileURLToPath(new URL('../docs/privacy/hinweise', import.meta.url))

const PARTS: readonly (readonly [heading: string, ...lines: string[]])[] = [
  ['lobby.privacy.title', 'lobby.consent.what', 'lobby.consent.decide'],
  [
    'pages.my-data.title',
    'lobby.privacy.who-reads',
    'lobby.privacy.interpreter',
    'lobby.privacy.stored',
    'lobby.privacy.telegram',
    'lobby.privacy.never',
    'lobby.privacy.delete',
  ],
  ['pages.my-data.details', 'questions.details.why', 'questions.details.skip'],
  [
    'pages.delete.title',
    'pages.delete.what',
    'pages.delete.appointment',
    'lobby.erased.clear-chat',
  ],
  ['lobby.declined.title', 'lobby.declined.come'],
]

/** The pages by file name. */
export function privacyNotices(): Record<string, string> {
  const i18n = createI18n()
  const profile = duisburgProfile()
  const { city, centres } = profile
  const pages = i18n.languages.map(({ key, direction }) => {
    const say = (text: string) => i18n.t(key, { key: text, values: { city } }, 0)
    const parts = PARTS.map(([heading, ...lines]) => [`## ${say(heading)}`, ...lines.map(say)])
    const isUnread = i18n.unreviewed.includes(key)
    const unreviewed = isUnread ? [`_${say('lobby.language.unreviewed')}_`] : []
    const places = centres.map(({ name, address }) => `- ${name}, ${address || open}`)
    const open = say('centres.not-entered')
    const responsible = [`## ${say('lobby.responsible.title')}`, ...centres.map(answerable)]
    function answerable(centre: Centre): string {
      const controllers = controllersOf(profile, centre).map(
        ({ name, contact, dataProtectionOfficer, supervisoryAuthority }) =>
          [
            `${name}${contact ? `, ${contact}` : ''}`,
            `${say('lobby.responsible.officer')} ${dataProtectionOfficer ?? open}`,
            `${say('lobby.responsible.complain')} ${supervisoryAuthority ?? open}`,
          ].join(' · '),
      )
      return `**${centre.name}:** ${controllers.length > 0 ? controllers.join('; ') : open}`
    }
    const text = [...parts.flat(), ...responsible, ...unreviewed, places.join('\n')].join('\n\n')
    return [`${key}.md`, `<div dir="${direction}" lang="${key}">\n\n${text}\n\n</div>\n`]
  })
  return Object.fromEntries(pages)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(FOLDER, { recursive: true })
  for (const [name, text] of Object.entries(privacyNotices())) {
    writeFileSync(join(FOLDER, name), text)
  }
}
