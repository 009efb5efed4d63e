// What the people behind one address are called on buttons and screens.

import { OWN, type PartyMember } from '../people/party.ts'
import { say, type Text } from './text.ts'

/** What somebody is called: as it was typed, else what they are; several who are the same are counted. */
export function nameOf(member: PartyMember, party: readonly PartyMember[]): Text {
  if (member.label !== null) return say('common.name', { name: member.label })
  const same = party.filter(({ relation, label }) => relation === member.relation && label === null)
  const who = say(`party.relation.option.${member.relation ?? OWN}`)
  const number = same.findIndex(({ id }) => id === member.id) + 1
  return number > 1 ? say('party.numbered', { who, number: String(number) }) : who
}
