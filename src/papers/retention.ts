// The deletion concept: every table with its period, what people and staff delete at once, and what copies hold.

import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import { keptOf } from './kept.ts'
import { HOW_FAR } from './law.ts'
import { list, open, paper, table, tests } from './markdown.ts'

export const retentionPaper = ({ profile, config }: Given, f: Figures): string =>
  paper(
    `Löschkonzept: ${profile.city}`,
    HOW_FAR,
    `Fristen stehen im Profil der Stadt (\`retention\`) und gelten in deutscher Zeit, in ganzen Kalendertagen. Jede Nacht nach 3:30 Uhr wird gelöscht, was fällig ist; ein Bericht nennt Zahlen, nie Personen (\`erase report\`). Eine ausgefallene Nacht wird nachgeholt. Nachweis: ${tests('flows/erase-due', 'domain/retention')}.`,
    '## Fristen',
    table(
      ['Was', 'Wie lange', 'Regel', 'Tabellen'],
      keptOf(f).map(({ what, when, rule, tables }) => [
        what,
        when,
        rule,
        tables.map((name) => `\`${name}\``).join(', '),
      ]),
    ),
    '## Sofort',
    list([
      `Durch den Menschen: /delete löscht alles, sagt den Termin ab und gibt den Platz frei; stehen mehrere hinter einem Chat, fragt es, wessen Daten (${tests('telegram/any-input', 'flows/party')}).`,
      `„Freiwilliges löschen“ nimmt freiwillige Antworten zurück (${tests('telegram/withdrawn')}).`,
      ...(config.doors.telegram
        ? [
            `„Diesen Chat leeren“ entfernt die Nachrichten der letzten ${f.messages}; ältere löscht der Mensch in Telegram selbst, der Bot sagt, wie (${tests('telegram/own-data')}).`,
          ]
        : []),
      ...(config.doors.web
        ? [`„Gerät vergisst mich“ nimmt das Cookie weg (${tests('web/strangers', 'web/kiosk')}).`]
        : []),
      `Durch die Beratung: „Löschen“ an einer Anfrage (${tests('staff/whole-person')}).`,
    ]),
    '## Kopien',
    list([
      `Gelöschtes wird in der Datei und ihrem Änderungsprotokoll sofort überschrieben, Reste in ungenutztem Platz in der folgenden Nacht, bei großen Dateien nach höchstens sieben Nächten (${tests('door/erased-bytes')}).`,
      config.remote
        ? `Cloudflare hält jeden Stand der letzten ${f.timeTravel} fest (Tarif ohne Kosten: ${f.timeTravelFree}); so lange ist Gelöschtes dort wiederherstellbar. Das ist Cloudflares Angabe, nicht gemessen.`
        : `Sicherungen stehen höchstens ${f.backups} (\`docs/install/lotse-backup.service\`); wer sie wegkopiert, löscht sie nach derselben Regel: ${open('Ort der Kopien, wer löscht')}`,
      `Nach einer Wiederherstellung wird wieder gelöscht, wer danach gelöscht wurde: Davon zeugt ${f.erased} lang eine Liste aus Prüfsummen außerhalb der Datenbank (${tests('door/keep-commands')}).`,
      `Unter dem Dateisystem (Schnappschüsse, abgenutzter Speicher): ${open('verschlüsselt oder nach einer Regel gelöscht')}`,
      `Was in ein Fachverfahren übernommen wurde, unterliegt dessen Fristen: ${open('Verfahren, Frist')}`,
    ]),
  )
