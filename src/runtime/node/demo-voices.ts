// The demo's voices, read from their files once it runs.

import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deps } from '../../deps.ts'
import { layVoices } from '../../flows/spoken/demo-voices.ts'
import { faultFields } from '../../log.ts'

const FOLDER = new URL('../../../voices/', import.meta.url)
const AFTER_START = 1000

/** Lays a computer's voices (docs/third-party.md), which neither the start nor whoever comes first waits for. */
export async function speakSoon(deps: Deps, stopping: AbortSignal): Promise<void> {
  try {
    await sleep(AFTER_START, undefined, { ref: false, signal: stopping })
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
    const files = names.map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
    await layVoices(deps, files, stopping)
  } catch (fault) {
    if (!stopping.aborted) deps.log.error('demo voices failed', faultFields(fault))
  }
}
