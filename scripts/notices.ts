// `npm run notices`: what others wrote of the running Lotse, with the texts of their licences.

import { notices } from './third-party.ts'

process.stdout.write(notices())
