// A number of a made-up year, with where it comes from.

/** `from` names a source, or says "assumed": nobody has measured it, and the centres should. */
export type Figure = { is: number; from: string }

export const figure = (is: number, from: string): Figure => ({ is, from })

export const assumed = (is: number, why?: string): Figure => ({
  is,
  from: why ? `assumed: ${why}` : 'assumed',
})
