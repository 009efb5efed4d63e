// Who answers for the data and publishes the pages of the demo: nobody, and every line of it says so.

import type { Profile } from './profile.ts'
import type { Controller, Imprint } from './responsible.ts'

const NAME = 'Erfundene Stelle (nur Demo)'
const MISSING = {
  contact: 'Erfundener Weg 1, 00000 Beispielstadt (nur Demo)',
  dataProtectionOfficer: 'datenschutz@demo.example (erfunden)',
  supervisoryAuthority: 'Erfundene Aufsicht (nur Demo)',
} as const satisfies Partial<Controller>

const IMPRINT: Imprint = {
  name: NAME,
  address: MISSING.contact,
  representedBy: 'Niemand (erfunden)',
  mail: 'impressum@demo.example',
}
const DATA = { recipients: ['Rechenzentrum Beispiel (erfunden)'], outsideEu: [] }

/** The profile with made-up facts where it has none, so that the pages of the demo can be read whole. */
export function withMadeUpFacts(profile: Profile): Profile {
  const { bodies } = profile
  return {
    ...profile,
    imprint: profile.imprint ?? IMPRINT,
    dataProtection: profile.dataProtection ?? DATA,
    centres: profile.centres.map((centre) => {
      const isRun = bodies?.some(({ id, controller }) => controller && centre.bodies?.includes(id))
      if (centre.controller) return { ...centre, controller: filled(centre.controller) }
      return isRun ? centre : { ...centre, controller: filled({ name: NAME, law: 'DSGVO' }) }
    }),
    ...(bodies ? { bodies: bodies.map((body) => withController(body, filled)) } : {}),
  }
}

/** The profile without them; what somebody has entered since stays. */
export function withoutMadeUpFacts(profile: Profile): Profile {
  const { imprint, dataProtection, centres, bodies, ...rest } = profile
  return {
    ...rest,
    ...(imprint && imprint.name !== NAME ? { imprint } : {}),
    ...(dataProtection && dataProtection.recipients?.[0] !== DATA.recipients[0]
      ? { dataProtection }
      : {}),
    centres: centres.map(({ controller, ...centre }) =>
      controller && controller.name !== NAME
        ? { ...centre, controller: emptied(controller) }
        : centre,
    ),
    ...(bodies ? { bodies: bodies.map((body) => withController(body, emptied)) } : {}),
  }
}

type Body = NonNullable<Profile['bodies']>[number]

const withController = (body: Body, change: (controller: Controller) => Controller): Body =>
  body.controller ? { ...body, controller: change(body.controller) } : body

const filled = (controller: Controller): Controller => ({ ...MISSING, ...controller })

function emptied(controller: Controller): Controller {
  const left = { ...controller }
  for (const [key, made] of Object.entries(MISSING) as [keyof typeof MISSING, string][]) {
    if (left[key] === made) delete left[key]
  }
  return left
}
