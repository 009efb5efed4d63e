// How often what must hold for anything is tried: a little in each run, much more at night.

const times = Number(process.env['LOTSE_RUNS'] ?? 1)

/** So many tries where nobody asks for more; `LOTSE_RUNS` says how many times as many. */
export const runs = (few: number): number => Math.max(1, Math.round(few * times))
