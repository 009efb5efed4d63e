// How the Bot API says no.

/** An answer `{ ok: false }`; `retryAfter` in seconds goes with 429, the new number of a group with 400. */
export class ApiError extends Error {
  readonly code: number
  readonly retryAfter: number | undefined
  readonly migrateTo: number | undefined

  constructor(code: number, description: string, retryAfter?: number, migrateTo?: number) {
    super(description)
    this.code = code
    this.retryAfter = retryAfter
    this.migrateTo = migrateTo
  }
}

/** The connection breaks instead of an answer. */
export class ConnectionCut extends Error {}

/** A 400 with Telegram's prefix. */
export function badRequest(reason: string) {
  return new ApiError(400, `Bad Request: ${reason}`)
}

/** The body Telegram sends with an error. */
export function errorBody(error: ApiError) {
  return {
    ok: false,
    error_code: error.code,
    description: error.message,
    ...(error.retryAfter === undefined ? {} : { parameters: { retry_after: error.retryAfter } }),
    ...(error.migrateTo === undefined
      ? {}
      : { parameters: { migrate_to_chat_id: error.migrateTo } }),
  }
}
