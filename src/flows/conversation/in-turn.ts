// Work for one chat is done one after the other, for different chats side by side.

/** Runs work after everything given before under the same key has ended, well or badly. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const before = last.get(key)
    const own = before ? before.then(work, work) : work()
    last.set(key, own)
    const leave = () => {
      if (last.get(key) === own) last.delete(key)
    }
    own.then(leave, leave)
    return own
  }
}
