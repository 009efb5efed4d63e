// Calls of the Bot API that are JSON alone, without what grammY keeps ready for a file in each of them.

import { HttpError, InputFile, type Transformer } from 'grammy/web'

/** Sends JSON to an address and reads the JSON it is answered with. Rejects where there is none within moments. */
export type Post = (url: string, json: string) => Promise<unknown>

/** For `api.config.use`: calls go by `post`, but for those with a file, and those that somebody may call off. */
export function posting(post: Post, { token, apiRoot }: { token: string; apiRoot: string }) {
  const root = `${apiRoot}/bot${token}/`
  const transformer: Transformer = async (prev, method, payload, signal) => {
    if (signal || Object.values(payload).some((value) => value instanceof InputFile)) {
      return await prev(method, payload, signal)
    }
    try {
      return (await post(root + method, JSON.stringify(payload))) as never
    } catch (fault) {
      // In grammY's words, which name nothing of the call: its address holds the token.
      throw new HttpError(`Network request for '${method}' failed!`, fault)
    }
  }
  return transformer
}
