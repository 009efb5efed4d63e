// What the people behind one address are called on buttons and screens.

import { OWN, type PartyMember } from '../people/party.ts'
import { say, type Text } from './text.ts'

/**
 * What somebody is called: as it was typed, else what they are. Where two are called the same, what they
 * are stands before it; several who are the same as well are counted.
 */
export function nameOf(member: PartyMember, party: readonly PartyMember[]): Text {
  const { label } = member
  const what = relationText(member)
  if (label === null) return counted(what, member, party.filter(isLike(member)))
  const name = say('common.name', { name: label })
  const namesakes = party.filter((one) => one.label !== null && plain(one.label) === plain(label))
  if (namesakes.length < 2) return name
  const alike = namesakes.filter(({ relation }) => relation === member.relation)
  if (alike.length === namesakes.length) return counted(name, member, alike)
  return say('party.named', { who: counted(what, member, alike), name: label })
}

/** What somebody is to whose address it is, counted where several are the same: says no name. */
export function kindOf(member: PartyMember, party: readonly PartyMember[]): Text {
  const alike = party.filter(({ relation }) => relation === member.relation)
  return counted(relationText(member), member, alike)
}

const relationText = ({ relation }: PartyMember) => say(`party.relation.option.${relation ?? OWN}`)

const isLike = (member: PartyMember) => (one: PartyMember) =>
  one.relation === member.relation && one.label === null

function counted(who: Text, { id }: PartyMember, alike: readonly PartyMember[]): Text {
  const number = alike.findIndex((one) => one.id === id) + 1
  return number > 1 ? say('party.numbered', { who, number: String(number) }) : who
}

const plain = (label: string) => label.normalize('NFKC').toLowerCase().trim()
