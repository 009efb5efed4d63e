// A file that somebody sent, fetched from Telegram.

import { type Api, GrammyError, HttpError } from 'grammy/web'
import { LARGEST_VOICE } from '../domain/voice-message/voice-message.ts'

/** `null` where the file is gone or larger than a message may be. Throws where it may come later. */
export type FetchFile = (fileId: string) => Promise<Uint8Array | null>

type From = { token: string; apiRoot: string; fetch?: unknown }

type Response = { status: number; arrayBuffer: () => Promise<ArrayBuffer> }
type Fetch = (url: string, call: { method: string }) => Promise<Response>

/** What is fetched goes nowhere but to whoever asked. */
export function createFetchFile(api: Api, { token, apiRoot, fetch: given }: From): FetchFile {
  const fetching: Fetch = (given as Fetch | undefined) ?? ((url, call) => fetch(url, call))

  async function pathOf(fileId: string): Promise<string | undefined> {
    try {
      const { file_path, file_size = 0 } = await api.getFile(fileId)
      return file_size > LARGEST_VOICE ? undefined : file_path
    } catch (fault) {
      if (fault instanceof GrammyError && fault.error_code === 400) return undefined
      throw fault
    }
  }

  return async (fileId) => {
    const path = await pathOf(fileId)
    if (path === undefined) return null
    const { status, file } = await whole(() =>
      fetching(`${apiRoot}/file/bot${token}/${path}`, { method: 'GET' }),
    )
    if (status === 200) return file
    if (status === 429 || status >= 500) throw new HttpError('no file', new Error(String(status)))
    return null
  }
}

/** An answer with all of its bytes; what is thrown says nothing of the address, which holds the token. */
async function whole(send: () => Promise<Response>) {
  try {
    const response = await send()
    return { status: response.status, file: new Uint8Array(await response.arrayBuffer()) }
  } catch (fault) {
    const name = fault instanceof Error ? fault.name : 'unknown'
    throw new HttpError('no file', new Error(name))
  }
}
