// The crypto concept: what is encrypted by what, where keys are, how they change. Figures are measured by a test.

import type { Figures } from './figures.ts'
import type { Given } from './given.ts'
import { HOW_FAR } from './law.ts'
import { list, open, paper, table, tests } from './markdown.ts'

/** Columns that hold sealed text; a test compares them with what the store seals. */
export const SEALED_COLUMNS: Readonly<Record<string, string>> = {
  'Address.sealed': 'Kennung des Chats oder Cookies',
  'Address.sealedLabel': 'Rufname im Chat',
  'Intake.sealed': 'freier Text, Anrede, Telefonnummer, eigene Sprache',
  'Intake.followUpSealed': 'was bei der Wiedervorlage zu tun ist',
  'Outbox.sealed': 'wohin und was in einer Nachricht persönlich ist',
  'Tie.sealed': 'Wort eines Links zwischen zwei Türen',
  'StaffNote.sealed': 'Notizen der Beratung',
  'Reply.sealed': 'Antworten auf Nachrichten der Beratung',
  'VoiceMessage.sealed': 'Gesprochenes',
  'BarrierReport.sealed': 'gemeldete Barriere und wohin die Antwort gehen soll',
  'NoticeTarget.sealed': 'Postfach oder Gruppe einer Stelle',
  'Webhook.sealed': 'Adresse und Geheimnis eines Webhooks',
  'Speaker.sealed': 'Name von Freiwilligen',
}

export const cryptoPaper = ({ profile, config }: Given, f: Figures): string =>
  paper(
    `Kryptokonzept: ${profile.city}`,
    HOW_FAR,
    '## Verfahren',
    table(
      ['Wofür', 'Verfahren', 'Größen', 'Nachweis'],
      [
        [
          'Felder in der Datenbank',
          'AES-GCM, Nonce zufällig je Text, Name des Schlüssels im Text',
          `Schlüssel ${f.key}, Nonce ${f.iv}, Prüfwert ${f.tag}`,
          `${tests('house/papers/figures', 'door/nothing-leaks')}; \`src/store/engine/seal.ts\``,
        ],
        [
          'Ableitung der Schlüssel',
          'HKDF mit SHA-256, je Zweck ein eigener (Versiegeln, Suchen, Protokoll)',
          f.key,
          '`src/store/engine/seal.ts`',
        ],
        [
          'Suche nach Chat, Cookie, Versuchen',
          'HMAC-SHA-256',
          f.hmac,
          `${tests('door/rotate-keys')}; \`src/store/address-keys.ts\``,
        ],
        [
          'Protokoll',
          'HMAC-SHA-256 je Zeile über die vorige, Anfang und Ende vermerkt',
          f.hmac,
          tests('staff/audit-chain'),
        ],
        config.remote
          ? [
              'Sicherung',
              'Zeitreise von D1 (Cloudflare), Ausfuhr mit versiegelten Feldern',
              '–',
              tests('flows/move-city'),
            ]
          : [
              'Sicherung',
              'AES-GCM über die ganze Datei',
              `Schlüssel ${f.key}`,
              `${tests('door/keep-commands')}; \`src/runtime/node/sealed-file.ts\``,
            ],
        [
          'Passwörter des Personals',
          'scrypt, wie better-auth es tut',
          `mindestens ${f.password}`,
          tests('staff/sign-in', 'house/papers/figures'),
        ],
        [
          'Zweiter Faktor',
          'Einmal-Codes (TOTP), Passkeys (WebAuthn mit Prüfung der Person)',
          '–',
          tests('staff/sign-in', 'browser/passkeys'),
        ],
        [
          'Zugänge für Programme, Kalenderadressen, Einladungen',
          'Zufallswort, gespeichert als Prüfwert',
          '–',
          tests('staff/tokens', 'staff/calendars'),
        ],
        ['Webhooks', 'Signatur nach Standard Webhooks', '–', tests('staff/webhooks')],
        [
          'Wege nach außen und herein',
          `TLS: nach außen durch Node oder Workers, herein durch den Proxy vor Lotse: ${open('Version, Verfahren, Zertifikat')}`,
          '–',
          '`docs/install/Caddyfile`, `PUBLIC_URL`',
        ],
      ],
    ),
    '## Versiegelte Spalten',
    table(
      ['Spalte', 'Was'],
      Object.entries(SEALED_COLUMNS).map(([column, what]) => [`\`${column}\``, what]),
    ),
    `Nicht versiegelt sind Kennwörter (Thema, Bezirk, Sprache, Dringlichkeit), Zeiten und das Profil: Ohne den Schlüssel gehören sie zu niemandem. Auf Platten: ${open('Verschlüsselung des Datenträgers')}`,
    '## Schlüssel',
    list([
      `Der Datenschlüssel (\`DATA_KEY\`, \`DATA_KEY_FILE\` oder \`lotse.key\` neben der Datenbank) hat ${f.key}, aus \`openssl rand -base64 32\`. Wo er liegt und wer ihn hat: ${open('Geheimnisspeicher, zwei Personen')}`,
      `Kopie getrennt von jeder Sicherung: ${open('Ort')}. Ohne Schlüssel ist die Datenbank nutzlos; mit beidem liest man alles.`,
      `Wechsel einmal im Jahr und wenn jemand geht, der ihn kannte: \`key add\`, neu starten, \`key rotate\`, im laufenden Betrieb (${tests('door/rotate-keys')}). Ein falscher Schlüssel wird beim Start bemerkt (${tests('door/keep-commands')}).`,
      'Der alte Schlüssel bleibt bei den Sicherungen, die er öffnet, bis sie gelöscht sind.',
    ]),
    '## Grenzen',
    list([
      'Wer Schlüssel und Datenbank hat, liest alles, auf beiden Seiten der Wand zwischen Trägern.',
      ...(config.doors.telegram
        ? ['Chats mit Bots sind nicht Ende-zu-Ende verschlüsselt: `telegram.md`.']
        : []),
      `Abgleich mit der Technischen Richtlinie BSI TR-02102: ${open('durch IT-Sicherheit')}`,
    ]),
  )
