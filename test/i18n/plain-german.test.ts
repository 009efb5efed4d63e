import { describe, expect, test } from 'vitest'
import { readLocales } from '../../scripts/bundle-locales.ts'
import { plainGermanFaults } from './checks/plain-german.ts'

const one = (text: string) => ({ a: { b: text } })

test('the German texts put the doer first and use everyday words', () => {
  expect(plainGermanFaults(readLocales()['de']?.messages ?? {})).toEqual([])
})

describe('a planted sentence is found', () => {
  test.each([
    ['Ihre Antworten lesen nur die Beraterinnen und Berater.', 'object first'],
    ['Den Chat löschen Sie selbst.', 'object first'],
    ['Ihren Namen müssen Sie nicht nennen.', 'object first'],
    ['Diesen Satz können Sie zeigen:', 'object first'],
    ['Diese Zeiten halten wir für Sie frei bis {{when}}:', 'object first'],
    ['Diese Zeit bekommt jemand anderes.', 'object first'],
    ['Das würden wir dort weitergeben:', 'object first'],
    ['Das können wir hier nicht lesen.', 'object first'],
    ['Sprachnachrichten können wir hier nicht hören.', 'object first'],
    ['Änderungen an alten Nachrichten sehen wir nicht.', 'object first'],
    ['Menschen aus {{place}} schlagen wir {{centre}} vor.', 'object first'],
    ['Ob ein Platz frei ist, wissen wir nicht.', 'object first'],
    ['Gut. Ihre Antwort speichern wir.', 'object first'],
    ['Wird eine Zeit frei, schreiben wir Ihnen.', 'condition without wenn'],
    ['Hier wird nicht über Ihren Aufenthalt entschieden.', 'passive'],
    ['Wenn Sie einen Termin haben, wird er abgesagt.', 'passive'],
    ['Wenn der Termin abgesagt wird, schreiben wir.', 'passive'],
    ['Sie können ohne Anmeldung kommen.', 'office word'],
    ['Dürfen wir Sie weiterverweisen?', 'office word'],
    ['Bitte keine Aktenzeichen.', 'office word'],
  ])('%s', (text, fault) => {
    expect(plainGermanFaults(one(text)).join()).toContain(`a.b: ${fault}`)
  })
})

test.each([
  'Wir lesen Ihre Antworten.',
  'Die Beratungsstelle liest sie.',
  'Wenn eine Zeit frei wird, schreiben wir Ihnen hier.',
  'Ist es dringend?',
  'Welche Zeit passt Ihnen?',
  'Bitte rufen Sie uns an.',
  'Hier bekommen Sie einen Termin.',
  'Für Mitte schlagen wir das RSC vor.',
])('"%s" is plain', (text) => {
  expect(plainGermanFaults(one(text))).toEqual([])
})
