// `#phone-numbers` on Node: libphonenumber is 93 files, a tenth of what a start would read, and is read with the first
// number. In the Worker's bundle `#phone-numbers` is the library itself (package.json, "imports").

import { createRequire } from 'node:module'

type Library = typeof import('libphonenumber-js/min')

export type { PhoneNumber } from 'libphonenumber-js/min'

const require = createRequire(import.meta.url)
const library = (): Library => require('libphonenumber-js/min')

export const parsePhoneNumberFromString = ((...given: [string]) =>
  library().parsePhoneNumberFromString(...given)) as Library['parsePhoneNumberFromString']

export const findPhoneNumbersInText = ((...given: [string]) =>
  library().findPhoneNumbersInText(...given)) as Library['findPhoneNumbersInText']
