// Where a person is met: a channel and an id within it.

/** `staff`: written down at the counter or on the telephone; nothing can be sent there. */
export type Channel = 'telegram' | 'web' | 'staff'

/** The id is the channel's own: a chat's number, a cookie's word. Personal, so it is sealed where it is kept. */
export type Address = { channel: Channel; id: string }

/** An address, or an input within its channel, as one text. */
export function nameOf({ channel, id }: Address): string {
  return `${channel}:${id}`
}
