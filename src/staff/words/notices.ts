// Words about notices to a centre, in both languages of staff.

export const noticesDe = {
  navNotices: 'Hinweise',
  notices: 'Hinweise auf neue Anfragen',
  noticesHint:
    'Ein Hinweis nennt Kennzeichen, Beratungsstelle und Dringlichkeit mit einem Link, sonst nichts.',
  noticeGroup: 'Telegram-Gruppe des Teams',
  noticeGroupNone: 'Keine Gruppe verbunden.',
  noticeLinked: 'Verbunden seit {0}.',
  noticeCode: 'Gruppe verbinden',
  noticeCodeTitle: 'Code für die Gruppe',
  noticeCodeHint:
    'Schreiben Sie diesen Befehl in die Gruppe, in der der Bot ist. Der Code gilt eine Stunde und einmal; er wird nur jetzt gezeigt.',
  noticeCodeLink: 'Oder öffnen Sie diesen Link und wählen Sie die Gruppe:',
  noticeCommand: 'Befehl',
  noticeMail: 'Postfach',
  noticeMailNone: 'Kein Postfach eingetragen.',
  noticeMailOff: 'Dieses Lotse verschickt keine E-Mail (SMTP_URL ist nicht gesetzt).',
  noticeMailMisread: 'Bitte geben Sie eine E-Mail-Adresse an.',
  noticeEnd: 'Hinweise beenden',
} as const

export const noticesEn: Record<keyof typeof noticesDe, string> = {
  navNotices: 'Notices',
  notices: 'Notices of new requests',
  noticesHint: 'A notice names reference code, centre and urgency with a link, and nothing else.',
  noticeGroup: 'Telegram group of the team',
  noticeGroupNone: 'No group is linked.',
  noticeLinked: 'Linked since {0}.',
  noticeCode: 'Link a group',
  noticeCodeTitle: 'Code for the group',
  noticeCodeHint:
    'Type this command in the group that the bot is in. The code works once, within the hour; it is shown only now.',
  noticeCodeLink: 'Or open this link and pick the group:',
  noticeCommand: 'Command',
  noticeMail: 'Mailbox',
  noticeMailNone: 'No mailbox is entered.',
  noticeMailOff: 'This Lotse sends no e-mail (SMTP_URL is not set).',
  noticeMailMisread: 'Please give an e-mail address.',
  noticeEnd: 'End the notices',
}
