import { afterEach, beforeEach, expect, test } from 'vitest'
import { createActor } from '../support/actor.ts'
import { type House, openHouse } from '../support/staff-house.ts'
import { sendsAtDesk } from '../support/staff-writes.ts'
import { bookSara } from '../support/talks.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.stop())

const OVER_ANOTHER = 'Über den Chat einer anderen Person (für die Mutter)'
const rows = (sql: string) => house.db.$queryRawUnsafe<Record<string, string>[]>(sql)

/** Somebody who has an appointment, and one for her mother, who is called Fatma in the chat. */
async function withMother() {
  const user = createActor(house.world)
  await bookSara(user)
  await user.taps('➕ Mehr')
  await user.taps('Für jemand anderen')
  await user.taps('Meine Mutter')
  await user.taps('Ja, sie stimmt zu')
  user.sees('Wie soll diese Person hier heißen?')
  await user.sends('Fatma')
  await user.taps('Nicht dringend')
  await user.taps('Wohnung')
  await user.taps('Mitte')
  await user.taps('العربية')
  await user.tapsData(/~tm~hochfeld/)
  user.sees('Person: Fatma')
  await user.taps('Ja, mit Erinnerung')
  user.sees('Ihr Termin steht fest.')
  const [own, mother] = await rows(`SELECT i."id", a."relation" FROM "Intake" i
    JOIN "Address" a ON a."personId" = i."personId" ORDER BY a."relation" IS NOT NULL`)
  if (!own?.['id'] || !mother?.['id']) throw new Error('two requests were made')
  const anna = await house.signedIn({ email: 'anna@rsc.example' })
  for (const { id } of [own, mother] as { id: string }[]) {
    await anna.get(`/staff/intakes/${id}`)
    await anna.post(`/staff/intakes/${id}/take`, { from: '' })
  }
  return {
    user,
    anna,
    own: `/staff/intakes/${own['id']}`,
    mother: `/staff/intakes/${mother['id']}`,
  }
}

test('the record says over whose chat it came and what the person is to them, and nothing more', async () => {
  const { anna, own, mother } = await withMother()
  const { text } = await anna.get(mother)
  expect(text).toContain(`<dd>${OVER_ANOTHER}</dd>`)
  // Beside the form for a message as well; neither the name in the chat nor the other's request.
  expect(text.split(OVER_ANOTHER)).toHaveLength(3)
  expect(text).not.toContain('Fatma')
  expect(text).not.toContain(own)
  expect((await anna.get(own)).text).not.toContain('Chat einer anderen Person')
})

test('the call list says so too', async () => {
  const { user, anna } = await withMother()
  await user.taps('☎️ Mensch')
  await user.taps('Schreiben Sie mir hier')
  user.sees('Ihre Nachricht ist angekommen')
  const { text } = await anna.get('/staff/calls')
  expect(text).toContain(OVER_ANOTHER)
  expect(text).not.toContain('Fatma')
})

test('a message says for whom it is, and what is typed then is an answer for them', async () => {
  const { user, anna, own, mother } = await withMother()
  await user.taps('➕ Mehr')
  await user.taps('Andere Person')
  await user.taps('Ich selbst')
  await anna.get(mother)
  await sendsAtDesk(anna, mother, 'papers')
  await house.tick()
  const told = user.sees('Nachricht von Ihrer Beratungsstelle').text ?? ''
  expect(told).toContain('Person: Fatma')
  await user.sends('Sie kommt mit mir')
  expect(user.sees('Ihre Antwort ist angekommen.').text).toContain('Person: Fatma')
  expect((await anna.get(mother)).text).toContain('Sie kommt mit mir')
  expect((await anna.get(own)).text).not.toContain('Sie kommt mit mir')
})

test('a file is of one person alone, and clearing the chat takes what all of them left', async () => {
  const { user } = await withMother()
  await user.sends('/mydata')
  await user.taps('Als Datei')
  const file = JSON.parse(
    user.documents().findLast(({ name }) => name === 'lotse.json')?.text ?? '',
  )
  expect(file.addresses).toMatchObject([{ relation: 'mother', label: 'Fatma' }])
  expect(file.requests).toHaveLength(1)
  expect(file.consents.map(({ scope }: { scope: string }) => scope)).toContain('another')
  await user.taps('Diesen Chat leeren')
  user.sees('Die Nachrichten der letzten zwei Tage sind weg.')
  // What was written before the consent, too, when nothing was stored.
  expect(user.messages().map(({ text }) => text)).toEqual([expect.stringContaining('weg')])
})

test('no line of the log and no notice has the name', async () => {
  await withMother()
  await house.tick()
  expect(house.logged.join('\n')).not.toContain('Fatma')
  const owed = await rows('SELECT "payload", "key" FROM "Outbox"')
  expect(JSON.stringify(owed)).not.toContain('Fatma')
})
