// Files a person gets beside a screen.

import type { Deps } from '../../deps.ts'
import type { Text } from '../../domain/dialog/text.ts'
import type { City } from '../city.ts'

export type Attachment = { name: string; type: string; content: string; caption: Text }

/** Everything held about a person, for machines (GDPR Art. 15 and 20). */
export async function dataFile(deps: Deps, city: City, personId: string): Promise<Attachment> {
  const held = await deps.store.holdings.of(personId)
  const exportedAt = new Date(deps.clock.now()).toISOString()
  return {
    name: 'lotse.json',
    type: 'application/json',
    content: `${JSON.stringify({ city: city.profile.city, exportedAt, ...held }, null, 2)}\n`,
    caption: { key: 'pages.my-data.file' },
  }
}
