// The questions of `profile new`. What is not known is left empty and stays open in the profile.

import { type CityDraft, idOf } from '../domain/profile/draft.ts'
import type { Terminal } from './terminal.ts'

/** Asks for the city, its districts and its centres, and which centre is suggested where. */
export async function askForCity({ ask, print }: Terminal): Promise<CityDraft> {
  const city = await answered(ask, 'City: ')
  const id = (await ask(`Id [${idOf(city)}]: `)) || idOf(city)
  const centres: CityDraft['centres'] = []
  print('Centres, one after the other; an empty name ends the list.')
  for (;;) {
    const first = centres.length === 0
    const name = first ? await answered(ask, 'Centre: ') : await ask('Centre: ')
    if (name === '') break
    const address = await ask('  Address (empty if not known): ')
    const phone = await ask('  Telephone (empty if not known): ')
    centres.push({ name, address, phones: phone === '' ? [] : [phone] })
  }
  const districts: CityDraft['districts'] = []
  print('Districts, one after the other; an empty name ends the list.')
  for (;;) {
    const name = await ask('District: ')
    if (name === '') break
    districts.push({ name, centre: await centreFor(ask, centres.length) })
  }
  return { city, id, centres, districts }
}

async function answered(ask: Terminal['ask'], question: string): Promise<string> {
  for (;;) {
    const answer = await ask(question)
    if (answer !== '') return answer
  }
}

async function centreFor(ask: Terminal['ask'], centres: number): Promise<number> {
  if (centres === 1) return 0
  for (;;) {
    const number = Number(await ask(`  Centre that is suggested there (1–${centres}): `))
    if (Number.isInteger(number) && number >= 1 && number <= centres) return number - 1
  }
}
