// Which law is named, and what was read of it. A paper names no paragraph but through here, so that none stands
// without its mark. Of the GDPR only articles are named, and each paper says that nobody has checked them.

import type { Law } from '../domain/profile/responsible.ts'

const UNREAD = '[ungeprüft]'
const read = (where: string) => `[gelesen: ${where}]`

const KDSA_NORD = read(
  'kdsa-nord.de, Seite zur Auftragsverarbeitung; Wortlaut und neue Fassung ungeprüft',
)
const EKD_2017 = read(
  'Überschrift in der Fassung von 2017 bei dsgvo.privacysoft.online; Wortlaut und Fassung ab 1.5.2025 ungeprüft',
)

/** A law that was read nowhere. */
export const unread = (what: string): string => `${what} ${UNREAD}`

export const LAW = {
  aufenthg87: `§ 87 AufenthG ${read('Wortlaut von Absatz 1 und 2 bei jusmeum.de, ältere Fassung')}`,
  aufenthg88: `§ 88 AufenthG ${read('nur aus zweiter Hand: LWL-Rundschreiben; Wortlaut ungeprüft')}`,
  stgb203: `§ 203 StGB ${read('Auszug bei Pütter, Soziale Arbeit und Polizei')}`,
  stgb203helpers: `§ 203 Absatz 3 und 4 StGB ${read('datenschutzticker.de, 26.9.2017; Wortlaut ungeprüft')}`,
  stpo53: `§ 53 StPO ${read('BT-Drs. 19/4371 und WD 7 - 3000 - 034/20: kein Zeugnisverweigerungsrecht für Soziale Arbeit, außer Schwangerschaftskonflikt und Sucht')}`,
  sgb42a: `§ 42a SGB VIII ${read('socialnet.de, 7.11.2024')}`,
  ekd: `DSG-EKD in der Fassung ab 1.5.2025 ${read('Inhaltsübersicht bei kirchenrecht-ekd.de/document/57226')}`,
  ekd31: `§ 31 DSG-EKD ${read('dsgvo.privacysoft.online, ältere Fassung')}`,
  kdg: `KDG in der Fassung von 2025/2026 ${read('Inhaltsübersicht des Änderungsgesetzes im Bistum Mainz; ob und wie es im eigenen Bistum gilt, ungeprüft')}`,
  bgg10b: `§ 10b BGG NRW ${read('Wortlaut bei justiz-nrw.wolterskluwer-online.de, Fassung ab 1.9.2018')}`,
  bitv5: `§ 5 BITV NRW ${read('Wortlaut bei recht.nrw.de, Stand 1.10.2024')}`,
  sdm: `Standard-Datenschutzmodell ${read('ldi.nrw.de, Seite zum Standard-Datenschutzmodell')}`,
  kdm: `Kirchliches Datenschutzmodell 1.0 ${read('kirchliches-datenschutzmodell.de, Inhaltsübersicht')}`,
  bfdi: `Der Bundesbeauftragte für den Datenschutz fand 2023 keinen Vertreter von Telegram im Sinn von Artikel 27 DSGVO ${read('heise.de, Meldung 8212005')}`,
  kdsa: `Die kirchliche Aufsicht KDSA Ost nennt Telegram für dienstliche Kommunikation nicht zulässig ${read('katholisch.de, Artikel 32377')}`,
  ldi: `Setzt eine Behörde einen Messenger dienstlich ein, ist sie selbst verantwortlich ${read('ldi.nrw.de, 2.4.2025, zu WhatsApp und Polizei')}`,
  dgonline: `Messenger ohne Vertrag zur Auftragsverarbeitung verletzen die Schweigepflicht ${read('dg-onlineberatung.de, zu WhatsApp')}`,
  telegramStores: `Telegram speichert Chats mit Bots auf eigenen Servern; Ende-zu-Ende verschlüsselt sind nur geheime Chats, und die gibt es mit Bots nicht ${read('Kopien der Erklärung und der FAQ von Telegram')}`,
  sgb1: `§ 35 SGB I mit §§ 67 ff. SGB X ${read('Inhalt bei rvrecht.deutsche-rentenversicherung.de, Stand 2020; Wortlaut ungeprüft')}`,
  childProtection: `§ 8a Absatz 1 SGB VIII, § 4 Absatz 3 KKG ${read('Auszug bei dijuf.de, Fragen zum KJSG')}`,
  dsgnrw18: `§ 18 DSG NRW ${read('Überschrift „Datenverarbeitung im Beschäftigungskontext“, Fassung vom 17.5.2018 bei lexaris.de; Wortlaut ungeprüft')}`,
  tdddg25: `§ 25 Absatz 2 Nr. 2 TDDDG ${read('aus zweiter Hand bei esb-data.de, noch unter dem Namen TTDSG; Wortlaut ungeprüft')}`,
  ekd12: `§ 12 DSG-EKD ${read('Überschrift „Einwilligung Minderjähriger“ in der Inhaltsübersicht bei kirchenrecht-ekd.de/document/57226; Wortlaut ungeprüft')}`,
  kdg8: `§ 8 KDG ${read('Überschrift „Einwilligung“ in der Fassung von 2018 bei verwaltung-erzbistum-paderborn.de; Wortlaut und neue Fassung ungeprüft')}`,
  bsi2002: `BSI-Standard 200-2 ${read('Inhaltsverzeichnis der Fassung 1.0 von Oktober 2017 in einer Kopie, die drei Stufen aus zweiter Hand; Wortlaut ungeprüft')}`,
  ldiList: `Liste der LDI NRW für öffentliche Stellen ${read('Hinweis auf ldi.nrw.de; die Einträge selbst ungeprüft')}`,
} as const

/** What of the GDPR and of a church's law answers for the same; numbers were read in no text in force unless marked. */
export const LAWS = {
  DSGVO: {
    name: 'DSGVO',
    whole: `Verordnung (EU) 2016/679 (DSGVO) ${UNREAD}`,
    processing: 'Art. 28 DSGVO',
    joint: 'Art. 26 DSGVO',
    security: 'Art. 32 DSGVO',
    breach: 'Art. 33 DSGVO',
    secrecy: `Verpflichtung auf Vertraulichkeit ${UNREAD}`,
    authority: 'die staatliche Aufsicht, in Nordrhein-Westfalen die LDI NRW',
    special: '',
  },
  KDG: {
    name: 'KDG',
    whole: LAW.kdg,
    processing: `§ 29 KDG ${KDSA_NORD}`,
    joint: `§ 28 KDG ${UNREAD}`,
    security: `§ 26 KDG ${KDSA_NORD}`,
    breach: `§ 33 KDG ${UNREAD}`,
    secrecy: `Verpflichtung auf das Datengeheimnis nach § 5 KDG ${read('Überschrift in der Fassung von 2018 bei verwaltung-erzbistum-paderborn.de; Wortlaut und neue Fassung ungeprüft')}`,
    authority: 'die katholische Datenschutzaufsicht',
    special: `Die Fassung bis Februar 2026 ließ Verarbeitung nur im EWR oder in Ländern mit Angemessenheitsbeschluss zu; die neue hat das gestrichen [gelesen: fed-ev.de und artikel91.eu; Wortlaut ungeprüft]. Ob die neue im eigenen Bistum gilt, ist vor der Unterschrift nachzusehen.`,
  },
  'DSG-EKD': {
    name: 'DSG-EKD',
    whole: LAW.ekd,
    processing: `§ 30 DSG-EKD ${EKD_2017}`,
    joint: `§ 29 DSG-EKD ${EKD_2017}`,
    security: `§ 27 DSG-EKD ${EKD_2017}`,
    breach: `§ 32 DSG-EKD ${EKD_2017}`,
    secrecy: `Verpflichtung auf das Datengeheimnis nach § 26 DSG-EKD ${EKD_2017}`,
    authority: 'der Beauftragte für den Datenschutz der EKD',
    special: `Gilt für den Auftragsverarbeiter nicht das kirchliche Recht, unterwirft er sich der kirchlichen Datenschutzaufsicht [ungeprüft: ob es nach der Fassung ab 1.5.2025 noch nötig ist].`,
  },
} as const satisfies Record<Law, Record<string, string>>

export type ChurchOrState = keyof typeof LAWS

/** Said at the head of every paper. */
export const HOW_FAR = `Ein Entwurf, von Lotse aus dem geschrieben, was eingestellt ist. Kein Rechtsrat; fachlich geprüft hat ihn noch niemand.
**[gelesen: …]** sagt, wo eine Aussage zum Recht gelesen wurde, **[ungeprüft]**, dass sie noch niemand nachgelesen hat.
Artikel der DSGVO stehen hier als Ordnung, sie sind aus eigener Kenntnis genannt und [ungeprüft]. **[noch einzutragen: …]** weiß nur die Stadt oder der Träger.`
