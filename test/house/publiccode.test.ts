// publiccode.yml keeps to version 0.5 of the standard (docs/standard/schema.core.rst of publiccodeyml/publiccode.yml),
// and to what the project says of itself elsewhere.

import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { languages } from '../../src/i18n/languages.ts'

const some = z.string().min(1)
const url = z.url({ protocol: /^https$/ })
const day = z.iso.date()
const contact = z.strictObject({
  name: some,
  email: z.email().optional(),
  phone: some.optional(),
  affiliation: some.optional(),
})
const dependency = z.strictObject({
  name: some,
  versionMin: some.optional(),
  versionMax: some.optional(),
  version: some.optional(),
  optional: z.boolean().optional(),
})
const description = z.strictObject({
  localisedName: some.optional(),
  shortDescription: some.max(150),
  longDescription: z.string().min(150).max(10_000),
  documentation: url.optional(),
  apiDocumentation: url.optional(),
  features: z.array(some).min(5).max(20),
  screenshots: z.array(z.string().regex(/\.(png|jpg)$/)).optional(),
})

/** What the standard has and Lotse uses, or whoever publishes it may add; no key that is deprecated. */
const standard = z.strictObject({
  publiccodeYmlVersion: z.literal('0.5'),
  name: some,
  url,
  landingURL: url.optional(),
  softwareVersion: some.optional(),
  releaseDate: day.optional(),
  platforms: z.array(some).min(1),
  categories: z.array(
    z.enum(['appointment-scheduling', 'online-booking', 'customer-service-and-support']),
  ),
  usedBy: z.array(some).optional(),
  roadmap: url.optional(),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.literal('standalone/web'),
  organisation: z.strictObject({ uri: z.url(), name: some.optional() }).optional(),
  intendedAudience: z.strictObject({
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)),
    scope: z.array(z.enum(['local-authorities', 'society', 'welfare'])),
  }),
  description: z.record(z.string().regex(/^[a-z]{2,3}(-\w+)*$/), description),
  legal: z.strictObject({ license: some, mainCopyrightOwner: some.optional() }),
  maintenance: z.discriminatedUnion('type', [
    z.strictObject({ type: z.enum(['internal', 'community']), contacts: z.array(contact).min(1) }),
    z.strictObject({ type: z.literal('none'), contacts: z.array(contact).optional() }),
    z.strictObject({
      type: z.literal('contract'),
      contractors: z
        .array(
          z.strictObject({
            name: some,
            until: day,
            email: z.email().optional(),
            website: url.optional(),
          }),
        )
        .min(1),
      contacts: z.array(contact).optional(),
    }),
  ]),
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(z.string().regex(/^[a-z]{2,3}(-\w+)*$/)).min(1),
  }),
  dependsOn: z.strictObject({
    open: z.array(dependency).optional(),
    proprietary: z.array(dependency).optional(),
    hardware: z.array(dependency).optional(),
  }),
})

const text = readFileSync('publiccode.yml', 'utf8')
const read = standard.parse(parse(text))
const support = readFileSync('SUPPORT.md', 'utf8')
const packed = JSON.parse(readFileSync('package.json', 'utf8'))

it('is in German and English, names pictures that are there, and no key twice', () => {
  expect(Object.keys(read.description)).toEqual(['de', 'en'])
  for (const { screenshots = [] } of Object.values(read.description))
    for (const path of screenshots) expect([path, existsSync(path)]).toEqual([path, true])
  for (const spoiled of [
    text.replace('  license: MIT', '  licence: MIT'),
    text.replace('releaseDate', 'date').replace('developmentStatus: beta', ''),
    text.replace('type: community', 'type: contract'),
    text.replace(/shortDescription: /g, `shortDescription: ${'lang '.repeat(40)}`),
  ])
    expect(standard.safeParse(parse(spoiled)).success).toBe(false)
})

it('says the licence, the languages and the number of them as the project does', () => {
  expect(read.legal.license).toBe(packed.license)
  expect(read.localisation.availableLanguages.toSorted()).toEqual(
    languages.map(({ key }) => key).toSorted(),
  )
  const count = [languages, languages.filter(({ direction }) => direction === 'rtl')]
  expect(count.map(({ length }) => length)).toEqual([11, 4])
  expect(text).toContain('Elf Sprachen, davon vier von rechts nach links')
  expect(text).toContain('Eleven languages, four of them written from right to left')
})

it('has the version and its day once the changelog has them, and neither before', () => {
  const changelog = readFileSync('CHANGELOG.md', 'utf8')
  const heading = changelog
    .split('\n')
    .find((line) => line.startsWith('## ') && line.includes(packed.version))
  expect([read.softwareVersion, read.releaseDate]).toEqual(
    heading ? [packed.version, heading.match(/\d{4}-\d{2}-\d{2}/)?.[0]] : [undefined, undefined],
  )
})

it('leaves open what only its publisher knows, and the page on support says so as long as it is open', () => {
  const isOpen = read.url.includes('.example/')
  expect(read.maintenance.contacts?.some(({ name }) => name.startsWith('Name of'))).toBe(isOpen)
  expect(support.includes('noch nicht eingetragen')).toBe(isOpen)
})
