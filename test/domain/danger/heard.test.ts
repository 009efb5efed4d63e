import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCries } from '../../../src/domain/danger/compile.ts'
import type { CryList } from '../../../src/domain/danger/cry-list.ts'
import { findIn } from '../../../src/domain/danger/find.ts'
import { hear } from '../../../src/i18n/cries.ts'
import { runs } from '../../support/runs.ts'

const nothing = { medical: [], suicide: [], child: [], violence: [], held: [], help: [] }

/** A matcher of one small list, so that the rules are tested and not the words. */
function listOf(list: Partial<CryList>) {
  const whole = { reviewed: false, reviewedBy: null, cries: nothing, ...list }
  const cries = compileCries({ en: whole })
  return (text: string) => findIn(text, cries).kind
}

describe('how phrases are read', () => {
  test('words follow each other, and up to three others stand in a gap', () => {
    const heard = listOf({ cries: { ...nothing, held: ['lock .. door', 'no key'] } })
    expect(heard('they lock the big old door')).toBe('held')
    expect(heard('they lock the very big old door')).toBeUndefined()
    expect(heard('no key')).toBe('held')
    expect(heard('no house key')).toBeUndefined()
  })

  test('nothing reaches over the end of a sentence', () => {
    const heard = listOf({ cries: { ...nothing, held: ['lock .. door', 'key & gone'] } })
    expect(heard('They lock. The door')).toBeUndefined()
    expect(heard('gone! My key')).toBeUndefined()
    expect(heard('they lock... the door')).toBe('held')
  })

  test('parts joined by & come in any order', () => {
    const heard = listOf({ cries: { ...nothing, violence: ['knife|gun & my throat'] } })
    expect(heard('at my throat he held a knife')).toBe('violence')
    expect(heard('a gun at my throat')).toBe('violence')
    expect(heard('a gun at the throat')).toBeUndefined()
  })

  test('stems, groups, optional words, repeated words, the edges of a sentence', () => {
    const heard = listOf({
      groups: { pls: 'please|quick' },
      cries: { ...nothing, help: ['^ [{pls}]+ help [me] $'], suicide: ['suicid*'] },
    })
    for (const text of ['help', 'please please quick help me', 'Yes. Help me!', 'HEEELP']) {
      expect(heard(text)).toBe('help')
    }
    expect(heard('help me with a form')).toBeUndefined()
    expect(heard('thank you for the help')).toBeUndefined()
    expect(heard('suicidal')).toBe('suicide')
  })

  test('one slip is forgiven in a long word, none in a short one', () => {
    const heard = listOf({ cries: { ...nothing, violence: ['strangles', 'hits'] } })
    for (const text of ['strangels', 'stragles', 'strrangles']) expect(heard(text)).toBe('violence')
    for (const text of ['ztrangles', 'strangers', 'hist', 'his'])
      expect(heard(text)).toBeUndefined()
  })

  test('what is harmless takes the words it covers, and only those', () => {
    const heard = listOf({
      harmless: ['killing time'],
      cries: { ...nothing, violence: ['killing'], held: ['locked'] },
    })
    expect(heard('just killing time')).toBeUndefined()
    expect(heard('killing time, I am locked in')).toBe('held')
  })

  test('of several kinds the one for 112 counts first', () => {
    const heard = listOf({ cries: { ...nothing, medical: ['bleeding'], help: ['help'] } })
    expect(heard('help I am bleeding')).toBe('medical')
  })

  test('a group that is not there and an edge alone are refused when the list is read', () => {
    expect(() => listOf({ cries: { ...nothing, help: ['{nobody}'] } })).toThrow('{nobody}')
    expect(() => listOf({ cries: { ...nothing, help: ['help & $'] } })).toThrow('help & $')
  })
})

describe('a no', () => {
  const heard = listOf({
    not: ['nobody', 'not', 'never'],
    cries: { ...nothing, violence: ['hits me'], suicide: ['want .. die'], held: ['lets .. out'] },
  })

  test('turns violence around', () => {
    for (const text of ['Nobody hits me', 'he never hits me', 'he hits me not']) {
      expect(heard(text)).toBeUndefined()
    }
    expect(heard('Nobody helps and every day he hits me')).toBe('violence')
    expect(heard('Nobody? He hits me')).toBe('violence')
  })

  test('never the wish to die, nor anything else', () => {
    expect(heard('I do not want to die')).toBe('suicide')
    expect(heard('he never lets me out')).toBe('held')
  })
})

describe('in the languages as they are typed', () => {
  test.each([
    ['my husband beats me', 'violence', 'en'],
    ['mein Mann schlägt mich', 'violence', 'de'],
    ['mein mann schlaegt mich', 'violence', 'de'],
    ['kocam beni dovuyor', 'violence', 'tr'],
    ['чоловік мене б’є', 'violence', 'uk'],
    ['муж меня бьёт', 'violence', 'uk'],
    ['мъжът ми ме бие', 'violence', 'bg'],
    ['sotul ma bate', 'violence', 'ro'],
    ['zoji bydrbni', 'violence', 'ar'],
    ['زوجي عم يضربني', 'violence', 'ar'],
    ['شوهرم منو کتک می‌زند', 'violence', 'fa'],
    ['شوهرم مره لت میکنه', 'violence', 'prs'],
    ['مێردەکەم لێم دەدات', 'violence', 'ckb'],
    ['mere min li min dixe', 'violence', 'kmr'],
    ['ich will nicht mehr leben', 'suicide', 'de'],
    ['mikham bemiram', 'suicide', 'fa'],
    ['نمی خوام زنده باشم', 'suicide', 'fa'],
    ['بدي موت', 'suicide', 'ar'],
    ['je veux mourir', 'suicide', 'en'],
    ['help me', 'help', 'en'],
    // Wherever it is said.
    ['ich will sterben in Hochfeld', 'suicide', 'de'],
    ['ich möchte einfach nur sterben', 'suicide', 'de'],
    ['I want to die in Hochfeld', 'suicide', 'en'],
    ['хочу померти Hochfeld', 'suicide', 'uk'],
    ['أريد أن أموت في Hochfeld', 'suicide', 'ar'],
    ['vreau să mor în Marxloh', 'suicide', 'ro'],
    ['искам да умра в Hamborn', 'suicide', 'bg'],
    ['ölmek istiyorum Marxloh', 'suicide', 'tr'],
  ])('%s', (text, kind, language) => {
    expect(hear(text)).toEqual({ kinds: [kind], language })
  })

  test.each([
    ['🆘', 'help'],
    ['💊💊💊', 'suicide'],
    ['🔪😭', 'violence'],
  ])('%s is no language', (text, kind) => {
    expect(hear(text)).toEqual({ kinds: [kind], language: undefined })
  })

  test.each([
    'Ich brauche Hilfe mit Papieren',
    'Danke für die Hilfe',
    'Ich habe Angst vor der Prüfung',
    'die Frau und die Kinder',
    'I am dying to see the result',
    'just killing time',
    'nobody hits me',
    'er schlägt mich nicht',
    '',
    '47053',
  ])('"%s" is no cry', (text) => {
    expect(hear(text)).toBeUndefined()
  })
})

test('throws at no text, and hears the same twice', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(fc.constantFrom('help', 'me', '.', 'мене', 'من', 'می', 'نمی', '💊', '', 'ich', 'li'))
      .map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(hear(text)).toEqual(hear(text))
    }),
    { numRuns: runs(500) },
  )
})
