// The first sheet: what the dossier holds, what it was made of, and what is still open in it.

import { launchLacks } from '../domain/profile/launch.ts'
import { openPoints } from '../domain/profile/open-points.ts'
import { lawsOf } from './carriers.ts'
import type { Given } from './given.ts'
import { HOW_FAR } from './law.ts'
import { list, paper, table } from './markdown.ts'
import { GERMAN_OPEN } from './open-words.ts'

const LACKS = {
  controller: 'Verantwortliche mit Kontakt',
  officer: 'Datenschutzbeauftragte',
  imprint: 'Impressum',
} as const

/** @param papers file name and text of every other sheet */
export function overview(given: Given, papers: ReadonlyMap<string, string>): string {
  const { profile, config, entered, version, day } = given
  const doors = [config.doors.telegram && 'Telegram', config.doors.web && 'Web'].filter(Boolean)
  return paper(
    `Unterlagen für ${profile.city}`,
    HOW_FAR,
    `Geschrieben von Lotse ${version} am ${day} mit \`lotse dossier\`. Ändert sich Profil oder Einstellung, wird der Ordner neu geschrieben; was von Hand ergänzt wurde, steht dann noch im alten.`,
    table(
      ['Blatt', 'Titel', 'Noch einzutragen'],
      [...papers].map(([file, text]) => [
        `[${file}](${file})`,
        /^# (.*)$/m.exec(text)?.[1] ?? file,
        String([...text.matchAll(/\[noch einzutragen/g)].length),
      ]),
    ),
    'Dazu im Repository, von niemandem erzeugt: `docs/privacy/beschaeftigte.md` (was über Beschäftigte gespeichert wird), `docs/privacy/dienstvereinbarung-muster.md`, `docs/privacy/auskunft.md`, die Hinweise für Menschen in `docs/privacy/hinweise`, die Prüflisten in `docs/sign-off`.',
    '## Woraus',
    list([
      `Türen: ${doors.join(' und ')}${config.mode === 'demo' ? ' (Vorführung, keine echte Stadt)' : config.trial ? ' (`TRIAL=yes`: Erprobung ohne echte Menschen)' : ''}`,
      `Was vor dem ersten echten Menschen noch fehlt: ${
        launchLacks(profile)
          .map((lack) => LACKS[lack.what])
          .join(', ') || 'nichts fehlt'
      }`,
      `Träger: ${(profile.bodies ?? []).map(({ name }) => name).join(', ') || 'keine eingetragen'}`,
      `Recht der Träger, soweit eingetragen: ${lawsOf(profile).join(', ') || 'nichts eingetragen'}`,
      `Stellen: ${profile.centres.map(({ name }) => name).join(', ')}`,
      `Datenbank: ${config.remote ? 'Cloudflare D1' : 'Datei (SQLite)'}; Mail: ${config.mail ? 'ja' : 'nein'}; Identitätsdienst: ${config.staffProvider ? 'ja' : 'nein'}; Webhooks: ${entered.webhooks.length}; Zugänge für Programme: ${entered.tokens.length}`,
    ]),
    '## Was im Profil offen ist',
    'Wo es im Profil steht, und was es für die Menschen heißt; dasselbe nennt `profile check`.',
    list(openPoints(profile, GERMAN_OPEN).map(placed)),
  )
}

/** The place as code, so that no sign of it is read as markup. */
function placed(point: string): string {
  const at = point.indexOf(': ')
  return `\`${point.slice(0, at)}\`: ${point.slice(at + 2)}`
}
