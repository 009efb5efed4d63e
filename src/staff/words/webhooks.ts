// Words about webhooks, in both languages of staff.

export const webhooksDe = {
  navWebhooks: 'Webhooks',
  webhooks: 'Webhooks',
  webhooksHint:
    'Andere Systeme erfahren hier, dass eine Anfrage eingegangen ist oder ein Termin sich geändert hat: nur Kennzeichen und Nummern.',
  webhooksEmpty: 'Kein Webhook ist eingetragen.',
  webhookNew: 'Neuer Webhook',
  webhookUrl: 'Adresse (https)',
  webhookEvents: 'Ereignisse',
  webhookIntake: 'Anfrage eingegangen (intake.submitted)',
  webhookAppointment: 'Termin geändert (appointment.changed)',
  webhookMisread: 'Bitte geben Sie eine öffentliche https-Adresse und mindestens ein Ereignis an.',
  webhookSecret: 'Geheimnis des Webhooks',
  webhookSecretHint: 'Damit prüft der Empfänger die Unterschrift. Es wird nur jetzt gezeigt.',
  webhookRemove: 'Webhook löschen',
  webhookDead: 'Nicht zugestellt',
  webhookDeadHint: 'Nach acht Versuchen in zwei Tagen aufgegeben.',
  webhookDeadEmpty: 'Alles ist zugestellt oder wird noch versucht.',
  webhookWhy: 'Grund',
  webhookAgain: 'Noch einmal senden',
} as const

export const webhooksEn: Record<keyof typeof webhooksDe, string> = {
  navWebhooks: 'Webhooks',
  webhooks: 'Webhooks',
  webhooksHint:
    'Other systems are told here that a request has come in or an appointment has changed: codes and ids only.',
  webhooksEmpty: 'No webhook has been entered.',
  webhookNew: 'New webhook',
  webhookUrl: 'Address (https)',
  webhookEvents: 'Events',
  webhookIntake: 'Request submitted (intake.submitted)',
  webhookAppointment: 'Appointment changed (appointment.changed)',
  webhookMisread: 'Please give a public https address and at least one event.',
  webhookSecret: 'Secret of the webhook',
  webhookSecretHint: 'The receiver checks the signature with it. It is shown only now.',
  webhookRemove: 'Delete the webhook',
  webhookDead: 'Not delivered',
  webhookDeadHint: 'Given up after eight tries in two days.',
  webhookDeadEmpty: 'Everything has been delivered or is still being tried.',
  webhookWhy: 'Reason',
  webhookAgain: 'Send again',
}
