// What comes of signing in, by whatever way.

/** Where a try comes from: the address of the client, and the headers of its browser. */
export type From = { client: string; headers: Headers }

/** What came of a try; `cookies` are Set-Cookie lines to pass on. */
export type SignInOutcome =
  | { outcome: 'in'; staffId: string; cookies: string[] }
  | { outcome: 'code'; cookies: string[] }
  | { outcome: 'wrong' | 'restart' }
  | { outcome: 'wait'; milliseconds: number }

export type Proof = 'password' | 'code' | 'provider'
