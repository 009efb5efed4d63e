// Words about answers of the person, findings and who had a case, in both languages of staff.

export const caseDe = {
  newReply: 'neue Antwort',
  newReplies: 'Neue Antworten',
  reply: 'Antwort der Person',
  replyRead: 'Gelesen',
  repliesUnread: 'Die Person hat geantwortet. Die Antwort steht unten im Verlauf.',
  wasWith: 'war bei',
  findings: 'Rechtskreis',
  finding: 'Ihre Einschätzung',
  findingNone: 'nur ein Vorschlag',
  findingAdded: 'von der Beratung ergänzt',
  confirmed: 'bestätigt',
  dismissed: 'verworfen',
  findingBy: '{0} von {1} am {2}',
  confirm: 'Bestätigen',
  dismiss: 'Verwerfen',
  otherRechtskreis: 'Anderer Rechtskreis',
} as const

export const caseEn: Record<keyof typeof caseDe, string> = {
  newReply: 'new answer',
  newReplies: 'New answers',
  reply: 'Answer by the person',
  replyRead: 'Read',
  repliesUnread: 'The person has answered. The answer is in the history below.',
  wasWith: 'was with',
  findings: 'Area of law (Rechtskreis)',
  finding: 'Your assessment',
  findingNone: 'only a suggestion',
  findingAdded: 'added by a counsellor',
  confirmed: 'confirmed',
  dismissed: 'dismissed',
  findingBy: '{0} by {1} on {2}',
  confirm: 'Confirm',
  dismiss: 'Dismiss',
  otherRechtskreis: 'Other area of law',
}
