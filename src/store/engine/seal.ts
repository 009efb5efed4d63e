// Personal data at rest: sealed with AES-256-GCM, addresses found by HMAC. By node:crypto, which workerd has,
// too: WebCrypto sends each of these few bytes to another thread, at four times the CPU.

import { createCipheriv, createDecipheriv, createHmac, randomFillSync } from 'node:crypto'
import QuickLru from 'quick-lru'

type Key = { id: string; seal: Uint8Array; lookup: Uint8Array; chain: ChainKey }

/** What rows of the audit are signed with; they carry its name, which tells nothing of it. */
export type ChainKey = { name: string; key: Uint8Array }

/** Seals and opens text; finds an address without knowing it. */
export type Seal = {
  seal: (text: string) => Promise<string>
  open: (sealed: string) => Promise<string>
  /** Lookup keys of a text, by the newest key first: while keys rotate there are two. */
  lookup: (text: string) => Promise<readonly [string, string]>
  /** The lookup key by the newest key, at once. */
  mark: (text: string) => string
  /** Whether a sealed text needs no older key: what it begins with then, to find the others by. */
  newest: { is: (sealed: string) => boolean; prefix: string }
  /** Keys of the audit, the newest first: while keys rotate there are two. */
  chain: readonly [ChainKey, ChainKey]
  /** Fingerprints of the keys, the newest first, to notice a wrong one at start. */
  fingerprints: () => Promise<readonly [string, string]>
}

// A talk asks for the same address at every tap.
const REMEMBERED = 5000

// Bytes, as WebCrypto and everything sealed so far has them.
const IV = 12
const TAG = 16

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * Reads `id:base64,id:base64`, the newest key first; a bare base64 key is called "1". A key has 32
 * bytes. Throws for anything else, without repeating it.
 */
export async function createSeal(dataKey: string): Promise<Seal> {
  const keys = await Promise.all(dataKey.split(',').map((part) => readKey(part.trim())))
  const [newest, older = newest] = keys
  if (!newest || !older || keys.length > 2) throw new RangeError('DATA_KEY holds one or two keys')
  if (keys.length === 2 && newest.id === older.id) {
    throw new RangeError('DATA_KEY holds two keys of the same name: call the new one "2:…"')
  }
  const prefix = `${newest.id}.`
  return {
    newest: { is: (sealed) => sealed.startsWith(prefix), prefix },
    mark: (text) => lookupWith(newest, text),
    seal: async (text) => sealWith(newest, text),
    open: async (sealed) => openWith(keys, sealed),
    lookup: remembering(async (text) => {
      const key = lookupWith(newest, text)
      return [key, older === newest ? key : lookupWith(older, text)]
    }),
    chain: [newest.chain, older.chain],
    fingerprints: async () => [lookupWith(newest, 'fingerprint'), lookupWith(older, 'fingerprint')],
  }
}

async function readKey(part: string): Promise<Key> {
  const [id, base64] = part.includes(':') ? part.split(':') : ['1', part]
  const bytes = fromBase64(base64 ?? '')
  if (!id || !/^\w{1,16}$/.test(id) || bytes?.length !== 32) {
    throw new RangeError('DATA_KEY is not 32 bytes in base64, as `openssl rand -base64 32` prints')
  }
  const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits'])
  const from = async (info: string) => {
    const salt = new Uint8Array()
    const way = { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(`lotse ${info}`) }
    return new Uint8Array(await crypto.subtle.deriveBits(way, base, 256))
  }
  const key = await from('audit')
  const chain = { key, name: hmacOf(key, 'name').slice(0, 8) }
  return { id, seal: await from('seal'), lookup: await from('lookup'), chain }
}

function sealWith(key: Key, text: string): string {
  const iv = randomFillSync(new Uint8Array(IV))
  const cipher = createCipheriv('aes-256-gcm', key.seal, iv)
  const sealed = [cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return `${key.id}.${iv.toBase64()}.${Buffer.concat(sealed).toString('base64')}`
}

/** Throws for what was not sealed so, or was changed since. */
function openWith(keys: readonly Key[], sealed: string): string {
  const [id, iv, data] = sealed.split('.')
  const key = keys.find((candidate) => candidate.id === id)
  const ivBytes = fromBase64(iv ?? '')
  const bytes = fromBase64(data ?? '')
  if (!key || ivBytes?.length !== IV || !bytes) {
    throw new Error('sealed with a key that is not in DATA_KEY')
  }
  const decipher = createDecipheriv('aes-256-gcm', key.seal, ivBytes, { authTagLength: TAG })
  const end = bytes.length - TAG
  if (end < 0) throw new Error('too short to have been sealed')
  decipher.setAuthTag(bytes.subarray(end))
  const opened = decipher.update(bytes.subarray(0, end))
  // Says nothing before the tag has been found right.
  return decoder.decode(Buffer.concat([opened, decipher.final()]))
}

function lookupWith(key: Key, text: string): string {
  return createHmac('sha256', key.lookup).update(text, 'utf8').digest('base64')
}

/** HMAC-SHA-256 of a text, in hexadecimal. */
export function hmacOf(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex')
}

function remembering<T>(find: (text: string) => Promise<T>): (text: string) => Promise<T> {
  const found = new QuickLru<string, T>({ maxSize: REMEMBERED })
  return async (text) => {
    const known = found.get(text)
    if (known !== undefined) return known
    const value = await find(text)
    found.set(text, value)
    return value
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.fromBase64(text)
  } catch {
    return null
  }
}
