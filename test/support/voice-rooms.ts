// A voice of Lotse in the dashboard, for tests: who speaks, what is recorded, what is released.
import { expect } from 'vitest'
import { LARGEST_BYTES } from '../../src/domain/spoken/mp3.ts'
import type { Store } from '../../src/store/store.ts'
import type { House, Visitor } from './staff-house.ts'

export const SORANI = '/staff/voices/ckb'

/** Notes a speaker and what they agreed to; their id. */
export async function lends(visitor: Visitor, name: string, room = SORANI): Promise<string> {
  const page = await visitor.get(`${room}/speaker`)
  const id = /name="id" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const added = await visitor.post(`${room}/speaker`, { id, name, agreed: 'yes' })
  expect(added).toMatchObject({ status: 303, location: `${room}/clip?speaker=${id}` })
  return id
}

/** Recordings as large as they may be, without the studio. */
export async function fillVoice({ speakers, clips }: Store, count: number): Promise<void> {
  await speakers.add({
    ...{ id: 'speaker', voice: 'ckb', name: 'Hana A.', isComputer: false, consentHash: 'h' },
    ...{ consentedAt: 0, origin: null, addedBy: 'staff' },
  })
  for (let nth = 0; nth < count; nth++) {
    const frames = new Uint8Array(LARGEST_BYTES).fill(nth + 1)
    const clip = { id: `clip-${nth}`, voice: 'ckb', key: `date.day.${nth + 1}`, hash: 'h' }
    const by = { speaker: 'speaker', recordedBy: 'staff', loudness: 'good' } as const
    await clips.record([{ ...clip, ...by, frames, seconds: 60 }], 0)
  }
}

/** Sends a recording of a clip. */
export async function records(
  visitor: Visitor,
  { key, speaker, file }: { key: string; speaker: string; file: Uint8Array<ArrayBuffer> },
  room = SORANI,
) {
  await visitor.get(`${room}/clip?${new URLSearchParams({ key, speaker })}`)
  const fields = { key, speaker, loudness: 'good' }
  return await visitor.sendFile(`${room}/clip`, fields, ['sound', new Blob([file])])
}

/** The recordings there are, the first first. */
export const recordings = (house: House) =>
  house.db.clip.findMany({ omit: { sound: true }, orderBy: { recordedAt: 'asc' } })

export const audited = async (house: House, action: string) =>
  await house.db.audit.count({ where: { action, outcome: 'done' } })
