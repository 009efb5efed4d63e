// Long lists of ids in the pieces that D1 takes: it binds a hundred values to a statement.

const MOST = 80

export function inPieces<T>(all: readonly T[], most = MOST): T[][] {
  const pieces: T[][] = []
  for (let at = 0; at < all.length; at += most) pieces.push(all.slice(at, at + most))
  return pieces
}
