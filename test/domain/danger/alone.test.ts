// Who says to be under 18 and alone is heard as that, in every language; others are not.

import { expect, it } from 'vitest'
import { hear } from '../../../src/i18n/cries.ts'

it.each([
  'I am 16 and I am alone. I am scared. help me',
  'I am 16 and alone in Germany',
  'i am a child and i am alone',
  'ben çocuğum ve yalnızım',
  'ez zarok im u bi tene me',
  'من منداڵم و تەنیام',
  'انا طفل وحيد',
  'мені 15 і мені немає де спати',
  'am 16 ani si stau noaptea pe strada',
  'аз съм дете и съм сама',
  'Ich bin 16 und allein hier',
  'Ich bin 15 Jahre alt und ohne Eltern hier, bitte helfen Sie mir',
  'ez 16 salî me û bi tenê me',
  'мені 16 років, я сама без батьків',
  'мені 16, я одна',
  'عمري ١٦ سنة وأنا لوحدي',
  'عمري 16 سنة وحدي بدون أهلي',
  'من ۱۶ سالمه و تنها هستم',
  'من ١٦ ساله هستم و تنها استم',
  'من 16 ساڵم و بە تەنیام',
  'من 16ساڵم و بە تەنیام',
  '16 yaşındayım ve yalnızım',
  'Am 16 ani și sunt singur',
])('heard: %s', (text) => {
  expect(hear(text)?.kind).toBe('alone')
})

it.each([
  ['Ich bin 18 und allein, Hilfe', 'of age'],
  ['I am 34 and alone, help me', 'of age'],
  ['Hilfe, ich bin allein', 'no age'],
  ['I am 16, help me', 'not alone'],
  ['My husband beats me, I am alone', 'no age'],
])('not: %s (%s)', (text) => {
  expect(hear(text)?.kind).not.toBe('alone')
})
