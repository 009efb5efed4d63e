// The three stories, step by step: what is said, what is pressed on the phone, where the desk looks.
// `taps`: the data of a button, looked for in the latest screen · `desk`: a page · `day`: of the appointment ·
// `presses`, `opens`: something on it, `ofTheirs` in the line of this person · `arrives`: until the phone shows
// what came of it · `hours`: the clock.

const TAKES = { presses: 'form[action$="/take"] button' }

const first = (language) => [{ taps: new RegExp(`~lo~${language}~consent`) }, { taps: /~ag~/ }]

export const STORIES = {
  letter: {
    name: 'Amal',
    steps: [
      {
        de: 'Amal liest Arabisch. Sie hat einen Brief vom Amt und versteht die Frist nicht. Sie öffnet den Chat.',
        en: 'Amal reads Arabic. She has a letter from an office and does not understand the deadline. She opens the chat.',
        does: [{ says: '/start' }, { desk: '/staff/intakes' }],
      },
      {
        de: 'Erst die Sprache, dann die Frage, ob ihre Antworten gespeichert werden dürfen.',
        en: 'First the language, then the question whether her answers may be kept.',
        does: first('ar'),
      },
      {
        de: 'Es ist dringend: ein Schreiben mit Frist. Die nächsten freien Zeiten kommen sofort, gefragt wird später.',
        en: 'It is urgent: a letter with a deadline. The next free times come at once, questions later.',
        does: [{ taps: /~an~urgent~yes/ }, { taps: /~an~reason~letter/ }],
      },
      {
        de: 'Sie nimmt die erste Zeit, mit Erinnerung.',
        en: 'She takes the first time, with reminders.',
        does: [{ taps: /~tm~/ }, { taps: /~bo~.*yes/ }],
      },
      {
        de: 'Jetzt erst das Übrige: worum es geht, wo sie wohnt, was sie spricht.',
        en: 'Only now the rest: what it is about, where she lives, what she speaks.',
        does: [
          { taps: /~an~topics~letter/ },
          { taps: /~an~district~/, mayMiss: true },
          { taps: /~an~spoken~ar/, mayMiss: true },
        ],
      },
      {
        de: 'Am Schreibtisch steht ihre Anfrage schon da, auf Deutsch, mit der Frist als Grund.',
        en: 'Her request is at the desk already, in German, with the deadline as its reason.',
        does: [
          { desk: '/staff/intakes' },
          { presses: 'a[href^="/staff/intakes/"]', ofTheirs: true },
        ],
      },
      {
        de: 'Die Leitung übernimmt die Anfrage und wählt eine Vorlage. Bevor etwas hinausgeht, sieht sie beide Sprachen.',
        en: 'The lead takes the request over and chooses a template. Before anything goes out, she sees both languages.',
        does: [
          TAKES,
          { opens: 'a[href="#do-message"]' },
          { presses: '#do-message button[name="template"][value="letter"]' },
        ],
      },
      {
        de: 'Gesendet: Links am Telefon steht es auf Arabisch.',
        en: 'Sent: on the phone at the left it stands in Arabic.',
        does: [{ presses: 'form[action$="/message/send"] button', arrives: true }],
      },
    ],
  },
  danger: {
    name: 'Leyla',
    steps: [
      {
        de: 'Leyla wird zu Hause bedroht. Sie liest Türkisch.',
        en: 'Leyla is threatened at home. She reads Turkish.',
        does: [{ says: '/start' }, { desk: '/staff/calls' }],
      },
      { de: 'Sprache, Einwilligung.', en: 'Language, consent.', does: first('tr') },
      {
        de: 'Sie drückt auf Gefahr. Die Nummern, die jetzt helfen, stehen sofort da.',
        en: 'She presses danger. The numbers that help now are there at once.',
        does: [{ taps: /~an~urgent~danger/ }],
      },
      {
        de: 'Sie bittet um einen Rückruf, und sagt, wann es sicher ist.',
        en: 'She asks to be called back, and says when it is safe.',
        does: [
          { taps: /~dg~call-back/ },
          { taps: /~sf~chat/, mayMiss: true },
          { taps: /~sf~chat~/, mayMiss: true },
        ],
      },
      {
        de: 'Auf der Rückrufliste steht sie rot und ganz oben.',
        en: 'On the call list she is red and at the top.',
        does: [{ desk: '/staff/calls' }],
      },
      {
        de: 'Ein Druck, und die Leitung hat sie übernommen. Sie sieht gleich, wann eine Stelle frei ist.',
        en: 'One press, and the lead has taken her over. She sees at once when a centre has time.',
        does: [
          { presses: 'tbody tr:first-child form[action$="/take"] button' },
          { presses: '#do-appointment a[href*="/times"]' },
        ],
      },
      {
        de: 'Sie vergibt die nächste freie Zeit: Links am Telefon steht sie auf Türkisch.',
        en: 'She gives away the next free time: on the phone at the left it stands in Turkish.',
        does: [{ presses: '#chosen button', arrives: true }],
      },
    ],
  },
  missed: {
    name: 'Azad',
    steps: [
      {
        de: 'Azad liest Kurmandschi und spricht schon Deutsch. Er bucht einen Termin zum Wohnen.',
        en: 'Azad reads Kurmanji and speaks German already. He books an appointment about housing.',
        does: [{ says: '/start' }, { desk: '/staff/intakes' }, ...first('kmr')],
      },
      {
        de: 'Sechs Tipps bis zum Termin: Rechts steht er schon an seinem Tag.',
        en: 'Six taps to the appointment: at the right it stands on its day already.',
        does: [
          { taps: /~an~urgent~no/ },
          { taps: /~an~topics~housing/ },
          { taps: /~an~district~/ },
          { taps: /~an~spoken~de$/ },
          { taps: /~tm~|~da~/ },
          { taps: /~tm~/, mayMiss: true },
          { taps: /~bo~.*yes/ },
          { day: true },
        ],
      },
      {
        de: 'Die Uhr springt einen Tag vor: Die Erinnerung kommt von selbst.',
        en: 'The clock jumps a day: the reminder comes by itself.',
        does: [{ hours: 24 }],
      },
      {
        de: 'Die Uhr springt bis zu seinem Termin. Er ist nicht gekommen: Ein Druck am Schreibtisch vermerkt es.',
        en: 'The clock jumps to his appointment. He has not come: one press at the desk notes it.',
        does: [
          { reachesTime: true },
          { day: true },
          { presses: 'form:has([name="to"][value="missed"]) button', ofTheirs: true },
        ],
      },
      {
        de: 'Etwas später fragt ihn sein Chat freundlich, ob er einen neuen Termin möchte. Nachts kommt nichts.',
        en: 'Somewhat later his chat asks kindly whether he wants a new appointment. Nothing comes at night.',
        does: [{ hoursUntilTold: true }],
      },
      {
        de: 'Zwei Tipps, und er hat einen neuen Termin: Rechts steht er an seinem Tag.',
        en: 'Two taps, and he has a new appointment: at the right it stands on its day.',
        does: [{ taps: /~tm~/ }, { taps: /~bo~.*yes/ }, { day: true }],
      },
    ],
  },
}
