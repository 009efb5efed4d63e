// Long lists of ids in the pieces that D1 takes: it binds a hundred values to a statement.

const MOST = 80

export function inPieces<T extends string | number>(ids: readonly T[]): T[][] {
  const pieces: T[][] = []
  for (let at = 0; at < ids.length; at += MOST) pieces.push(ids.slice(at, at + MOST))
  return pieces
}
