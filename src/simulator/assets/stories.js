// The three stories, step by step: what is said, what is pressed on the phone, where the desk looks.
// `taps`: the data of a button, looked for in the latest screen · `desk`: a page, or what is pressed in it · `hours`: the clock.

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
        does: [{ desk: '/staff/intakes' }, { opens: 'a[href^="/staff/intakes/"]' }],
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
    ],
  },
  missed: {
    name: 'Azad',
    steps: [
      {
        de: 'Azad liest Kurmandschi und spricht schon Deutsch. Er bucht einen Termin zum Wohnen.',
        en: 'Azad reads Kurmanji and speaks German already. He books an appointment about housing.',
        does: [{ says: '/start' }, { desk: '/staff' }, ...first('kmr')],
      },
      {
        de: 'Sechs Tipps bis zum Termin.',
        en: 'Six taps to the appointment.',
        does: [
          { taps: /~an~urgent~no/ },
          { taps: /~an~topics~housing/ },
          { taps: /~an~district~/ },
          { taps: /~an~spoken~de$/ },
          { taps: /~tm~|~da~/ },
          { taps: /~tm~/, mayMiss: true },
          { taps: /~bo~.*yes/ },
        ],
      },
      {
        de: 'Die Uhr springt einen Tag vor: Die Erinnerung kommt von selbst.',
        en: 'The clock jumps a day: the reminder comes by itself.',
        does: [{ hours: 24 }],
      },
      {
        de: 'Die Uhr springt bis zu seinem Tag. Wer nicht gekommen ist, wird am Schreibtisch mit einem Druck als nicht erschienen vermerkt.',
        en: 'The clock jumps to his day. Whoever did not come is marked as missed at the desk with one press.',
        does: [{ reachesTime: true }, { desk: '/staff' }],
      },
      {
        de: 'Sein Chat zeigt, was war, und wie er einen neuen Termin bekommt.',
        en: 'His chat shows what was, and how he gets a new appointment.',
        does: [{ says: '/appointment' }],
      },
    ],
  },
}
