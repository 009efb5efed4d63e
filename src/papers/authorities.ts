// Requests by authorities: who answers what, what there is to be asked for, and how an answer is made and noted.

import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import { HOW_FAR, LAW, unread } from './law.ts'
import { list, open, paper, table, tests } from './markdown.ts'

export const authoritiesPaper = ({ profile, config }: Given, f: Figures): string =>
  paper(
    `Anfragen von Behörden: ${profile.city}`,
    HOW_FAR,
    '**Regel für alle:** Niemand gibt am Telefon, am Tresen oder aus eigenem Entschluss etwas heraus, auch nicht, ob jemand hier war. Jede Anfrage geht schriftlich an die Leitung des Trägers, der die Anfrage des Menschen hat, und von dort an Datenschutz und Rechtsstelle.',
    '## Wer antwortet worauf',
    table(
      ['Wer fragt', 'Worauf gestützt', 'Wer antwortet', 'Was zu prüfen ist'],
      [
        [
          'Ausländerbehörde fragt die Stadt',
          `${LAW.aufenthg87}: Öffentliche Stellen teilen auf Ersuchen bekannt gewordene Umstände mit`,
          `Rechtsstelle der Stadt, nicht die Beratung: ${open('Name')}`,
          `${LAW.aufenthg88}; ${LAW.stgb203}; ${LAW.sgb1}. Vorrang der besonderen Verwendungsregeln ist für diese Beratung zu klären: ${open('Gutachten oder Weisung')}`,
        ],
        [
          'Ausländerbehörde fragt einen freien oder kirchlichen Träger',
          `${LAW.aufenthg87} gilt für öffentliche Stellen`,
          'Leitung des Trägers mit Rechtsrat',
          `ob der Träger für diese Aufgabe öffentliche Stelle ist: ${unread('Beleihung, Zuwendungsvertrag')}; ${LAW.stgb203}`,
        ],
        [
          'niemand fragt, Beratung der Stadt erfährt von Aufenthalt ohne Titel',
          `${LAW.aufenthg87}, Absatz 2: Unterrichtung ohne Ersuchen`,
          'Beratung fragt nicht danach und schreibt nichts dazu auf; Zweifel an die Rechtsstelle',
          `${LAW.aufenthg88}; ob die Beratung ausgenommen ist: ${open('schriftliche Klärung vor dem Start')}`,
        ],
        [
          'Polizei, Gefahr für Leib und Leben jetzt',
          unread('Polizeigesetz NRW'),
          'Leitung, in deren Abwesenheit wer da ist; danach sofort Datenschutz',
          `ob ein Mensch anders zu retten ist; nur das Nötige; ${unread('§ 34 StGB')}`,
        ],
        [
          'Polizei oder Staatsanwaltschaft, Ermittlung',
          unread('§§ 161, 163 StPO'),
          'Rechtsstelle des Trägers',
          `Schweigepflicht: ${LAW.stgb203}. Zeugnis: ${LAW.stpo53}; ohne Aussagegenehmigung sagt niemand aus: ${unread('§ 54 StPO')}`,
        ],
        [
          'Durchsuchung, Beschlagnahme',
          unread('§§ 94, 97, 102, 103 StPO'),
          'IT und Rechtsstelle',
          'Beschluss zeigen lassen, widersprechen, Versiegelung verlangen, nichts freiwillig öffnen, Schlüssel nicht freiwillig nennen',
        ],
        [
          'Jugendamt',
          `${LAW.childProtection}; bei unbegleiteten Minderjährigen ${LAW.sgb42a}`,
          'Beratung, die die Anfrage hat, mit Leitung',
          'Gefährdung; mit dem jungen Menschen zuerst sprechen',
        ],
        [
          'Jobcenter, Sozialamt',
          unread('§ 60 SGB II, § 117 SGB XII'),
          'niemand ohne Schweigepflichtentbindung des Menschen',
          'Einwilligung schriftlich, für diese Frage',
        ],
        [
          'Gericht, Ladung als Zeugin',
          LAW.stpo53,
          'die geladene Person mit Rechtsstelle',
          `Aussagegenehmigung des Arbeitgebers: ${unread('für kirchliche und freie Träger zu klären')}`,
        ],
        [
          'Verfassungsschutz',
          unread('Verfassungsschutzgesetz NRW'),
          'Rechtsstelle',
          'ob eine Pflicht besteht; im Zweifel keine Auskunft',
        ],
      ],
    ),
    '## Was es überhaupt gibt',
    list([
      `Kein Name laut Ausweis, keine Anschrift, kein Geburtsdatum, kein Aktenzeichen, kein „ohne Papiere“, kein Foto (${tests('domain/questionnaire/entries', 'telegram/any-input')}).`,
      `Gesucht werden kann nach Code, Tag und Rufnamen, und nur unter den Anfragen, die jemand ohnehin ganz sieht; jede gezeigte Anfrage steht im Protokoll (${tests('staff/inbox', 'staff/walls-asked')}). Nach Telefonnummer, Chat oder Gerät lässt sich nicht suchen: eine Kennung steht nur als Prüfwert mit Schlüssel in der Datenbank (${tests('door/nothing-leaks')}).`,
      `Inhalte stehen ${f.content} nach dem Termin, das Protokoll ${f.audit} (\`loeschkonzept.md\`). Wo nichts mehr ist, lautet die Antwort: nichts gespeichert.`,
      `Beratung der Stadt sieht nicht, was ein freier Träger übernommen hat (${tests('staff/walls')}).`,
      ...(profile.walls?.notShown?.length
        ? [
            `Manche Antworten sieht ein Träger nie: ${profile.walls.notShown.map(({ question }) => `\`${question}\``).join(', ')} (\`walls.notShown\`).`,
          ]
        : [
            'Das Profil verbirgt keine Antwort vor einem Träger; ob die Gruppe des Aufenthaltspapiers vor der Stadt verborgen wird, ist zu entscheiden (`walls.notShown`).',
          ]),
      ...(config.doors.telegram
        ? ['Was im Chat steht, hat auch Telegram. Dorthin wenden sich Behörden ohne Lotse.']
        : []),
    ]),
    '## Ablauf',
    list([
      'Eingang vermerken: wer, wann, worauf gestützt, welche Frist. Nicht in Lotse, nicht in einem Chat.',
      'Am selben Werktag an Datenschutz und Rechtsstelle des Trägers. Bis zur Entscheidung wird nichts gelöscht, was nicht ohnehin fällig ist, und nichts früher gelöscht: Löschen, um eine Anfrage zu vereiteln, kann strafbar sein [ungeprüft].',
      'Wird herausgegeben, druckt die Leitung die Akte, schwärzt, was andere betrifft, und vermerkt den Empfänger. Im Protokoll steht, wer die Akte geöffnet hat (`test/staff/care.test.ts`); das Drucken selbst sieht nur der Browser. Auf dem Papier stehen auch Notizen und Verlauf.',
      'Der Mensch wird unterrichtet, soweit das Gesetz es nicht verbietet [ungeprüft].',
      `Zuständig: ${open('je Träger Leitung, Datenschutz, Rechtsstelle mit Telefon')}`,
    ]),
  )
