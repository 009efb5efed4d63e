// By what a clip knows that its words are still today's.

/**
 * 53 bits of a text as 14 hexadecimal digits (cyrb53, public domain). It tells changed words from
 * unchanged ones; it is no protection against somebody who looks for two texts with one hash.
 */
export function textHash(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  const whole = 4294967296 * (2097151 & low) + (high >>> 0)
  return whole.toString(16).padStart(14, '0')
}
