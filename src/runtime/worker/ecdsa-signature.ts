// Stands in a Worker for the library that reads ASN.1 (wrangler.toml, `alias`). A passkey's signature on an elliptic
// curve is the one thing of that form that is read without certificates (no-attestation.ts); 100 KB for two numbers.

const SEQUENCE = 0x30
const INTEGER = 0x02

/** Two numbers, as RFC 3279, 2.2.3 writes them: each big-endian, with a leading 0 where its first bit is set. */
export class ECDSASigValue {
  r = new Uint8Array()
  s = new Uint8Array()
}

export const AsnParser = {
  /** Reads a signature in DER; throws where it is none, or something else is to be read. */
  parse(der: BufferSource, kind: unknown): ECDSASigValue {
    if (kind !== ECDSASigValue) throw new Error('Lotse reads no ASN.1 but signatures')
    const bytes = ArrayBuffer.isView(der)
      ? new Uint8Array(der.buffer, der.byteOffset, der.byteLength)
      : new Uint8Array(der)
    const [inside, behind] = read(bytes, SEQUENCE)
    const [r, rest] = read(inside, INTEGER)
    const [s, nothing] = read(rest, INTEGER)
    if (behind.length > 0 || nothing.length > 0) throw new Error('more than a signature')
    return Object.assign(new ECDSASigValue(), { r: new Uint8Array(r), s: new Uint8Array(s) })
  },
}

// The longest, of P-521, takes 139 bytes: a length of one byte, or of a byte that says 0x81 and another one.
function read(bytes: Uint8Array, tag: number): [value: Uint8Array, rest: Uint8Array] {
  const long = bytes[1] === 0x81
  const length = bytes[long ? 2 : 1] ?? 0
  const start = long ? 3 : 2
  const wrong = bytes[0] !== tag || (long ? length < 0x80 : length >= 0x80) || length === 0
  if (wrong || start + length > bytes.length) throw new Error('not a signature')
  return [bytes.subarray(start, start + length), bytes.subarray(start + length)]
}

/** What certificates of devices are made of; none is ever read. */
export class OctetString {}
export class ECParameters {}
const NONE = '0.0'

export { NONE as id_ecPublicKey, NONE as id_secp256r1, NONE as id_secp384r1 }
