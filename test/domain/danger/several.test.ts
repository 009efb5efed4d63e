// A cry that says several things outright is heard as all of them, in every language and whatever comes first.

import { describe, expect, it } from 'vitest'
import { hear } from '../../../src/i18n/cries.ts'

/** Who is beaten and does not want to live; who was wounded and bleeds. */
const BEATEN_AND_TIRED: [string, string, string][] = [
  ['de', 'er schlägt mich', 'ich will sterben'],
  ['en', 'my husband hits me', 'I want to die'],
  ['ar', 'زوجي يضربني', 'بدي موت'],
  ['fa', 'شوهرم منو می‌زنه', 'می‌خوام بمیرم'],
  ['prs', 'شوهرم مره لت میکنه', 'میخایم بمیرم'],
  ['ckb', 'مێردەکەم لێم دەدات', 'دەمەوێت بمرم'],
  ['kmr', 'mêrê min li min dixe', 'ez dixwazim bimirim'],
  ['tr', 'kocam beni dövüyor', 'ölmek istiyorum'],
  ['uk', 'чоловік мене б’є', 'я хочу померти'],
  ['bg', 'мъжът ми ме бие', 'искам да умра'],
  ['ro', 'soțul meu mă bate', 'vreau să mor'],
]
const WOUNDED = [
  'er hat mich geschlagen und ich blute stark',
  'he stabbed me and I am bleeding',
  'ضربني بالسكين وعم انزف',
  'با چاقو منو زد خونریزی دارم',
  'مره کتی چاقو زد خون زیاد میره',
  'بە چەقۆ لێی دام و خوێنم لێ دەڕوات',
  'bi kêrê li min xist û xwîn ji min diçe',
  'beni bıçakladı çok kan kaybediyorum',
  'намушка ме с нож и кървя силно',
  'm-a înjunghiat și sângerez tare',
]

describe.each(BEATEN_AND_TIRED)('in %s', (_language, beaten, tired) => {
  it('who is beaten and does not want to live is heard as both', () => {
    for (const text of [
      `${beaten}, ${tired}`,
      `${tired}. ${beaten}`,
      `${beaten}\n${tired}!`,
      `${tired} ${beaten}`,
    ]) {
      expect(hear(text)?.kinds, text).toEqual(expect.arrayContaining(['suicide', 'violence']))
    }
  })
})

it('they may be joined to one word', () => {
  expect(hear('زوجي يضربني وبدي موت')?.kinds).toEqual(
    expect.arrayContaining(['suicide', 'violence']),
  )
})

it.each(WOUNDED)('who was wounded and bleeds is heard as both: %s', (text) => {
  expect([...(hear(text)?.kinds ?? [])].sort()).toEqual(['medical', 'violence'])
})

it('a call for help beside them is none of them', () => {
  const text = 'Hilfe! Er schlägt mich und ich will sterben, helft mir'
  expect(hear(text)?.kinds).toEqual(['suicide', 'violence'])
})

it('what a "no" turns around is not told', () => {
  expect(hear('ich will sterben, niemand schlägt mich')?.kinds).toEqual(['suicide'])
})
