// The network matrix: which way data takes in and out, from the settings. No secret, no path, no name of a user.

import type { Given } from './given.ts'
import { HOW_FAR } from './law.ts'
import { open, paper, table, tests } from './markdown.ts'

const portOf = (url: URL): string =>
  url.port ||
  ({ 'https:': '443', 'http:': '80', 'smtps:': '465', 'smtp:': '587' }[url.protocol] ?? '?')

/** Where something is, without what proves who asks. */
const placeOf = (address: string) => {
  const url = new URL(address)
  return { host: url.hostname, port: portOf(url), protocol: url.protocol.replace(':', '') }
}

export function networkPaper(given: Given): string {
  const { profile, config, entered } = given
  return paper(
    `Netzmatrix: ${profile.city}`,
    HOW_FAR,
    '## Herein',
    table(['Von', 'Nach', 'Port, Protokoll', 'Was', 'Nachweis'], inwards(given)),
    '## Hinaus',
    table(['Nach', 'Port, Protokoll', 'Wozu', 'Nachweis'], outwards(given)),
    config.proxy
      ? `Alles mit https geht durch den Proxy ${placeOf(config.proxy.url).host}, Port ${placeOf(config.proxy.url).port} (${tests('door/proxy')}; \`HTTPS_PROXY\`); ohne ihn: ${config.proxy.except.join(', ')}.`
      : 'Kein Proxy nach außen eingestellt (`HTTPS_PROXY`).',
    entered.webhooks.length === 0
      ? 'Es ist kein Webhook eingetragen.'
      : `Webhooks führen ${config.privateWebhooks ? 'auch in das eigene Netz und über http' : 'nicht in das eigene Netz'} (${tests('domain/webhooks', 'door/webhook-caller')}; \`WEBHOOKS_PRIVATE\`).`,
    'Was ein Browser der Ratsuchenden oder des Personals lädt, kommt nur von Lotse selbst.',
    `Regeln der Firewall, Netzsegmente, Zugriff der Administratoren auf den Server: ${open('IT der Stadt')}`,
  )
}

function inwards({ config, profile }: Given): string[][] {
  const { publicUrl, doors, metrics } = config
  const host = publicUrl ? placeOf(publicUrl) : undefined
  const outer = host ? `${host.host}` : open('`PUBLIC_URL`')
  const rows: (string[] | false)[] = [
    doors.web && [
      'Browser der Ratsuchenden',
      `Proxy: ${outer}`,
      `${host?.port ?? '443'}, ${host?.protocol ?? 'https'}`,
      'Seiten, ein Cookie ab der Einwilligung',
      `${tests('web/strangers')}; \`PUBLIC_URL\``,
    ],
    [
      'Browser des Personals',
      `Proxy: ${outer}, Pfad /staff`,
      `${host?.port ?? '443'}, ${host?.protocol ?? 'https'}`,
      `Anmeldung, Anfragen; Einschränkung auf das Intranet: ${open('ja oder nein')}`,
      tests('staff/headers'),
    ],
    publicUrl !== undefined &&
      (profile.interpreting ?? []).some(({ byMail }) => byMail) && [
        'Browser von Sprachmittlerpools',
        `Proxy: ${outer}, Pfad /pool`,
        `${host?.port ?? '443'}, ${host?.protocol ?? 'https'}`,
        'eine Bestellung und die Antwort darauf, ohne Anmeldung, hinter dem Link der Mail',
        tests('staff/pool-link'),
      ],
    doors.telegram &&
      (publicUrl
        ? [
            'Telegram',
            `Proxy: ${outer}, Pfad /telegram`,
            `${host?.port ?? '443'}, ${host?.protocol ?? 'https'}`,
            'Zustellungen mit Geheimnis',
            `${tests('telegram/delivery')}; \`WEBHOOK_SECRET\``,
          ]
        : [
            'Telegram',
            '–',
            '–',
            'nichts kommt herein: Lotse fragt selbst (long polling)',
            tests('telegram/poll'),
          ]),
    config.remote === undefined && [
      'Proxy',
      `Lotse: ${config.host}`,
      `${config.port}, http`,
      `alles von oben; geglaubt wird Proxys nach \`TRUSTED_PROXIES\``,
      `${tests('staff/client-address')}; \`PORT\`, \`HOST\``,
    ],
    metrics !== undefined && [
      'Prometheus',
      `Lotse: ${metrics.host}`,
      `${metrics.port}, http`,
      `Messwerte${metrics.token ? ', mit Zugangswort' : ', nur dieser Rechner'}`,
      `${tests('door/metrics')}; \`METRICS_PORT\``,
    ],
  ]
  return rows.filter((row) => row !== false)
}

function outwards({ config, entered, profile }: Given): string[][] {
  const { doors, mail, staffProvider, remote } = config
  const way = (address: string) => {
    const { host, port, protocol } = placeOf(address)
    return [host, `${port}, ${protocol}`]
  }
  const rows: (string[] | false)[] = [
    doors.telegram && [
      ...way(config.telegramApiRoot),
      'Nachrichten, Dateien',
      `${tests('door/telegram-way')}; \`TELEGRAM_API_ROOT\``,
    ],
    mail !== undefined && [
      ...way(mail.url),
      'Mail an Postfächer der Stellen und an Pools',
      `${tests('door/mail', 'door/http-mail')}; \`${mail.key ? 'MAIL_URL' : 'SMTP_URL'}\``,
    ],
    staffProvider !== undefined && [
      ...way(staffProvider.issuer),
      'Anmeldung des Personals',
      `${tests('staff/provider')}; \`STAFF_OIDC_ISSUER\``,
    ],
    ...entered.webhooks.map(({ host }) => [
      host,
      '443, https',
      'Kennzeichen und Nummern',
      tests('staff/webhooks'),
    ]),
    remote !== undefined && ['Cloudflare D1', '443, https', 'die Datenbank', '`DATABASE_URL`'],
  ]
  const there = rows.filter((row) => row !== false)
  const pools = (profile.interpreting ?? []).some(({ byMail }) => byMail)
  if (there.length === 0)
    there.push([
      '–',
      '–',
      'nichts: kein Telegram, keine Mail, kein Identitätsdienst, kein Webhook',
      '`README.md`',
    ])
  return pools && mail === undefined
    ? [
        ...there,
        [
          '–',
          '–',
          `Pools sollen Mail bekommen, es ist keine eingestellt: ${open('`SMTP_URL` oder `MAIL_URL`')}`,
          tests('staff/pool-mails'),
        ],
      ]
    : there
}
