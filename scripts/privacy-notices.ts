// Writes docs/privacy/hinweise/: what people are told about their data, one page a language, from the
// same texts as the chat. Run it when those change: `node scripts/privacy-notices.ts`.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Line } from '../src/domain/dialog/screen.ts'
import { imprintLines } from '../src/domain/dialog/show/imprint.ts'
import { basisLines, keptLines, RIGHTS_LINES } from '../src/domain/dialog/show/legal.ts'
import { responsibleLines } from '../src/domain/dialog/show/responsible.ts'
import type { Profile } from '../src/domain/profile/profile.ts'
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

/** The pages by file name; of Duisburg where no other city is given. */
export function privacyNotices(profile: Profile = duisburgProfile()): Record<string, string> {
  const i18n = createI18n()
  const { city, centres } = profile
  const pages = i18n.languages.map(({ key, direction }) => {
    const say = (text: string) => i18n.t(key, { key: text, values: { city } }, 0)
    const parts = PARTS.map(([heading, ...lines]) => [`## ${say(heading)}`, ...lines.map(say)])
    const isUnread = i18n.unreviewed.includes(key)
    const unreviewed = isUnread ? [`_${say('lobby.language.unreviewed')}_`] : []
    const places = centres.map(({ name, address }) => `- ${name}, ${address || open}`)
    const open = say('centres.not-entered')
    const written = (line: Line): string => {
      if ('text' in line) return `${line.strong ? '## ' : ''}${i18n.t(key, line.text, 0)}`
      return 'mono' in line
        ? line.mono
        : 'phone' in line
          ? line.phone
          : 'link' in line
            ? line.link
            : ''
    }
    const legal = [
      ...basisLines(profile),
      ...keptLines(profile),
      ...RIGHTS_LINES,
      ...responsibleLines({ profile }),
      ...imprintLines(profile),
    ]
    const text = [
      ...parts.flat(),
      ...legal.map(written).filter(Boolean),
      ...unreviewed,
      places.join('\n'),
    ].join('\n\n')
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
