// Makes the database client that Prisma has generated for Node lighter, in what it does the same (docs/decisions/0078).
// Plain JavaScript, as scripts/ready.mjs, which calls it. Throws where Prisma's code is not as it is known here.

import { readFileSync, writeFileSync } from 'node:fs'

/** Rewrites the file of the client that holds its tables and reads its compiler of queries. */
export function makeLean(file) {
  const code = readFileSync(file, 'utf8')
  writeFileSync(file, withFarNames(withCompilerAsBytes(code)))
}

/**
 * The compiler of queries comes in a module of 2.2 MB of base64, which stays in memory three times over: as source, as
 * text and in Node's cache of what is compiled. The same bytes lie beside it for the Worker.
 */
function withCompilerAsBytes(code) {
  const asBase64 =
    /const \{ wasm \} = await import\("[^"]+\/query_compiler_small_bg\.sqlite\.wasm-base64\.mjs"\)\s*return await decodeBase64AsWasm\(wasm\)/
  const asBytes = `const { readFileSync } = await import('node:fs')
    return new WebAssembly.Module(
      readFileSync(new URL('../../worker/internal/query_compiler_small_bg.wasm', import.meta.url)),
    )`
  return replaced(code, asBase64, () => asBytes)
}

// V8 keeps an object whose first key is a number as an array as long as that number; from here on it does not.
const FAR = 1024

/**
 * What each query may hold is a graph whose edges are found by the number of a name. Numbers up to 1183 become 2,550 arrays
 * of up to as many places, nearly all empty: 11.8 MB. With names that are numbered from 1024 on they are 2 MB.
 */
function withFarNames(code) {
  const names = /strings: JSON\.parse\(("(?:[^"\\]|\\.)*")\)/
  const graph = /graph: "([\w-]*)"/
  const numbered = replaced(code, names, ([, text]) => {
    const far = [...Array(FAR).fill(''), ...JSON.parse(JSON.parse(text))]
    return `strings: JSON.parse(${JSON.stringify(JSON.stringify(far))})`
  })
  return replaced(numbered, graph, ([, text]) => `graph: "${farther(text)}"`)
}

/**
 * A graph as Prisma packs it, its names moved by {@link FAR}: a number in groups of seven bits, the lowest first, what may
 * be missing one more than it is or 0. Nodes of what goes in, of what comes out, and roots; each node the number of its
 * edges, each edge a name, then for what goes in 16 bits, a node, the name of an enum and 8 bits, else two nodes.
 */
function farther(text) {
  const bytes = Buffer.from(text, 'base64url')
  const made = []
  let at = 0
  const next = () => {
    let number = 0
    for (let bits = 0; ; bits += 7) {
      const byte = bytes[at++]
      number |= (byte & 127) << bits
      if (byte < 128) return number
    }
  }
  const put = (number) => {
    for (; number >= 128; number >>= 7) made.push((number & 127) | 128)
    made.push(number)
    return number
  }
  const copy = () => {
    const number = next()
    put(number)
    return number
  }
  const copyBytes = (count) => {
    made.push(...bytes.subarray(at, at + count))
    at += count
  }
  const name = () => put(next() + FAR)
  const nameIfAny = () => {
    const number = next()
    put(number === 0 ? 0 : number + FAR)
  }
  const [inputs, outputs, roots] = [copy(), copy(), copy()]
  for (let node = 0; node < inputs; node++) {
    for (let edges = copy(); edges > 0; edges--) {
      name()
      copyBytes(2)
      copy()
      nameIfAny()
      copyBytes(1)
    }
  }
  for (let node = 0; node < outputs; node++) {
    for (let edges = copy(); edges > 0; edges--) {
      name()
      copy()
      copy()
    }
  }
  for (let root = 0; root < roots; root++) {
    name()
    copy()
    copy()
  }
  if (at !== bytes.length) throw new Error('Prisma packs what a query may hold in another way')
  return Buffer.from(made).toString('base64url')
}

function replaced(code, pattern, by) {
  const found = pattern.exec(code)
  if (!found) throw new Error(`Prisma's client is generated in another way: no ${pattern}`)
  return code.slice(0, found.index) + by(found) + code.slice(found.index + found[0].length)
}
