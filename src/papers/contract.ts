// The contract for processing on behalf: one text for the GDPR and the laws of the churches, as a template.

import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import { type ChurchOrState, HOW_FAR, LAW, LAWS } from './law.ts'
import { list, open, paper, table } from './markdown.ts'
import { placeOf } from './record.ts'

export function contractPaper(given: Given, f: Figures, church: ChurchOrState): string {
  const law = LAWS[church]
  const { profile, config, version } = given
  return paper(
    `Vertrag zur Auftragsverarbeitung nach ${law.name} (Vorlage, ${profile.city})`,
    HOW_FAR,
    `Grundlage: ${law.processing}; ${law.whole}. Für jeden Dienstleister ein Vertrag, für jeden Träger nach seinem Recht. ${law.special}`,
    '## Parteien',
    list([
      `Verantwortlicher: ${open('Träger, Anschrift, vertreten durch')}`,
      `Auftragsverarbeiter: ${open('Dienstleister, Anschrift, vertreten durch')}`,
      `Datenschutzbeauftragte beider Seiten: ${open('Name, Telefon, Mail')}`,
    ]),
    '## § 1 Gegenstand und Dauer [ungeprüft]',
    `Betrieb von Lotse ${version} (Erstkontakt, Terminvergabe, Vorbereitung der Beratung) und seiner Sicherungen. Ort der Datenbank: ${placeOf(given)}. Beginn ${open('Datum')}, Ende mit dem Hauptvertrag vom ${open('Datum')}.`,
    '## § 2 Art, Zweck, Daten, Betroffene [ungeprüft]',
    'Wie im Verzeichnis (`verzeichnis.md`, `verzeichnis-beschaeftigte.md`). Darunter Daten nach Art. 9 DSGVO: Themen lassen auf Gesundheit, Gewalt und Herkunft schließen. Betroffen sind Ratsuchende, Menschen, für die jemand schreibt, Freiwillige und Beschäftigte.',
    '## § 3 Weisungen [ungeprüft]',
    list([
      'Verarbeitet wird nur auf dokumentierte Weisung. Wer weist an, wer nimmt Weisungen an: '.concat(
        open('Namen, Textform'),
      ),
      'Hält der Auftragsverarbeiter eine Weisung für rechtswidrig, sagt er es sofort und wartet.',
      'Verlangt eine Behörde etwas von ihm, gibt er nichts heraus, sondern unterrichtet den Verantwortlichen am selben Werktag (`behoerdenanfragen.md`), soweit ihm das nicht verboten ist.',
    ]),
    '## § 4 Vertraulichkeit [ungeprüft]',
    list([
      `${law.secrecy}, in Textform, vor dem ersten Zugriff.`,
      `Mitwirkende an einer Schweigepflicht werden verpflichtet und belehrt: ${LAW.stgb203}; ${LAW.stgb203helpers}.`,
      'Niemand, der den Datenschlüssel hat, hat zugleich Zugang zu Datenbank und Sicherungen, soweit der Betrieb es zulässt; Ausnahmen: '.concat(
        open('wer, warum'),
      ),
    ]),
    '## § 5 Maßnahmen [ungeprüft]',
    `${law.security}: \`massnahmen.md\`, \`kryptokonzept.md\`, \`netzmatrix.md\` in der Fassung vom ${given.day} sind Teil des Vertrags. Der Auftragsverarbeiter ergänzt: ${open('Gebäude, Zutritt, Administration, Aktualisierung, Überwachung')}`,
    '## § 6 Weitere Auftragsverarbeiter [ungeprüft]',
    table(
      ['Wer', 'Wofür', 'Ort'],
      subprocessors(config).length > 0
        ? subprocessors(config)
        : [[open('keine, oder welche'), '–', '–']],
    ),
    'Neue nur mit vorheriger Zustimmung in Textform und denselben Pflichten.',
    '## § 7 Rechte der Betroffenen [ungeprüft]',
    'Auskunft und Löschung übt der Mensch selbst aus (/mydata, /delete). Was beim Auftragsverarbeiter eingeht, leitet er am selben Werktag weiter und beantwortet es nicht.',
    '## § 8 Verletzungen [ungeprüft]',
    `Meldung an den Verantwortlichen sofort, spätestens binnen ${open('Frist, die 72 Stunden des Verantwortlichen erlaubt')}, mit dem, was bekannt ist. Der Verantwortliche meldet an ${law.authority}: ${law.breach}. Ablauf: \`docs/operations.md\`, „A data breach“.`,
    '## § 9 Löschung und Rückgabe [ungeprüft]',
    config.remote
      ? `Fristen: \`loeschkonzept.md\`. Die Zeitreise von D1 hält ${f.timeTravel}. Bei Vertragsende: Ausfuhr (\`export\`), dann Löschung von Datenbank und Worker, bestätigt in Textform.`
      : `Fristen: \`loeschkonzept.md\`. Sicherungen stehen höchstens ${f.backups}. Bei Vertragsende: Ausfuhr (\`export\`), dann Löschung von Datenbank, Sicherungen und Schlüssel, bestätigt in Textform.`,
    '## § 10 Kontrolle [ungeprüft]',
    `Der Verantwortliche darf prüfen oder prüfen lassen, nach Anmeldung mit ${open('Frist')}. Der Auftragsverarbeiter zeigt den Bericht der Probe (\`drill\`) und die Prüfung des Protokolls (\`audit verify\`) auf Verlangen.`,
    '## § 11 Haftung, Schluss [ungeprüft]',
    open('Haftung, Gerichtsstand, salvatorische Klausel, Rangfolge'),
    `${open('Ort, Datum, Unterschriften')}`,
  )
}

function subprocessors(config: Given['config']): string[][] {
  const rows: (string[] | false)[] = [
    config.remote !== undefined && [
      'Cloudflare',
      'Worker und D1',
      `Datenbank in der EU, Code auch außerhalb; Garantien: ${open('Vertrag, Standardvertragsklauseln')}`,
    ],
    config.mail?.key !== undefined && [
      new URL(config.mail.url).host,
      'Mail über HTTP',
      open('Ort'),
    ],
  ]
  return rows.filter((row) => row !== false)
}
