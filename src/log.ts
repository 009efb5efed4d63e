// One line of JSON for each event. What people write, their chats and all secrets stay out of it.

export type Level = 'debug' | 'info' | 'warn' | 'error'
export type Fields = Record<string, string | number | boolean | undefined>
export type Log = Record<Level, (event: string, fields?: Fields) => void>

const ORDER: readonly Level[] = ['debug', 'info', 'warn', 'error']

/** Writes events from `level` on, each with `always`; `now` gives epoch milliseconds. */
export function createLog(
  level: Level,
  now: () => number,
  write: (line: string) => void,
  always: Fields = {},
): Log {
  const at = (own: Level) => (event: string, fields?: Fields) => {
    if (ORDER.indexOf(own) < ORDER.indexOf(level)) return
    write(
      JSON.stringify({
        at: new Date(now()).toISOString(),
        level: own,
        event,
        ...always,
        ...fields,
      }),
    )
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** What may be said of a fault: its kind and where it happened, never its message. */
export function faultFields(fault: unknown): Fields {
  if (!(fault instanceof Error)) return { fault: typeof fault }
  const own = 'code' in fault ? fault.code : 'error_code' in fault ? fault.error_code : undefined
  const code = typeof own === 'string' || typeof own === 'number' ? own : undefined
  const frame = fault.stack?.split('\n').find((line) => /^\s+at .*\/src\//.test(line))
  return { fault: fault.name, code, where: frame?.trim().replace(/^.*\/src\//, 'src/') }
}
