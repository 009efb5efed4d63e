// What reads a passkey's signature in a Worker, where a library's 100 KB would be too much.
import { createSign, createVerify, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { AsnParser, ECDSASigValue } from '../../src/runtime/worker/ecdsa-signature.ts'

function signed(namedCurve: string, text: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve })
  return { der: new Uint8Array(createSign('SHA256').update(text).sign(privateKey)), publicKey }
}

/** A number as so many bytes, without the 0 that only says that it is positive. */
function filled(number: Uint8Array, length: number): Buffer {
  const bytes = Buffer.from(number).subarray(Math.max(0, number.length - length))
  return Buffer.concat([Buffer.alloc(length - bytes.length), bytes])
}

test.each([
  ['P-256', 32],
  ['P-384', 48],
  ['P-521', 66],
])('reads two numbers that verify as a signature, %s', (curve, length) => {
  for (let round = 0; round < 40; round++) {
    const { der, publicKey } = signed(curve, `${round}`)
    const { r, s } = AsnParser.parse(der, ECDSASigValue)
    const plain = Buffer.concat([filled(r, length), filled(s, length)])
    const verify = createVerify('SHA256').update(`${round}`)
    expect(verify.verify({ key: publicKey, dsaEncoding: 'ieee-p1363' }, plain)).toBe(true)
  }
})

test('refuses what is no signature', () => {
  const { der } = signed('P-256', 'text')
  const mistakes = [
    new Uint8Array(),
    der.subarray(0, -1),
    Uint8Array.of(...der, 0),
    Uint8Array.of(0x31, ...der.subarray(1)),
    Uint8Array.of(0x30, 0x80, ...der.subarray(2)),
    Uint8Array.of(0x30, 6, 2, 1, 1, 4, 1, 1),
    Uint8Array.of(0x30, 5, 2, 1, 1, 2, 0),
    Uint8Array.of(0x30, 9, 2, 1, 1, 2, 1, 1, 2, 1, 1),
    Uint8Array.of(0x30, 0x81, 6, 2, 1, 1, 2, 1, 1),
  ]
  for (const mistake of mistakes) {
    expect(() => AsnParser.parse(mistake, ECDSASigValue)).toThrow(/signature/)
  }
  expect(() => AsnParser.parse(der, class Other {})).toThrow('no ASN.1 but signatures')
})
