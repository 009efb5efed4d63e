// What is danger in every language alike, said with the groups of its list.

import type { CryList } from './cry-list.ts'

/**
 * Phrases read with the groups of each list that has them all: who is near, what hurts, with what,
 * where on the body; signs of illness; heights, nights, ends, bonds.
 */
export const common: CryList['cries'] = {
  medical: ['{sick} & {sick}', '{sick} & {kid}'],
  suicide: ['{high} & {end}', '{pills} & {end}'],
  child: ['{kid} & {hurt} & {tool}', '{kid} & {tool}'],
  violence: [
    '{tool} & {body}',
    '{tool} & {near} & {hurt}',
    '{tool} & {fear}',
    '{near} & {hurt} & {body}',
    '{near} & {fear} & {soon}',
    '{near} & {fear} & {hurt}',
  ],
  held: ['{bound} & {near} & {fear}', '{bound} & {near} & {hurt}'],
  help: [],
}
