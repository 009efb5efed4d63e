// Who answers for the data, as the profile has it, and what it does not say yet.

import { controllersOf, type Profile } from '../domain/profile/profile.ts'
import { CONSENT_BY, type Controller, type Law } from '../domain/profile/responsible.ts'
import { unread } from './law.ts'
import { open, saidOr, table } from './markdown.ts'

/** Each carrier with what is known of who answers. */
export const carriersTable = ({ bodies = [] }: Profile): string =>
  bodies.length === 0
    ? open('Träger mit Verantwortlichem, `bodies` im Profil')
    : table(
        ['Träger', 'Verantwortlich, Kontakt', 'Datenschutzbeauftragte', 'Recht', 'Aufsicht'],
        bodies.map(({ name, controller }) => [name, ...row(controller)]),
      )

/** Each centre with who answers for it. */
export const centresTable = (profile: Profile): string =>
  table(
    ['Stelle', 'Anschrift', 'Verantwortlich'],
    profile.centres.map((centre) => {
      const names = controllersOf(profile, centre).map(({ name }) => name)
      const whose = names.join(', ') || open('`bodies` oder `controller` der Stelle')
      return [centre.name, saidOr(centre.address, 'Anschrift'), whose]
    }),
  )

function row(controller: Controller | undefined): string[] {
  const { name, contact, dataProtectionOfficer, law, supervisoryAuthority } = controller ?? {}
  return [
    `${saidOr(name, 'Verantwortlicher')}, ${saidOr(contact, 'Kontakt')}`,
    saidOr(dataProtectionOfficer, 'Name, Telefon, Mail'),
    saidOr(law, 'DSGVO, KDG oder DSG-EKD'),
    saidOr(supervisoryAuthority, 'Aufsicht'),
  ]
}

/** Which laws the carriers say they are under. */
export const lawsOf = ({ bodies = [] }: Profile): readonly Law[] => [
  ...new Set(bodies.flatMap(({ controller }) => controller?.law ?? [])),
]

/** On what the processing stands: each provision of consent once, and what carriers say instead. */
export function basisOf({ bodies = [], centres }: Profile): string {
  const controllers = [...bodies, ...centres].flatMap(({ controller }) => controller ?? [])
  const own = controllers.flatMap(({ legalBasis }) => legalBasis ?? [])
  const laws = controllers.flatMap(({ legalBasis, law }) => (legalBasis ? [] : (law ?? [])))
  const consent = [...new Set(laws)].map((law) => unread(CONSENT_BY[law]))
  const all = [
    ...consent,
    ...[...new Set(own)].map((basis) => unread(`${basis} (statt Einwilligung)`)),
  ]
  return all.join('; ') || open('Rechtsgrundlage, `law` oder `legalBasis` je Verantwortlichem')
}
