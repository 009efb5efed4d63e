// MP3 of any rate, as recorders make it.

import { framesIn, SAMPLES } from '../spoken/mpeg-frame.ts'

/** How long it is in seconds; `undefined` for anything else. */
export function mp3Seconds(file: Uint8Array): number | undefined {
  return framesIn(file)?.reduce(
    (sum, { version, sampleRate }) => sum + ((version === 1 ? 2 : 1) * SAMPLES) / sampleRate,
    0,
  )
}
