// Whom data reach, and how much of it: as settings and profile have it, each with what carries it.

import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import { open, tests } from './markdown.ts'

/** Rows: who, what, by which test or setting. */
export function recipientsOf({ profile, config, entered }: Given, f: Figures): string[][] {
  const leads = profile.walls?.leads === 'centre' ? 'der ganzen Stelle' : 'des eigenen Trägers'
  const rows: (string[] | false)[] = [
    [
      'Beratung und Leitung des Trägers, der die Anfrage übernimmt, auch bei der Stadt',
      `die ganze Anfrage; Leitung: Fälle ${leads}`,
      `${tests('staff/walls')}; \`walls.leads\``,
    ],
    [
      'andere Träger der Stelle, bis jemand übernimmt',
      'Anliegen, Dringlichkeit, Sprache, Zeit; rote und orange Anfragen ganz',
      tests('domain/wall'),
    ],
    [
      'andere Träger der Stelle danach',
      'dass der Platz vergeben ist: Zeit, Sprache, Kennzeichen',
      tests('staff/walls'),
    ],
    [
      'Träger, an den übergeben wird',
      'die Anfrage, mit Zustimmung im Gespräch oder durch die Leitung bei Abwesenheit; Grund und Tag vermerkt',
      tests('staff/carriers', 'staff/carrier-edges'),
    ],
    [
      'Stelle, an die verwiesen wird',
      'was der Mensch vorher sieht und wozu er zustimmt',
      tests('staff/referral'),
    ],
    [
      'Koordination',
      `nur Zahlen, über Menschen erst ab ${f.fewest}`,
      tests('domain/rights', 'staff/utilisation'),
    ],
    ...(profile.caseSystems ?? []).map(({ name }) => [
      `Fachverfahren ${name} des Trägers, der die Anfrage hat`,
      'das Blatt einer Akte, wenn die Beratung es abschreibt, druckt oder speichert',
      `${tests('staff/case-sheet')}; \`caseSystems\` im Profil`,
    ]),
    [
      'Administration',
      'gemeldete Barrieren, wohin die Antwort gehen soll; keine Anfrage',
      tests('staff/barriers', 'telegram/barrier', 'web/barrier', 'domain/rights'),
    ],
    profile.accessibility?.contact?.mail !== undefined && [
      `Postfach ${profile.accessibility.contact.mail}`,
      'dass eine Barriere gemeldet wurde und an welcher Tür',
      `${tests('staff/barriers')}; \`accessibility.contact\` im Profil`,
    ],
    [
      'Fördergeber',
      `Quartalsbericht: Zahlen je Stelle und Träger, über Menschen erst ab ${f.fewest}`,
      tests('staff/quarter', 'domain/quarters'),
    ],
    config.doors.telegram && [
      'Telegram, selbst verantwortlich',
      'was im Chat steht, und dass jemand schreibt: `telegram.md`',
      '`DOORS`, `BOT_TOKEN`',
    ],
    ...(profile.dataProtection?.recipients ?? []).map((name) => [
      name,
      open('Umfang, Vertrag'),
      '`dataProtection.recipients` im Profil',
    ]),
    ...entered.webhooks.map(({ host, events }) => [
      `System ${host} (Webhook)`,
      `Kennzeichen und Nummern bei ${events.map((event) => `\`${event}\``).join(', ')}; mit einem Termin auch Gesprächssprache, Wunsch nach einer Frau oder einem Mann und Stand der Sprachmittlung`,
      tests('staff/webhooks'),
    ]),
    ...entered.tokens.map(({ name, role, body }) => [
      `Programm „${name}“ (Zugang der Schnittstelle)`,
      `was die Rolle „${ROLES[role] ?? role}“${body ? ` beim Träger ${bodyName(profile, body)}` : ''} liest`,
      tests('staff/api', 'staff/tokens'),
    ]),
    ...(profile.interpreting ?? []).map(({ name, byMail, onCall }) => [
      `Sprachmittlung: ${name}`,
      `Sprache, Tag, Zeit, Dauer, Ort, Art und Wunsch unter einer Bestellnummer, nie die Person${byMail ? '; Lotse schreibt selbst per Mail, mit einem Link zur Antwort' : ''}${onCall ? '; wird zu Beginn des Gesprächs angerufen' : ''}`,
      tests('staff/interpreting', 'staff/pool-mails', 'staff/pool-link'),
    ]),
    entered.mailboxes.length > 0 && [
      `Postfach von ${entered.mailboxes.map((id) => centreName(profile, id)).join(', ')}`,
      'Kennzeichen, Stelle und Dringlichkeit, bei Sprachmittlung Bestellnummer und Frist',
      `${tests('staff/notices')}; \`MAIL_FROM\``,
    ],
    profile.notices?.telegram === true && [
      `Gruppe in Telegram${entered.groups.length > 0 ? ` von ${entered.groups.map((id) => centreName(profile, id)).join(', ')}` : ' (keine verbunden)'}`,
      'Kennzeichen, Stelle und Dringlichkeit',
      `${tests('staff/notices')}; \`notices.telegram\``,
    ],
    config.mail?.key !== undefined && [
      `Dienst für Mail über HTTP: ${new URL(config.mail.url).host}`,
      'jede Mail mit Kennzeichen, Stelle und Dringlichkeit; Auftragsverarbeiter',
      `${tests('door/http-mail')}; \`MAIL_URL\``,
    ],
    config.staffProvider !== undefined && [
      `Identitätsdienst ${new URL(config.staffProvider.issuer).host}`,
      'wer vom Personal sich wann anmeldet; nichts über Ratsuchende',
      `${tests('staff/provider')}; \`STAFF_OIDC_ISSUER\``,
    ],
    [
      'Kalenderprogramme, die Beratung und Leitung von einer geheimen Adresse abrufen lassen, und deren Anbieter',
      `Zeit, Kennzeichen und Sprache eigener Termine (Leitung: der Stelle), oder nur „Belegt“; ${open('welcher Anbieter, Vertrag; sonst nur „Belegt“')}`,
      tests('staff/calendars'),
    ],
    config.remote !== undefined && [
      'Cloudflare, Auftragsverarbeiter',
      'die Datenbank, verschlüsselte Felder verschlüsselt; Verbindungsdaten',
      '`DATABASE_URL`, `wrangler.toml`',
    ],
  ]
  return rows.filter((row) => row !== false)
}

const ROLES: Record<string, string> = {
  counsellor: 'Beratung',
  lead: 'Leitung',
  coordinator: 'Koordination',
  administrator: 'Administration',
  volunteer: 'Ehrenamt',
  'data-protection': 'Datenschutz',
}

const bodyName = ({ bodies = [] }: Given['profile'], id: string) =>
  bodies.find((body) => body.id === id)?.name ?? id
const centreName = ({ centres }: Given['profile'], id: string) =>
  centres.find((centre) => centre.id === id)?.name ?? id
