// The forms about what people have to be told: which fields each has.

import { LAWS } from '../../domain/profile/responsible.ts'
import type { FactField } from './fields.ts'

const line = (
  key: string,
  word: FactField['word'],
  fault: FactField['fault'] = 'faultRequired',
): FactField => ({
  key,
  word,
  fault,
  as: 'line',
})

export const CONTROLLER: readonly FactField[] = [
  line('name', 'factsName'),
  line('contact', 'factsContact'),
  line('dataProtectionOfficer', 'factsOfficer'),
  line('supervisoryAuthority', 'factsAuthority'),
  {
    key: 'law',
    word: 'factsLaw',
    fault: 'faultRequired',
    as: LAWS.map((law) => [law, null] as const),
  },
  line('legalBasis', 'factsLegalBasis'),
]

export const IMPRINT: readonly FactField[] = [
  line('name', 'factsName'),
  line('address', 'address'),
  line('representedBy', 'factsRepresented'),
  line('mail', 'email', 'emailMisread'),
  line('phone', 'poolPhone', 'faultPhones'),
  { key: 'more', word: 'factsMore', fault: 'faultRequired', as: 'lines' },
]

export const DATA: readonly FactField[] = [
  { key: 'jointly', word: 'factsJointly', fault: 'faultRequired', as: 'tick' },
  {
    key: 'recipients',
    word: 'factsRecipients',
    fault: 'faultRequired',
    as: 'lines',
    none: 'factsNoRecipients',
  },
  {
    key: 'outsideEu',
    word: 'factsOutside',
    fault: 'faultRequired',
    as: 'lines',
    none: 'factsNoOutside',
  },
]

/** How sure it is: of a controller and of the imprint. */
export const STATUS: readonly FactField[] = [
  { key: 'confirmed', word: 'factsConfirmed', fault: 'faultRequired', as: 'tick' },
  line('source', 'factsSource'),
]

export const DECLARATION: readonly FactField[] = [
  line('responsible', 'factsResponsible'),
  { key: 'declaredOn', word: 'factsDeclared', fault: 'faultDate', as: 'day' },
  {
    key: 'assessedBy',
    word: 'factsAssessed',
    fault: 'faultRequired',
    as: [
      ['self', 'factsSelf'],
      ['third-party', 'factsThird'],
    ],
  },
  {
    key: 'conformance',
    word: 'factsConformance',
    fault: 'faultRequired',
    as: [
      ['full', 'factsFull'],
      ['partial', 'factsPartial'],
      ['none', 'factsNone'],
    ],
  },
  { key: 'notAccessible', word: 'factsNotAccessible', fault: 'faultRequired', as: 'lines' },
]

/** Where barriers are reported, and who helps then: objects of their own in the declaration. */
export const CONTACT: readonly FactField[] = [
  line('mail', 'factsBarrierMail', 'emailMisread'),
  line('phone', 'factsBarrierPhone', 'faultPhones'),
]
export const ENFORCEMENT: readonly FactField[] = [
  line('name', 'factsEnforcement'),
  line('mail', 'factsEnforcementMail', 'emailMisread'),
  line('url', 'factsEnforcementUrl', 'faultHttps'),
]
