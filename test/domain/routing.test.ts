import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedParts, type Route, route } from '../../src/domain/questionnaire/routing.ts'
import { duisburg } from '../support/duisburg.ts'
import { runs } from '../support/runs.ts'

const profile = duisburg()
const typed = (postalCode: string): Route => route(profile, { postalCode })

const inArabic = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(0x0660 + +d))
const inPersian = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(0x06f0 + +d))

// domain.md's table; 47119 is the only code that lies between two centres
const codes: [code: string, district: string, centre: string][] = [
  ...['47051', '47053', '47055', '47057', '47058', '47059'].map(
    (code): [string, string, string] => [code, 'mitte', 'hochfeld'],
  ),
  ['47137', 'meiderich-beeck', 'hamborn'],
  ['47138', 'meiderich-beeck', 'hamborn'],
  ['47139', 'meiderich-beeck', 'hamborn'],
  ['47166', 'hamborn', 'hamborn'],
  ['47167', 'hamborn', 'hamborn'],
  ['47169', 'hamborn', 'hamborn'],
  ['47178', 'walsum', 'hamborn'],
  ['47179', 'walsum', 'hamborn'],
  ['47198', 'homberg-ruhrort-baerl', 'rheinhausen'],
  ['47199', 'homberg-ruhrort-baerl', 'rheinhausen'],
  ['47226', 'rheinhausen', 'rheinhausen'],
  ['47228', 'rheinhausen', 'rheinhausen'],
  ['47229', 'rheinhausen', 'rheinhausen'],
  ['47239', 'rheinhausen', 'rheinhausen'],
  ['47249', 'sued', 'hochfeld'],
  ['47259', 'sued', 'hochfeld'],
  ['47269', 'sued', 'hochfeld'],
  ['47279', 'sued', 'hochfeld'],
]

describe('a postal code', () => {
  it.each(codes)('%s is in %s and suggests %s, in any digits', (code, district, centre) => {
    for (const text of [code, inArabic(code), inPersian(code)])
      expect(typed(text)).toMatchObject({ kind: 'centre', district, centre })
  })

  it('tables all codes of the profile but the one that asks', () => {
    expect([...codes.map(([code]) => code), '47119'].sort()).toEqual(
      profile.postalCodes.map(({ code }) => code).sort(),
    )
  })

  it('47119 asks between Laar and Ruhrort', () => {
    const options = [
      { id: '304', name: 'Laar', district: 'meiderich-beeck', centre: 'hamborn' },
      { id: '401', name: 'Ruhrort', district: 'homberg-ruhrort-baerl', centre: 'hochfeld' },
    ]
    expect(typed('٤٧١١٩')).toMatchObject({ kind: 'ask', postalCode: '47119', options })
    expect(askedParts(profile)).toMatchObject(options)
    expect(route(profile, { part: '304' })).toMatchObject({ centre: 'hamborn' })
    expect(route(profile, { part: '401' })).toMatchObject({ centre: 'hochfeld' })
  })

  it.each([
    '47053 Duisburg',
    'D-47053',
    'Duisburg 47053, Brückenstraße 30',
    '47 053',
    '۴۷۰۵۳ دویسبورگ',
    '\u2067٤٧٠٥٣\u2069',
    '470٥۳',
  ])('is found in "%s"', (text) => {
    expect(typed(text)).toMatchObject({ kind: 'centre', centre: 'hochfeld' })
  })

  it.each(['47001', '47044', '47050', '47118', '47161', '47163', '47299', '47300', '47305'])(
    '%s is a P.O. box, not a home',
    (code) => {
      expect(typed(code)).toEqual({ kind: 'po-box', postalCode: code })
    },
  )

  it.each([
    ['47441', 'Moers'],
    ['45468', 'Mülheim an der Ruhr'],
    ['46045', 'Oberhausen'],
    ['46535', 'Dinslaken'],
  ])('%s is outside, in %s', (code, town) => {
    expect(typed(code)).toEqual({ kind: 'outside', postalCode: code, town })
  })

  it.each(['10115', '47475', '47052', '01001', '99998'])('%s is outside', (code) => {
    expect(typed(code)).toEqual({ kind: 'outside', postalCode: code })
  })

  it.each(['', '   ', 'abc', '4705', '470533', '00000', '99999', '०४७०५', '🙂', '12 34'])(
    '"%s" is unreadable',
    (text) => {
      expect(typed(text)).toEqual({ kind: 'unreadable' })
    },
  )
})

describe('a home', () => {
  it.each([
    ['walsum', 'hamborn'],
    ['hamborn', 'hamborn'],
    ['meiderich-beeck', 'hamborn'],
    ['homberg-ruhrort-baerl', 'rheinhausen'],
    ['mitte', 'hochfeld'],
    ['rheinhausen', 'rheinhausen'],
    ['sued', 'hochfeld'],
  ])('in %s suggests %s', (district, centre) => {
    expect(route(profile, { district })).toMatchObject({ kind: 'centre', district, centre })
  })

  it('that is not told suggests the default centre', () => {
    expect(route(profile, {})).toEqual({
      kind: 'centre',
      centre: 'hochfeld',
      reason: { key: 'routing.reason.default', values: { centre: 'RSC Hochfeld' } },
    })
  })

  it('in an unknown district or part is unreadable', () => {
    expect(route(profile, { district: 'unsaid' })).toEqual({ kind: 'unreadable' })
    expect(route(profile, { part: '999' })).toEqual({ kind: 'unreadable' })
  })

  it.each([
    [{ district: 'mitte' }, 'district', 'RSC Hochfeld', 'Mitte'],
    [{ part: '202' }, 'part', 'RSC Hamborn', 'Marxloh'],
    [{ postalCode: '47226' }, 'district', 'RSC Rheinhausen', 'Rheinhausen'],
  ])('%j gives its reason', (home, key, centre, place) => {
    expect(route(profile, home)).toMatchObject({
      reason: { key: `routing.reason.${key}`, values: { centre, place } },
    })
  })

  it('gives one of the known answers whatever is typed', () => {
    const centres = profile.centres.map(({ id }) => id)
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d٠-٩۰-۹ .-]{0,8}$/))
    fc.assert(
      fc.property(text, (postalCode) => {
        const answer = typed(postalCode)
        if (answer.kind === 'centre') expect(centres).toContain(answer.centre)
        else expect(['ask', 'outside', 'po-box', 'unreadable']).toContain(answer.kind)
      }),
      { numRuns: runs(500) },
    )
  })
})
