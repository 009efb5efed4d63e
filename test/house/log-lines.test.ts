// Whoever reads a line of the log finds in docs/operations.md what to do.

import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const paper = readFileSync('docs/operations.md', 'utf8')
const table = paper.slice(paper.indexOf('## What the log says'), paper.indexOf('## Mail over HTTP'))
const source = globSync('src/**/*.ts').map((file) => readFileSync(file, 'utf8'))

const CALL = /\blog\.(?:error|warn)\(\s*(['"`])(.*?)\1/g
// What is tried until it is done names itself: `${what} failed`.
const TRIED = /\b(?:untilDone|keepTrying)\(\s*'(.*?)'/g

const lines = source.flatMap((text) => [
  ...[...text.matchAll(CALL)].map(([, , line = '']) => line),
  ...[...text.matchAll(TRIED)].map(([, what = '']) => `${what} failed`),
])

it('every line of level error or warn is explained', () => {
  const calls = source.flatMap((text) => text.match(/\blog\.(error|warn)\(/g) ?? [])
  const told = source.flatMap((text) => [...text.matchAll(CALL)])
  expect(told).toHaveLength(calls.length)
  expect(lines.length).toBeGreaterThan(30)
  const named = lines
    .filter((line) => !line.includes('${'))
    .map((line) => line.replace(/: .*/, '…'))
  expect(named.filter((line) => !table.includes(`\`${line}\``))).toEqual([])
})
