// Personal data at rest: sealed with AES-256-GCM, addresses found by HMAC. WebCrypto only, so that it is
// the same on Node and in a Worker.

import QuickLru from 'quick-lru'

type Key = { id: string; seal: CryptoKey; lookup: CryptoKey }

/** Seals and opens text; finds an address without knowing it. */
export type Seal = {
  seal: (text: string) => Promise<string>
  open: (sealed: string) => Promise<string>
  /** Lookup keys of a text, by the newest key first: while keys rotate there are two. */
  lookup: (text: string) => Promise<readonly [string, string]>
  /** Whether a sealed text needs no older key: what it begins with then, to find the others by. */
  newest: { is: (sealed: string) => boolean; prefix: string }
  /** Fingerprints of the keys, the newest first, to notice a wrong one at start. */
  fingerprints: () => Promise<readonly [string, string]>
}

// A talk asks for the same address at every tap, and every signature is a trip to another thread.
const REMEMBERED = 5000

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
    seal: (text) => sealWith(newest, text),
    open: (sealed) => openWith(keys, sealed),
    lookup: remembering(async (text) => {
      const key = await lookupWith(newest, text)
      return [key, older === newest ? key : await lookupWith(older, text)]
    }),
    fingerprints: async () => [
      await lookupWith(newest, 'fingerprint'),
      await lookupWith(older, 'fingerprint'),
    ],
  }
}

async function readKey(part: string): Promise<Key> {
  const [id, base64] = part.includes(':') ? part.split(':') : ['1', part]
  const bytes = fromBase64(base64 ?? '')
  if (!id || !/^\w{1,16}$/.test(id) || bytes?.length !== 32) {
    throw new RangeError('DATA_KEY is not 32 bytes in base64, as `openssl rand -base64 32` prints')
  }
  const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey'])
  const from = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: encoder.encode(`lotse ${info}`),
  })
  const aes = { name: 'AES-GCM', length: 256 }
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  return {
    id,
    seal: await crypto.subtle.deriveKey(from('seal'), base, aes, false, ['encrypt', 'decrypt']),
    lookup: await crypto.subtle.deriveKey(from('lookup'), base, hmac, false, ['sign']),
  }
}

async function sealWith(key: Key, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    key.seal,
    encoder.encode(text),
  )
  return `${key.id}.${iv.toBase64()}.${new Uint8Array(sealed).toBase64()}`
}

async function openWith(keys: readonly Key[], sealed: string): Promise<string> {
  const [id, iv, data] = sealed.split('.')
  const key = keys.find((candidate) => candidate.id === id)
  const ivBytes = fromBase64(iv ?? '')
  const bytes = fromBase64(data ?? '')
  if (!key || !ivBytes || !bytes) throw new Error('sealed with a key that is not in DATA_KEY')
  const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: ivBytes }, key.seal, bytes)
  return decoder.decode(opened)
}

async function lookupWith(key: Key, text: string): Promise<string> {
  const signed = await crypto.subtle.sign('HMAC', key.lookup, encoder.encode(text))
  return new Uint8Array(signed).toBase64()
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
