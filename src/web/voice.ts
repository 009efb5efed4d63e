// A voice message on a page: recorded by the browser's own means, sent as a file, without any script.

import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../deps.ts'
import { inputIdOf, openForm } from '../flows/conversation/carried.ts'
import type { Conversation } from '../flows/conversation/conversation.ts'
import { fingerprintOf } from '../flows/fingerprint.ts'
import { addressIn } from './cookie.ts'
import type { Html, Words } from './frame.ts'
import { taken } from './taken.ts'

/** Where it is sent to: alone of all forms it may be large. */
export const VOICE_PATH = '/talk/voice'

/** A form of its own: nothing else on the page waits for a file. */
export const voiceHtml = (words: Words, hidden: Html): Html =>
  html`<form method="post" action="${VOICE_PATH}" enctype="multipart/form-data">${hidden}<label for="voice">🎤 ${words('voice.field')}</label><input type="file" name="voice" id="voice" accept="audio/*" capture required><button class="button">${words('page.field.button.send')}</button></form>`

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
