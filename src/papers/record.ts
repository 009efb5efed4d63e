// The record of processing activities about people who seek advice (Art. 30 GDPR).

import { listOf, questionnaireOf } from '../domain/questionnaire/questionnaire.ts'
import { basisOf, carriersTable, centresTable } from './carriers.ts'
import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import { HOW_FAR, LAW, unread } from './law.ts'
import { list, open, paper, saidOr, table, tests } from './markdown.ts'
import { recipientsOf } from './recipients.ts'

export function recordPaper(given: Given, f: Figures): string {
  const { profile, config } = given
  const { telegram, web } = config.doors
  return paper(
    `Verzeichnis der Verarbeitungstätigkeit: Ratsuchende in ${profile.city}`,
    HOW_FAR,
    table(
      ['Angabe', 'Inhalt'],
      [
        [
          'Bezeichnung',
          `Lotse ${given.version}: Erstkontakt, Terminvergabe und Vorbereitung der Beratung in ${profile.city}`,
        ],
        ['Ordnung', `Art. 30 DSGVO; ${LAW.ekd}; ${LAW.ekd31}; ${LAW.kdg}`],
        ['Stand', `${given.day}, aus Profil und Einstellungen`],
        [
          'Zweck',
          'Termin vereinbaren, verschieben, absagen, daran erinnern; Rückruf; das Gespräch vorbereiten; in Gefahr Nummern zeigen; Auslastung ohne Personenbezug; gemeldete Barrieren beheben und beantworten',
        ],
        [
          'Rechtsgrundlage',
          `Einwilligung, je Zweck getrennt (Termin, freiwillige Angaben, Erinnerungen, Verweis, für einen anderen Menschen): ${basisOf(profile)}. Nachweis: ${tests('telegram/own-data')}. Ob die Stadt sich auf Einwilligung stützen kann, hängt daran, dass Telefon und offene Sprechstunde gleichwertig sind: [ungeprüft]. Gemeldete Barrieren: Pflicht zu Formular und Antwort, ${LAW.bgg10b}, ${LAW.bitv5}`,
        ],
        [
          'Betroffene',
          'Ratsuchende; Menschen, für die jemand schreibt; wer eine Barriere meldet, auch Beschäftigte (wer es war, wird nicht gespeichert); Freiwillige, die Texte vorlesen (ihre Stimme hören alle, ihren Namen sieht, wer Stimmen aufnimmt). Beschäftigte: eigenes Verzeichnis, `verzeichnis-beschaeftigte.md`',
        ],
        [
          'Minderjährige',
          `Altersgruppe „unter 18“ ist freiwillig; wer „unter 18 und allein hier“ wählt, wird zum Jugendamt und zu Nummern geführt, ohne Buchung davor (${tests('telegram/danger', 'browser/danger')}). Recht: ${LAW.sgb42a}`,
        ],
        [
          'Türen',
          [telegram ? 'Chat in Telegram' : '', web ? 'Seiten im Browser' : '']
            .filter(Boolean)
            .join(' und '),
        ],
        [
          'Drittland',
          telegram
            ? `Der Chat läuft über Telegram: \`telegram.md\`. Sonst: ${abroadOf(profile)}`
            : `Telegram ist nicht geöffnet. Sonst: ${abroadOf(profile)}`,
        ],
        ['Ort der Datenbank', placeOf(given)],
        ['Löschung', '`loeschkonzept.md`'],
        ['Maßnahmen', '`massnahmen.md`'],
        [
          'Ausdrücklich nicht',
          'Name laut Ausweis, Anschrift, Postleitzahl, geteilter Standort, Geburtsdatum, Aktenzeichen, Fotos, Ausweise, „keine Papiere“; Name, Foto und Sprache eines Telegram-Kontos',
        ],
      ],
    ),
    '## Verantwortliche',
    carriersTable(profile),
    'Je Stelle:',
    centresTable(profile),
    imprintOf(profile),
    `Gemeinsame Verantwortung nach Art. 26 DSGVO und den Gegenstücken der Kirchen${jointlyOf(profile)}: ${open('Vereinbarung vom …, siehe die Vorlagen `gemeinsame-verantwortung-*.md`')}`,
    '## Was gefragt wird',
    'Aus dem Fragebogen dieser Stadt. „Pflicht“ heißt: ohne diese Antwort gibt es keinen Termin.',
    questionsTable(given),
    'Paragrafen unter „Aufenthaltspapier“ sind Namen von Papieren, wie sie Menschen und Beratung nennen.',
    'Dazu: Lesesprache, verschlüsselte Kennung von Chat oder Cookie, Einwilligungen mit Text, Sprache und Zeit, der Termin mit Verlauf, Nachrichten zwischen Beratung und Mensch, Telefonnummer für den Rückruf, Notizen der Beratung. Gemeldete Barrieren: was nicht geht, Mail-Adresse oder Nummer für die Antwort, Tür, Sprache, Tag; sie gehören zu keiner Anfrage.',
    '## Empfänger',
    table(['Wer', 'Was', 'Nachweis'], recipientsOf(given, f)),
    '## Offen',
    list([
      `Ob Daten dieser Beratung Sozialdaten sind: ${unread('§ 67 SGB X')}`,
      `Was ein Server vor Lotse protokolliert: ${open('Proxy, Felder, Frist')}`,
      `Wohin Beratung übernommen wird: ${open('Fachverfahren je Träger')}`,
    ]),
  )
}

/** What the city says of transfers outside the EU. */
const abroadOf = ({ dataProtection }: Given['profile']): string => {
  const { outsideEu } = dataProtection ?? {}
  if (!outsideEu)
    return open('wer außerhalb der EU, mit welchem Schutz, `dataProtection.outsideEu`')
  return outsideEu.length > 0
    ? outsideEu.join('; ')
    : 'niemand, sagt das Profil (`dataProtection.outsideEu`)'
}

const jointlyOf = ({ dataProtection }: Given['profile']): string =>
  dataProtection?.jointly === undefined
    ? ''
    : ` (\`dataProtection.jointly\`: ${dataProtection.jointly ? 'ja' : 'nein'})`

const imprintOf = ({ imprint, pages }: Given['profile']): string => {
  if (!imprint)
    return pages?.imprint ? `Impressum: ${pages.imprint}` : open('Impressum, `imprint` im Profil')
  const { name, address, representedBy, mail, phone } = imprint
  return `Impressum (\`imprint\`): ${[name, saidOr(address, 'Anschrift'), `vertreten durch ${saidOr(representedBy, 'Name')}`, saidOr(mail, 'Mail'), phone ?? ''].filter(Boolean).join(', ')}`
}

/** Where the database is, without its name or token. */
export const placeOf = ({ config }: Given): string =>
  config.remote
    ? 'Cloudflare D1 mit Gerichtsbarkeit „eu“ (`wrangler.toml`); der Code läuft auch außerhalb der EU, wenn nicht Regional Services gebucht ist'
    : `Eine Datei auf dem eigenen Server: ${open('Rechenzentrum, Betreiber')}`

const questionsTable = ({ profile }: Given): string =>
  table(
    ['Frage', 'Antworten', 'Pflicht', 'Verschlüsselt'],
    questionnaireOf(profile).map((question) => {
      const from = FROM[question.options.from]
      const own = listOf(question).map(({ term }) => term)
      const answers = [...(from ? [from] : []), ...own].join(', ') || 'eigene Worte'
      const must = question.level === 'A' ? 'ja' : 'nein'
      return [question.term.de, answers, must, question.sealed ? 'ja' : 'nein, als Kennwort']
    }),
  )

const FROM: Record<string, string | undefined> = {
  districts: 'die Stadtbezirke',
  parts: 'Ortsteile, wo die Postleitzahl zwei zulässt',
  languages: 'die Sprachen, die Lotse kennt',
}
