// A voice message on a page: recorded by the browser's own means, sent as a file, without any script.

import type { Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { inputIdOf, openForm } from '../flows/conversation/carried.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import { fingerprintOf } from '../flows/fingerprint.ts'
import { addressIn } from './cookie.ts'
import { VOICE_PATH } from './field.ts'
import { taken } from './taken.ts'

/** Takes it as an input at the place of the page it was sent from. */
export function voiceRoute(app: Hono, deps: Deps, conversation: Conversation): void {
  app.post(VOICE_PATH, async (c) => {
    const address = addressIn(c, deps)
    const sent = await c.req.parseBody().catch(() => ({}) as Record<string, never>)
    const sealed = sent['form']
    const form =
      address && typeof sealed === 'string' ? await openForm(deps, address, sealed) : undefined
    const file = await fileIn(sent['voice'])
    // Nothing was chosen, or an old page: where they are now says what to do.
    if (!address || !form || !file || isKiosk(c)) return c.redirect('/talk', 303)
    const incoming = {
      address,
      id: await inputIdOf(form, `voice ${await fingerprintOf(file.toBase64())}`),
      input: { kind: 'unreadable', what: 'voice', voice: { bytes: file.length } } as const,
      voice: async () => file,
      lastLanguage: form.language,
      ...(form.place ? { seenAt: form.place } : {}),
      ...(form.unread === undefined ? {} : { read: form.unread }),
      ...(form.of === undefined ? {} : { of: form.of }),
    }
    return await taken(c, deps, conversation, { incoming, language: form.language })
  })
}

async function fileIn(sent: unknown): Promise<Uint8Array | undefined> {
  return sent instanceof File && sent.size > 0
    ? new Uint8Array(await sent.arrayBuffer())
    : undefined
}

const isKiosk = (c: Context) => c.get('sitting') !== undefined
