// `npm run dev`: Lotse as `npm start` starts it, begun anew whenever code, words, tables or a profile
// change. What is made of them is made again first, since nothing reads them while Lotse runs.
import './ready.mjs'

await import('../src/node.ts')
