// `npm run sbom`: what the running Lotse is made of, as CycloneDX.

import { billOfMaterials } from './running.ts'

process.stdout.write(`${JSON.stringify(billOfMaterials(), null, 2)}\n`)
