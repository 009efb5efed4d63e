// Recordings of clips, and whose voice it is.

/**
 * What was measured in the studio, a hint and no judgement. `unmeasured`: an MP3 that came as it is, without the studio's script.
 */
export const LOUDNESSES = ['quiet', 'good', 'clipped', 'unmeasured'] as const
export type Loudness = (typeof LOUDNESSES)[number]

/** Heard by nobody but staff (`recorded`) until a second person lets it out. */
export type RecordingState = 'recorded' | 'released'

/** A recording without its sound. Instants are epoch ms; `hash` is that of the words that were read. */
export type Recording = {
  id: string
  voice: string
  key: string
  hash: string
  seconds: number
  loudness: Loudness
  state: RecordingState
  speaker: string
  recordedAt: number
  recordedBy: string
  releasedAt: number | null
  releasedBy: string | null
}

/** What is known of a recording that can be heard; `hash` is that of the words that are read in it. */
export type Released = Pick<Recording, 'id' | 'voice' | 'key' | 'hash'>

/**
 * Who lent their voice. `name`: `null` where another city (`origin`) knows it, or no person spoke. `consentHash`: of the
 * text they agreed to. Instants are epoch ms.
 */
export type Speaker = {
  id: string
  voice: string
  name: string | null
  isComputer: boolean
  consentHash: string | null
  consentedAt: number
  origin: string | null
  addedBy: string
}
