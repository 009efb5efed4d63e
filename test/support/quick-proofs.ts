// A proof of work is dear on purpose, by its iterations: here both sides of it take a sixty-fourth, so that what one
// costs still makes it another. All of them are worked out in Chromium (test/browser/crowd.test.ts).

// More are refused by workerd, whatever they are for.
const MOST = 100_000

const known = globalThis as { quickProofs?: true }
if (!known.quickProofs) {
  known.quickProofs = true
  const { subtle } = globalThis.crypto
  const derive = subtle.deriveBits.bind(subtle)
  subtle.deriveBits = async (way, key, length) => {
    const isWhole = typeof way === 'string' || !('iterations' in way) || way.iterations > MOST
    if (isWhole) return await derive(way, key, length)
    return await derive({ ...way, iterations: Math.ceil(way.iterations / 64) }, key, length)
  }
}
