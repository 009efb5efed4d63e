// Who answers for the data of each centre, and where one can complain (GDPR Art. 13 (1) (a), (b),
// (2) (d), 26, 77).

import { controllersOf } from '../../profile/profile.ts'
import type { Controller } from '../../profile/responsible.ts'
import { GAP, type Line, line, strong } from '../screen.ts'
import type { Facts } from '../talk.ts'

/** Centre by centre; what has not been entered is said to be open. */
export function responsibleLines({ profile }: Pick<Facts, 'profile'>): Line[] {
  const isJoint = profile.dataProtection?.jointly === true
  const lines = profile.centres.flatMap((centre) => {
    const controllers = controllersOf(profile, centre)
    return [
      GAP,
      strong('common.name', { name: centre.name }),
      ...(isJoint && controllers.length > 1 ? [line('facts.joint')] : []),
      ...(controllers.length > 0 ? controllers.flatMap(linesOf) : [line('centres.not-entered')]),
    ]
  })
  return [strong('lobby.responsible.title'), ...lines]
}

function linesOf({
  name,
  contact,
  dataProtectionOfficer,
  supervisoryAuthority,
}: Controller): Line[] {
  return [
    line('common.name', { name }),
    ...(contact ? [{ mono: contact }] : []),
    line('lobby.responsible.officer'),
    entered(dataProtectionOfficer),
    line('lobby.responsible.complain'),
    entered(supervisoryAuthority),
  ]
}

const entered = (text: string | undefined): Line =>
  text ? { mono: text } : line('centres.not-entered')
