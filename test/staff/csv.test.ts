import { expect, test } from 'vitest'
import { csv } from '../../src/staff/frame/csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+49 203', "'+49 203"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2', "'-2"],
  ['\t=1', '"\'\t=1"'],
  ['\n=1', '"\'\n=1"'],
  [' =1', "' =1"],
  ['"=1', '"\'""=1"'],
  ['\u202E=1', "'\u202E=1"],
  ['＝1+1', "'＝1+1"],
  ['＠x', "'＠x"],
  ['a;b', '"a;b"'],
  ['a,b', '"a,b"'],
  ['Amal,=1+1', '"Amal,=1+1"'],
  ['=1,2', '"\'=1,2"'],
  ['a\tb', '"a\tb"'],
  ['a - b', 'a - b'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  [-2, '-2'],
  [null, ''],
])('the cell %j is written as %j', (value, expected) => {
  expect(csv([[value]])).toBe(`\uFEFF${expected}\r\n`)
})
