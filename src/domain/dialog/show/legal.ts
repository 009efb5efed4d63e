// What the law wants said of data (GDPR Art. 13, KDG § 15, DSG-EKD § 17), in words for people: why and who else gets
// them, how long they are kept, which rights there are. Facts come from the profile, periods from its settings.

import { NO_COPY_AFTER_DAYS } from '../../people/retention.ts'
import { controllersOf, type Profile } from '../../profile/profile.ts'
import { CONSENT_BY } from '../../profile/responsible.ts'
import { type Line, line, strong } from '../screen.ts'
import { say } from '../text.ts'

const NOT_ENTERED = 'centres.not-entered'

/** Purposes, legal basis, interests, recipients, and what leaves the EU (Art. 13 (1) (c) to (f)). */
export function basisLines(profile: Profile): Line[] {
  const { recipients, outsideEu } = profile.dataProtection ?? {}
  return [
    line('facts.why'),
    ...basisOf(profile),
    ...listed('facts.receives', recipients),
    line('facts.telegram'),
    ...listed('facts.abroad', outsideEu),
  ]
}

/** By which provision: of consent as the law of each carrier has it, else as the city words it. */
function basisOf(profile: Profile): Line[] {
  const controllers = profile.centres.flatMap((centre) => controllersOf(profile, centre))
  const own = controllers.flatMap(({ legalBasis }) => legalBasis ?? [])
  const laws = controllers.filter(({ legalBasis }) => !legalBasis).map(({ law }) => law ?? 'DSGVO')
  if (controllers.length === 0) return [line(NOT_ENTERED)]
  const consent = [...new Set(laws)].map((law) => CONSENT_BY[law])
  return [
    ...consent.map((law) => line('facts.basis', { law })),
    ...[...new Set(own)].map((law) => line('facts.basis-own', { law })),
    ...(own.length > 0 ? [] : [line('facts.interests')]),
  ]
}

/** Who is named, or that nobody is, or that nobody has entered it. */
function listed(key: string, names: readonly string[] | undefined): Line[] {
  if (names?.length === 0) return [line(`${key}-none`)]
  const named = names?.map((name) => line('common.name', { name }))
  return [line(key), ...(named ?? [line(NOT_ENTERED)])]
}

/** How long what is kept (Art. 13 (2) (a)), as the nightly erasing goes by it. */
export function keptLines({ retention }: Profile): Line[] {
  const { abandonedHours, contentDays, noShowDays, auditMonths, consentMonths } = retention
  const kept = (key: string, unit: 'hours' | 'days' | 'months', count: number) =>
    line(`facts.${key}`, { time: say(`facts.${unit}`, { count }) })
  return [
    strong('facts.kept'),
    kept('begun', 'hours', abandonedHours),
    kept('request', 'days', contentDays),
    kept('missed', 'days', noShowDays),
    kept('log', 'months', auditMonths),
    kept('barriers', 'days', contentDays),
    kept('proof', 'months', consentMonths),
    kept('copies', 'days', NO_COPY_AFTER_DAYS),
  ]
}

/** Rights, withdrawal, that nothing has to be said, and that no computer decides (Art. 13 (2) (b) to (f)). */
export const RIGHTS_LINES: readonly Line[] = [
  strong('facts.rights'),
  line('facts.rights-are'),
  line('facts.withdraw'),
  line('facts.required'),
  line('lobby.declined.come'),
  line('facts.automated'),
]
