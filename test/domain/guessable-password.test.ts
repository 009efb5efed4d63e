import { expect, it } from 'vitest'
import { isGuessable } from '../../src/domain/people/guessable-password.ts'

const OWN = ['anna.berg@rsc.example', 'Anna Berg']

it.each([
  'passwordpassword',
  'Passwort12345',
  'Willkommen2026!',
  '123456789012',
  '098765432109',
  'abcdefghijkl',
  'aaaaaaaaaaaaaaa',
  'qwertzuiop12',
  'anna.berg@rsc.example',
  'AnnaBerg2026',
  'duisburg-duisburg',
  'ＰＡＳＳＷＯＲＴ１２３４',
])('%s is guessed first', (password) => expect(isGuessable(password, OWN)).toBe(true))

it.each([
  'correct horse battery staple',
  'drei Katzen am Hafen',
  'another password here',
  'Zug nach Ruhrort um 7',
  'k9#vTq2!mXw4',
  '839201748392',
  'سلام بر همه دوستان',
])('%s is not', (password) => expect(isGuessable(password, OWN)).toBe(false))
