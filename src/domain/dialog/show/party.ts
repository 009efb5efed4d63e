// Screens for speaking for somebody else, and the line on every other that says whom it is about.

import {
  EVERYBODY,
  meant,
  mostPeople,
  OWN,
  type PartyMember,
  RELATIONS,
  type Relation,
  signOf,
} from '../../people/party.ts'
import { nameOf } from '../called.ts'
import {
  type Button,
  button,
  FOOTER,
  GAP,
  inRows,
  type Line,
  line,
  type Screen,
  strong,
} from '../screen.ts'
import type { Facts } from '../talk.ts'
import { say, type Text } from '../text.ts'
import { consentLines } from './lobby.ts'

type PartyFacts = Pick<Facts, 'party' | 'profile'>

/** The screen with whom it is about: in its buttons always, in words where there can be a doubt. */
export function about(
  screen: Screen,
  party: readonly PartyMember[],
  words: 'in-words' | 'in-buttons' = 'in-words',
): Screen {
  const member = meant(party)
  if (!member || (party.length === 1 && member.relation === null)) return screen
  const bound = member.relation === null ? screen : { ...screen, of: signOf(member) }
  if (words === 'in-buttons') return bound
  return { ...bound, lines: [personLine(nameOf(member, party)), ...bound.lines] }
}

/** The way to the others, or to bringing somebody, where there is room. */
export function partyRow({ party, profile }: PartyFacts): Button[][] {
  if (party.length > 1) return [[button('party.button.change', { do: 'people' })]]
  return party.length < mostPeople(profile.limits)
    ? [[button('party.button.other', { do: 'people' })]]
    : []
}

/** Everybody behind the address: whom to go on for. */
export function showPeople({ party, profile }: PartyFacts): Screen {
  const another = party.length < mostPeople(profile.limits)
  return {
    id: 'people',
    lines: [strong('party.list.title')],
    rows: [
      ...party.map((member): Button[] => {
        const label = nameOf(member, party)
        return [
          {
            label: member.isMeant ? say('common.chosen', { option: label }) : label,
            tap: { do: 'for', whom: signOf(member) },
          },
        ]
      }),
      ...(another ? [[button('party.button.other', { do: 'another' })]] : []),
      FOOTER,
    ],
  }
}

/** Who it is for, seen from whose address it is. */
export function showRelation({ party }: PartyFacts): Screen {
  const choice = (relation: Relation | typeof OWN): Button =>
    button(`party.relation.option.${relation}`, { do: 'bring', relation })
  const own = party.some(({ relation }) => relation === null)
  return {
    id: 'relation',
    lines: [strong('party.relation.title')],
    rows: [...(own ? [] : [[choice(OWN)]]), ...inRows(RELATIONS.map(choice), 2), FOOTER],
  }
}

/** What is said for somebody else before anything of theirs is stored. */
export function showVouch(relation: Relation | typeof OWN, facts: Pick<Facts, 'profile'>): Screen {
  if (relation === OWN) {
    return {
      id: 'vouch.self',
      lines: consentLines(facts),
      rows: [
        [button('lobby.consent.button.agree', { do: 'vouch', relation }, 'success')],
        [button('lobby.consent.button.decline', { do: 'back' })],
        FOOTER,
      ],
    }
  }
  return {
    id: 'vouch',
    lines: vouchLines(relation),
    rows: [[yes(relation)], [button('party.vouch.button.no', { do: 'back' })], FOOTER],
  }
}

/** The same again, since its text has changed: until it is said, only the others can be turned to. */
export function showVouchAgain(
  relation: Relation,
  party: readonly PartyMember[],
  language: string,
): Screen {
  const others = party.filter(({ isMeant }) => !isMeant)
  const screen: Screen = {
    id: 'vouch.again',
    lines: vouchLines(relation),
    rows: [
      [yes(relation)],
      ...others.map((member): Button[] => [
        { label: nameOf(member, party), tap: { do: 'for', whom: signOf(member) } },
      ]),
      [
        button('pages.help.button.my-data', { do: 'open', page: 'my-data' }),
        button('common.button.sos', { do: 'lobby', language, page: 'danger' }),
      ],
    ],
  }
  return about(screen, party)
}

/** What to call somebody here, of one's own accord. */
export function showLabel(): Screen {
  return {
    id: 'label',
    lines: [strong('party.label.title'), line('party.label.why'), GAP, line('party.label.about')],
    rows: [[button('common.button.skip', { do: 'on' })], FOOTER],
  }
}

/** The page for deleting where there are several: whose data. */
export function showErasing({ party }: PartyFacts): Screen {
  return {
    id: 'delete.whose',
    lines: [strong('party.erase.whose')],
    rows: [
      ...party.map((member): Button[] => [
        { label: nameOf(member, party), tap: { do: 'erase', whom: signOf(member) } },
      ]),
      [button('party.erase.button.all', { do: 'erase', whom: EVERYBODY })],
      [button('pages.my-data.button.hide', { do: 'hide' })],
      FOOTER,
    ],
  }
}

/** The last question before somebody, or everybody, is erased. */
export function showErase(whom: string, { party }: PartyFacts): Screen {
  const member = party.find((one) => signOf(one) === whom)
  const lines: Line[] = member
    ? [
        strong('party.erase.title'),
        personLine(nameOf(member, party)),
        line('party.erase.one'),
        line('party.erase.appointment'),
      ]
    : [
        strong('pages.delete.title'),
        line('party.erase.everybody'),
        line('pages.delete.what'),
        line('pages.delete.appointment'),
      ]
  const label = member ? 'party.erase.button.yes' : 'pages.delete.button.yes'
  return {
    id: 'erase',
    lines,
    rows: [[button(label, { do: 'erase-yes', whom })], FOOTER],
  }
}

const personLine = (who: Text): Line => line('party.person', { who })

const yes = (relation: Relation) =>
  button('party.vouch.button.yes', { do: 'vouch', relation }, 'success')

function vouchLines(relation: Relation): Line[] {
  return [
    personLine(say(`party.relation.option.${relation}`)),
    line('party.vouch.knows'),
    ...(relation === 'child' ? [line('party.vouch.child')] : []),
    line('party.vouch.stored'),
    line('lobby.consent.telegram'),
    GAP,
    strong('party.vouch.ask'),
  ]
}
