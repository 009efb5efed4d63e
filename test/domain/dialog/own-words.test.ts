// What people want who say it in a sentence of their own, in every language.

import { describe, expect, it } from 'vitest'
import { factsAt, MONDAY } from '../../../scripts/gallery/talk-facts.ts'
import { buttonFor, OWN_WISHES } from '../../../src/domain/dialog/own-words.ts'
import { wished } from '../../../src/flows/conversation/understood.ts'
import { createI18n } from '../../../src/i18n/index.ts'

const i18n = createI18n()
const wish = (text: string) => wished({ i18n }, text)

it.each([
  ['person', 'Ich möchte mit einem Menschen sprechen'],
  ['person', 'I want to talk to a person'],
  ['person', 'Хочу поговорити з людиною'],
  ['person', 'أريد التحدث مع شخص'],
  ['person', 'می‌خواهم با یک نفر صحبت کنم'],
  ['person', 'Ez dixwazim bi kesekî re biaxivim'],
  ['person', 'دەمەوێت لەگەڵ کەسێک قسە بکەم'],
  ['person', 'Biriyle konuşmak istiyorum'],
  ['person', 'Vreau să vorbesc cu un om'],
  ['person', 'Искам да говоря с човек'],
  ['cancel', 'Искам да отменя часа си'],
  ['cancel', 'ich kann nicht kommen'],
  ['cancel', 'Bitte stornieren'],
  ['cancel', 'I want to cancel my appointment'],
  ['cancel', 'لا أستطيع الحضور'],
  ['cancel', 'نمی توانم بیایم'],
  ['cancel', 'آمده نمی‌توانم'],
  ['cancel', 'ez nikarim bêm'],
  ['cancel', 'ناتوانم بێم'],
  ['cancel', 'Gelemiyorum'],
  ['cancel', 'Nu pot veni'],
  ['cancel', 'Я не зможу прийти'],
  ['move', 'Kann ich den Termin verschieben?'],
  ['move', 'I cannot come, can I have another time?'],
  ['move', 'Може ли да преместя часа?'],
  ['move', 'أريد تغيير الموعد'],
  ['move', 'Randevuyu ertelemek istiyorum'],
  ['late', 'I am late'],
  ['late', 'Ich komme 10 Minuten später'],
  ['late', 'سأتأخر قليلا'],
  ['late', 'دیر می رسم'],
  ['late', 'Geç kalacağım'],
  ['late', 'Запізнююсь'],
  ['late', 'ez dereng dimînim'],
  ['way', 'Wo ist das?'],
  ['way', 'Where is it?'],
  ['way', 'أين المكان؟'],
  ['way', 'Як до вас доїхати?'],
  ['way', 'Unde este?'],
  ['thanks', 'Vielen Dank!'],
  ['thanks', 'дякую'],
  ['thanks', 'شكرا'],
])('%s: %s', (is, text) => {
  expect(wish(text)).toBe(is)
})

it.each([
  'Добрий день',
  'Hello',
  'سلام',
  'Wohnung',
  'I speak Tigrinya only',
  'دیروز نامه گرفتم',
  'Anul trecut am venit',
  'Ich heiße Sara',
])('nothing of it: %s', (text) => {
  expect(wish(text)).toBeUndefined()
})

describe('where nothing is booked', () => {
  it('only a person, and thanks, lead anywhere', () => {
    const facts = { ...factsAt(MONDAY), appointment: null }
    expect(OWN_WISHES.filter((one) => buttonFor(one, facts))).toEqual(['person', 'thanks'])
  })
})
