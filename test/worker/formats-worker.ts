import { locales } from '../../src/generated/locales.ts'
import { sampleFormats } from './sample-formats.ts'

export default {
  fetch: () => Response.json(sampleFormats(locales)),
}
