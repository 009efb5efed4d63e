// What goes over the socket between the process of the tests and the Worker under test.

import type { Query } from './d1-far.ts'

/** A request as text; its body in base64. What comes back is {@link framed}. */
export type FarRequest = {
  url: string
  method: string
  headers: [string, string][]
  body: string | null
}

/** What goes over the socket: statements for the database, or a request for the Worker. */
export type Asked = { id: number } & (
  | { queries: Query[]; request?: never }
  | { queries?: never; request: FarRequest }
)

export type Answer = { id: number; answer?: unknown; fault?: string }
type Head = { id: number; status: number; headers: [string, string][] }
export type FarResponse = Head & { body: Uint8Array<ArrayBuffer> }

const LINE = 10

/** A response as one message: a line that says what it is, then its body as it is. */
export function framed(head: Head, body: ArrayBuffer): Uint8Array {
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`)
  const message = new Uint8Array(line.length + body.byteLength)
  message.set(line)
  message.set(new Uint8Array(body), line.length)
  return message
}

/** What {@link framed} made a message of. */
export function unframed(message: Uint8Array<ArrayBuffer>): FarResponse {
  const end = message.indexOf(LINE)
  const head = JSON.parse(new TextDecoder().decode(message.subarray(0, end))) as Head
  return { ...head, body: message.subarray(end + 1) }
}
