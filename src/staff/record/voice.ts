// What the person said, to be played in their record.

import { html } from 'hono/html'
import type { VoiceMessage } from '../../domain/voice-message/voice-message.ts'
import type { Frame } from '../frame/frame.ts'
import type { Html } from '../frame/layout.ts'

/** How long it is, and a player; nothing is fetched before it is pressed, since each hearing is noted down. */
export function voiceHtml(
  { words }: Frame,
  intake: string,
  { id, seconds }: Pick<VoiceMessage, 'id' | 'seconds'>,
): Html {
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return html`<p>🎤 ${words.voiceMessage}, ${length}</p>
<audio class="no-print" controls preload="none" src="/staff/intakes/${intake}/voice/${id}" aria-label="${words.voiceMessage}, ${length}"></audio>`
}
