// A city's own questions and those it leaves out, from its profile alone: the talk, the record and what
// is left of them.
import { afterEach, describe, expect, it } from 'vitest'
import type { Profile } from '../../src/domain/profile/profile.ts'
import { replaceProfile } from '../../src/flows/upkeep/edit-profile.ts'
import { duisburg } from '../support/duisburg.ts'
import { guestBooks } from '../support/staff-guests.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { lookAtAgreed, ownAnswers } from '../support/talks.ts'

let house: House
afterEach(() => house.stop())

const WISH = 'Bitte ein Raum mit Fenster'
const QUESTIONS: NonNullable<Profile['questions']> = [
  {
    id: 'own-kita',
    kind: 'choice',
    name: { de: 'Kita-Platz', ar: 'روضة' },
    title: { de: 'Haben Sie einen Kita-Platz?', ar: 'هل لديك مكان في الروضة؟' },
    hint: { de: 'Wir fragen nur, um zu planen.' },
    icon: '🎒',
    options: [
      { id: 'yes', words: { de: 'Ja, schon', ar: 'نعم' }, icon: '🏡' },
      { id: 'no', words: { de: 'Noch nicht' } },
    ],
    when: [{ question: 'household', is: ['with-children'] }],
  },
  {
    id: 'own-wish',
    kind: 'text',
    name: { de: 'Wunsch' },
    title: { de: 'Was wünschen Sie sich?' },
    most: 60,
  },
]
const LEFT_OUT = ['alias', 'age', 'document', 'german', 'counsellor', 'needs', 'note']

// Without what it keeps from carriers: that names a question which is left out here.
const city = () => {
  const { walls: _, ...others } = duisburg()
  return others
}

async function begin(language: 'de' | 'ar' = 'de') {
  house = await openHouse({ ...city(), questions: QUESTIONS, leaveOut: LEFT_OUT })
  const guest = await guestBooks(house, { language })
  await guest.user.tapsData(/~de$/)
  await guest.user.tapsData(/~dy$/)
  return guest
}

async function answered() {
  const guest = await begin()
  const { user } = guest
  await user.taps('Mit Kindern')
  await user.taps('🏡 Ja, schon')
  await user.sends(WISH)
  return guest
}

const token = async (path: string) => {
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  return { anna, page: await anna.get(path) }
}

describe('a question of the city', () => {
  it('is asked in its words where its condition is met, and those left out are not', async () => {
    const { user } = await begin()
    user.sees('Mit wem wohnen Sie?')
    await user.taps('Mit Kindern')
    const asked = user.sees('🎒 Haben Sie einen Kita-Platz?')
    expect(asked.text).toContain('Wir fragen nur, um zu planen.')
    await user.taps('Zurück')
    await user.taps('Allein')
    user.sees('Was wünschen Sie sich?')
    await user.sends('x'.repeat(61))
    user.sees(/60/)
    await user.taps('Überspringen')
    user.sees('Ihr Termin steht fest')
  })

  it('reads German where the city has no words in a language', async () => {
    const { user } = await begin('ar')
    await user.tapsData(/household~with-children/)
    user.sees('هل لديك مكان في الروضة؟')
    user.sees('Wir fragen nur, um zu planen.')
    await user.tapsData(/own-kita~no/)
    user.sees('Was wünschen Sie sich?')
    expect(user.unansweredTaps()).toBe(0)
  })

  it('goes, with what hangs on it, when the answer it depends on changes', async () => {
    const { user, id } = await answered()
    await user.tapsData('1~de')
    await user.taps('Allein')
    const { page } = await token(`/staff/intakes/${id}/record.json`)
    expect(JSON.parse(page.text).cityQuestions.map((one: { id: string }) => one.id)).toEqual([
      'own-wish',
    ])
  })
})

describe('its answer', () => {
  it('stands on the record, in its JSON, in the table and in what the person sees', async () => {
    const { user, id } = await answered()
    const held = await ownAnswers(user)
    expect(held).toContain('Kita-Platz: 🏡 Ja, schon')
    expect(held).toContain(`Wunsch: ${WISH}`)
    const { anna, page } = await token(`/staff/intakes/${id}`)
    expect(page.text).toMatch(/<dt>Kita-Platz<\/dt><dd>.*🏡.*Ja, schon/)
    expect(page.text).toContain(`<blockquote dir="auto">${WISH}</blockquote>`)
    expect(page.text).not.toContain('<dt>Altersgruppe</dt>')
    const record = JSON.parse((await anna.get(`/staff/intakes/${id}/record.json`)).text)
    expect(record.cityQuestions).toEqual([
      {
        id: 'own-kita',
        term: 'Kita-Platz',
        answers: [{ code: 'yes', term: 'Ja, schon' }],
        text: null,
      },
      { id: 'own-wish', term: 'Wunsch', answers: [], text: { text: WISH, language: 'de' } },
    ])
    expect(record.questions).toContainEqual({
      id: 'own-kita',
      term: 'Kita-Platz',
      outcome: 'answered',
    })
    const table = (await anna.get('/staff/intakes.csv?status=all')).text.trim().split('\r\n')
    expect(table[0]).toMatch(/;Kita-Platz;Wunsch$/)
    expect(table[1]).toContain(`;"Ja, schon";${WISH}`)
  })

  it('is read as it was asked when the city asks something else', async () => {
    const { user, id } = await answered()
    const [kita] = QUESTIONS
    if (!kita) throw new Error('no question')
    const other = {
      ...kita,
      name: { de: 'Betreuung' },
      options: [
        { id: 'yes', words: { de: 'Stundenweise' } },
        { id: 'no', words: { de: 'Keine' } },
      ],
    }
    await replaceProfile(house.deps, { ...city(), questions: [other] })
    const { page } = await token(`/staff/intakes/${id}/record.json`)
    expect(JSON.parse(page.text).cityQuestions).toMatchObject([
      { term: 'Kita-Platz', answers: [{ code: 'yes', term: 'Ja, schon' }] },
      { term: 'Wunsch', text: { text: WISH } },
    ])
    expect(await ownAnswers(user)).toContain(`Wunsch: ${WISH}`)
  })

  it('is sealed where it was typed, and a code where it was chosen', async () => {
    const { id } = await answered()
    const [row] = await house.db.$queryRawUnsafe<{ talk: string; sealed: string }[]>(
      'SELECT "talk", "sealed" FROM "Intake" WHERE "id" = ?',
      id,
    )
    expect(JSON.parse(row?.talk ?? '{}').answers).toMatchObject({ 'own-kita': 'yes' })
    expect(JSON.stringify(row)).not.toContain(WISH)
    expect(JSON.stringify(row)).not.toContain('own-wish":')
    expect(house.logged.join()).not.toContain(WISH)
  })

  it('stays sealed when the city has stopped asking', async () => {
    const { user, id } = await answered()
    await replaceProfile(house.deps, duisburg())
    await user.sends('/appointment')
    const rows = await house.db.$queryRawUnsafe('SELECT * FROM "Intake" WHERE "id" = ?', id)
    expect(JSON.stringify(rows)).not.toContain(WISH)
    const { page } = await token(`/staff/intakes/${id}`)
    expect(page.text).toContain(WISH)
  })

  it('is taken back with the optional answers, and goes with the person', async () => {
    const { user } = await answered()
    await lookAtAgreed(user)
    await user.taps('Freiwilliges löschen')
    const personId = String(
      (await house.db.$queryRawUnsafe<{ id: string }[]>('SELECT "id" FROM "Person"'))[0]?.id,
    )
    const [request] = (await house.deps.store.holdings.of(personId)).requests
    expect(JSON.stringify(request)).not.toContain('own-')
    await user.sends('/delete')
    await user.taps('Ja, alles löschen')
    expect(await house.db.$queryRawUnsafe('SELECT 1 FROM "Intake"')).toEqual([])
  })
})

it('somebody who stands at a question that is asked no more goes on with the next', async () => {
  const { user } = await begin()
  await user.taps('Mit Kindern')
  await replaceProfile(house.deps, { ...city(), leaveOut: LEFT_OUT })
  await user.taps('🏡 Ja, schon')
  user.sees('Ihr Termin steht fest')
  expect(user.unansweredTaps()).toBe(0)
})

it('a city that leaves out every optional question offers none', async () => {
  house = await openHouse({ ...city(), leaveOut: [...LEFT_OUT, 'household'] })
  const { user } = await guestBooks(house, { language: 'de' })
  const { reply_markup } = user.sees('Ihr Termin steht fest')
  expect(JSON.stringify(reply_markup)).not.toContain('~de"')
})
