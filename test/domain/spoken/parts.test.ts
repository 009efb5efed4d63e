import { describe, expect, test } from 'vitest'
import { nameOf } from '../../../src/domain/dialog/called.ts'
import {
  button,
  FOOTER,
  type Line,
  line,
  type Screen,
  strong,
} from '../../../src/domain/dialog/screen.ts'
import { given, say, type Value, withIcon } from '../../../src/domain/dialog/text.ts'
import { BREATH, type Part } from '../../../src/domain/spoken/part.ts'
import { partsOf, playable } from '../../../src/domain/spoken/parts.ts'
import { book, heard, keys } from './books.ts'

const NOW = Date.parse('2026-03-16T07:00:00Z')
const WEDNESDAY = Date.parse('2026-03-18T13:05:00Z')

const known = (language: string) => (keys.includes(language) ? book(language) : undefined)

const said = (screen: Pick<Screen, 'lines'> & Partial<Screen>, language = 'de') => {
  const spoken = partsOf({ id: 'test', rows: [], ...screen }, { language, book: known, now: NOW })
  return 'parts' in spoken ? heard(spoken.parts, language) : spoken.lacks
}
const ofLine = (one: Line, language?: string) => said({ lines: [one] }, language)
const ofValue = (key: string, name: string, value: Value, language?: string) =>
  ofLine(line(key, { [name]: value }), language)

describe('a screen', () => {
  test('is its lines, then the buttons that answer, in their order', () => {
    expect(
      said({
        lines: [
          strong('booking.check.title'),
          { gap: true },
          line('booking.check.where', { centre: 'RSC Hochfeld' }),
        ],
        rows: [
          [button('booking.check.button.book-plainly', { do: 'here' })],
          [
            { label: say('booking.appointment.button.copy-code'), copy: '7F3-K2D' },
            { label: say('centres.way.button.map'), open: 'https://example.org' },
            button('booking.check.button.other-time', { do: 'times' }),
          ],
          FOOTER,
        ],
      }),
    ).toBe('Stimmt alles? | RSC Hochfeld ‖ Ja, buchen ‖ Andere Zeit')
  })

  test('names the icon of an option before its words, chosen or not, where the words do not say it', () => {
    const tap = { do: 'answer', question: 'topics', option: 'housing' } as const
    const label = withIcon(say('questions.topics.option.housing'), '🏠')
    const letter = withIcon(say('questions.topics.option.letter'), '✉️')
    const rows = [
      [{ label, tap }],
      [{ label: say('common.chosen', { option: label }), tap }],
      [{ label: letter, tap }],
    ]
    const whole = said({ lines: [], rows })
    expect(whole).toMatch(/^Das Haus \S* ?Wohnung ‖ Das Haus .*Wohnung.* ‖ Brief vom Amt$/)
  })

  test('is whole without the names of icons, and silent about those nobody has recorded', () => {
    const tap = { do: 'answer', question: 'topics', option: 'housing' } as const
    const label = withIcon(say('questions.topics.option.housing'), '🏠')
    const screen = { id: 'test', lines: [], rows: [[{ label, tap }]] }
    const spoken = partsOf(screen, { language: 'de', book: known, now: NOW })
    const parts = 'parts' in spoken ? spoken.parts : []
    const left = playable(parts, ({ clip }) => clip !== 'icons.house')
    expect(left?.map((part) => ('clip' in part ? part.clip : part))).toEqual([
      'questions.topics.option.housing',
    ])
  })

  test('says no icon, no quote, no link', () => {
    expect(
      said({
        lines: [
          { text: withIcon(say('booking.check.title'), '📅') },
          { quote: 'Guten Tag', own: true },
          { quote: 'Ich suche den Eingang.' },
          { link: 'https://example.org/with/abc' },
        ],
      }),
    ).toBe('Stimmt alles?')
  })

  test('that lacks a clip has no voice, and says what it lacks without what was typed', () => {
    expect(ofLine(line('no.such.text'))).toEqual(['no.such.text'])
    expect(ofLine({ mono: 'Am Geheimen Weg 3' })).toEqual(['name'])
    expect(ofValue('booking.check.where', 'centre', 'RSC Anderswo')).toEqual(['name'])
    expect(
      ofLine({ text: say('common.name', { name: 'Ihr Sohn Ali war hier.' }), language: 'de' }),
    ).toEqual(['name'])
    expect(said({ lines: [] }, 'xx')).toBe('')
    expect(said({ lines: [line('booking.check.title')] }, 'xx')).toEqual(['booking.check.title'])
  })

  test('on a page says the answers that are to be checked', () => {
    const screen: Screen = {
      id: 'check',
      lines: [strong('booking.check.title')],
      answers: [
        {
          name: say('questions.topics.name'),
          value: say('questions.topics.option.housing'),
          tap: { do: 'here' },
        },
      ],
      rows: [],
    }
    const spoken = partsOf(screen, { language: 'de', book, now: NOW, withAnswers: true })
    expect('parts' in spoken && heard(spoken.parts, 'de')).toBe('Stimmt alles? | Thema Wohnung')
    expect(said(screen)).toBe('Stimmt alles?')
  })
})

describe('a value', () => {
  test.each<[string, Value, string, string]>([
    [
      'when',
      { when: WEDNESDAY },
      'booking.check.when',
      'Mittwoch achtzehnter März vierzehn Uhr fünf',
    ],
    [
      'slot',
      { slotLabel: WEDNESDAY },
      'booking.times.slot',
      'Mittwoch achtzehnter März vierzehn Uhr fünf',
    ],
    ['day', { dayLabel: WEDNESDAY }, 'booking.times.day', 'Mittwoch achtzehnter März'],
    ['day', { day: WEDNESDAY }, 'booking.times.day', 'Mittwoch achtzehnter März'],
    ['day', { relativeDay: WEDNESDAY }, 'reminders.title-near', 'Ihr Termin: übermorgen'],
    [
      'time',
      { time: WEDNESDAY },
      'waiting.offer.held',
      'Wir halten sie für Sie frei bis vierzehn Uhr fünf',
    ],
    [
      'when',
      { from: WEDNESDAY, to: WEDNESDAY + 1_500_000 },
      'booking.check.when',
      'vierzehn Uhr fünf bis vierzehn Uhr dreißig',
    ],
    [
      'wish',
      { list: [{ weekday: 1 }, { weekday: 2 }, { weekday: 5 }] },
      'waiting.days.line',
      'Tage: Montag · Dienstag und Freitag',
    ],
    ['centre', 'RSC Hochfeld', 'booking.times.title', 'Freie Zeiten: RSC Hochfeld'],
    ['most', '3', 'notice.enough-chosen', 'Sie können höchstens 3 auswählen.'],
    [
      'most',
      '300',
      'notice.too-long',
      'Das ist zu lang. Bitte schreiben Sie höchstens 300 Zeichen.',
    ],
    ['option', say('questions.topics.option.housing'), 'common.chosen', 'Wohnung gewählt'],
    ['who', say('party.relation.option.mother'), 'party.person', 'Person: Meine Mutter'],
    ['name', { key: 'language-name.tr' }, 'common.name', 'Türkçe'],
  ])('%s of %j in %s', (name, value, key, words) => {
    expect(ofValue(key, name, value)).toBe(words)
  })

  test('the word for the hour is said once, in every language that has one', () => {
    const hours = line('centres.hours', {
      days: { list: [{ weekday: 1 }] },
      opens: '10:00',
      closes: '12:30',
    })
    expect(ofLine(hours, 'de')).toBe('Montag · zehn Uhr bis zwölf Uhr dreißig')
    expect(ofLine(hours, 'tr')).toBe('Pazartesi · saat on ile saat on iki otuz arası')
    expect(ofLine(hours, 'ar')).toBe(
      'الاثنين من الساعة العاشرة صباحًا إلى الساعة الثانية عشرة ظهرًا وثلاثون دقيقة',
    )
    const held = line('waiting.offer.held', { time: { time: WEDNESDAY } })
    expect(ofLine(held, 'fa')).toBe('آن را تا ساعت چهارده و پنج دقیقه برای شما نگه می‌داریم.')
  })

  test('a place that is named in two scripts is said once', () => {
    const place = given({ de: 'Walsum', ar: 'فالزوم' })
    expect(ofLine({ text: say('common.place', { name: 'Walsum', own: place }) }, 'ar')).toBe(
      'فالزوم (Walsum)',
    )
  })

  test.each([
    [1, 'am Tag vorher'],
    [2, '2 Tage vorher'],
    [3, '3 Tage vorher'],
  ])('%i days before', (count, words) => {
    const value: Value =
      count === 1
        ? { key: 'reminders.when.day-before' }
        : { key: 'reminders.when.days', values: { count } }
    expect(ofValue('reminders.which', 'when', value)).toBe(words)
  })

  test.each([
    ['ar', 2, 'قبله بيومين'],
    ['ar', 3, 'قبله بـ 3 أيام'],
    ['uk', 2, 'за 2 дні до цього'],
    ['uk', 5, 'за 5 днів до цього'],
    ['ro', 2, 'cu 2 zile înainte'],
    ['tr', 3, 'randevudan 3 gün önce'],
  ])('a plural in %s goes with the count %i', (language, count, words) => {
    const value: Value = { key: 'reminders.when.days', values: { count } }
    expect(ofValue('reminders.which', 'when', value, language)).toBe(words)
  })
})

describe('numbers and codes', () => {
  test.each([
    ['110', '1 1 0'],
    ['116 016', '1 1 6 · 0 1 6'],
    ['0203 94065358', '0 2 0 3 · 9 4 · 0 6 · 5 3 · 5 8'],
    ['0800 1110111', '0 8 0 0 · 1 1 1 · 0 1 · 1 1'],
    ['+49 203 123456', 'plus 4 9 · 2 0 3 · 1 2 · 3 4 · 5 6'],
  ])('the telephone number %s', (phone, words) => {
    expect(ofLine({ phone })).toBe(words)
  })

  test.each([
    ['7F3-K2D', '7 F 3 · K 2 D'],
    ['048 213', '0 4 8 · 2 1 3'],
    ['47119', '4 7 1 · 1 9'],
  ])('the code %s', (mono, words) => {
    expect(ofLine({ mono })).toBe(words)
  })

  test('an address is one clip', () => {
    expect(ofLine({ mono: 'Brückenstraße 30, Duisburg' })).toBe('Brückenstraße 30, Duisburg')
  })
})

describe('what somebody typed', () => {
  const ali = { id: 'p1', relation: 'child', label: 'Ali', isMeant: true } as const
  const who = nameOf(ali, [ali])

  test('is left out of a line', () => {
    expect(ofValue('party.person', 'who', who)).toBe('Person:')
    const note = line('pages.my-data.item', {
      name: { key: 'questions.note.name' },
      value: 'Mein Bruder …',
    })
    expect(ofLine(note)).toBe('Notiz ·')
  })

  test('leaves a screen without a voice where it is to be pressed', () => {
    expect(said({ lines: [], rows: [[{ label: who, tap: { do: 'here' } }]] })).toEqual(['name'])
  })

  test('is no code, however it looks', () => {
    const item = (key: string, value: string) =>
      ofLine(line('pages.my-data.item', { name: { key }, value }))
    expect(item('questions.alias.name', '0203 1234')).toBe('Name ·')
    expect(item('pages.my-data.code', '7F3-K2D')).toBe('Code · 7 F 3 · K 2 D')
  })
})

describe('with the clips that are released', () => {
  const clip = (name: string, language?: string): Part => ({
    clip: name,
    hash: name,
    ...(language && { language }),
  })
  const pause: Part = { pause: 800 }
  const only =
    (...names: string[]) =>
    ({ clip: name }: { clip: string }) =>
      names.includes(name)

  test('half a screen is none', () => {
    const parts = [clip('a'), BREATH, clip('b')]
    expect(playable(parts, only('a', 'b'))).toEqual(parts)
    expect(playable(parts, only('a'))).toBeUndefined()
    expect(playable([], only())).toBeUndefined()
    expect(playable([pause], only())).toBeUndefined()
  })

  test('a menu of languages has the voices there are', () => {
    const menu = [clip('x', 'ar'), pause, clip('y', 'fa'), pause, clip('z', 'de')]
    expect(playable(menu, only('x', 'z'))).toEqual([clip('x', 'ar'), pause, clip('z', 'de')])
    expect(playable(menu, only('z'))).toEqual([clip('z', 'de')])
    expect(playable(menu, only('x'))).toEqual([clip('x', 'ar')])
    expect(playable(menu, only())).toBeUndefined()
  })

  test('words of the city in German are no such line', () => {
    expect(playable([clip('a'), clip('name.centre.x.on-the-way', 'de')], only('a'))).toBeUndefined()
  })

  test('a clip of other words is none', () => {
    const parts = partsOf(
      { id: 't', lines: [line('booking.check.title')], rows: [] },
      { language: 'de', book, now: NOW },
    )
    const [first] = 'parts' in parts ? parts.parts : []
    expect(first).toEqual({
      clip: 'booking.check.title',
      hash: book('de').clips.get('booking.check.title')?.hash,
    })
    expect(first).not.toMatchObject({ hash: book('tr').clips.get('booking.check.title')?.hash })
  })
})
