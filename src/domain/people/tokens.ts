// Bearer tokens of machines, without their secrets. Instants are epoch milliseconds.

export type NewToken = {
  id: string
  name: string
  hash: string
  role: string
  centres: readonly string[]
  body: string | null
  /** `null`: until it is revoked. */
  expiresAt: number | null
}

export type StoredToken = NewToken & {
  createdAt: string
  revokedAt: string | null
  /** To the hour. */
  usedAt: number | null
}
