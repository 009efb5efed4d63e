// REUSE.toml says of each file under which licence it stands, and LICENSES/ has the text of each.

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { notices, passedOn } from '../../scripts/third-party.ts'
import { duisburgJson } from '../support/duisburg.ts'

type Annotation = { path: string[]; licences: string[]; holders: string[] }

/** Of our own file alone: keys with a string or a list of strings, lists also over several lines. */
function annotationsOf(toml: string): Annotation[] {
  const [, ...parts] = toml.replaceAll(/^#.*$/gm, '').split('[[annotations]]')
  return parts.map((part) => {
    const values = new Map(
      [...part.matchAll(/^([\w-]+) = (\[[^\]]*\]|".*")$/gm)].map(([, key = '', value = '']) => [
        key,
        [JSON.parse(value)].flat() as string[],
      ]),
    )
    return {
      path: values.get('path') ?? [],
      holders: values.get('SPDX-FileCopyrightText') ?? [],
      licences: (values.get('SPDX-License-Identifier') ?? []).join().split(' AND '),
    }
  })
}

const [everything, ...exceptions] = annotationsOf(readFileSync('REUSE.toml', 'utf8'))
const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n')
const licencesOf = (file: string) =>
  exceptions.find(({ path }) => path.includes(file))?.licences ?? everything?.licences

describe('REUSE.toml', () => {
  it('covers all files by its first entry, and each other one names files that are there, once', () => {
    expect(everything).toMatchObject({ path: ['**'], licences: ['MIT'] })
    const named = exceptions.flatMap(({ path }) => path)
    expect(named.length).toBeGreaterThan(0)
    expect(files).toEqual(expect.arrayContaining(named))
    expect(named).toEqual([...new Set(named)])
    for (const { holders } of [everything, ...exceptions].map((one) => ({ holders: [], ...one })))
      expect(holders).toContain('2026 The Lotse contributors')
  })

  it('names licences whose text is there, and no text is there for nothing', () => {
    const used = new Set([everything, ...exceptions].flatMap((one) => one?.licences ?? []))
    const texts = readdirSync('LICENSES').map((name) => name.replace(/\.txt$/, ''))
    expect(texts.toSorted()).toEqual([...used].toSorted())
    for (const text of texts)
      expect(readFileSync(`LICENSES/${text}.txt`, 'utf8').length).toBeGreaterThan(1000)
  })

  it('has what stands beside it: the licence of the package and of the repository', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8')).license).toBe('MIT')
    expect(readFileSync('LICENSE', 'utf8')).toContain('2026 The Lotse contributors')
    expect(existsSync('REUSE.toml')).toBe(true)
  })
})

describe('what others made', () => {
  it('says so in each file that holds drawings or data of theirs', () => {
    const holds = (file: string, what: RegExp) => what.test(readFileSync(file, 'utf8'))
    const drawings = files.filter((f) => /^src\/.*\.ts$/.test(f) && holds(f, /svg: '<svg/))
    expect(drawings.length).toBeGreaterThan(0)
    for (const file of drawings)
      expect([file, licencesOf(file)]).toContainEqual(['MIT', 'CC-BY-SA-4.0'])
    for (const file of files.filter((f) => f.startsWith('prisma/seed/'))) {
      const text = readFileSync(file, 'utf8')
      expect([file, licencesOf(file)?.includes('ODbL-1.0')]).toEqual([
        file,
        text.includes('OpenStreetMap'),
      ])
      expect([file, licencesOf(file)?.includes('CC-BY-4.0')]).toEqual([
        file,
        text.includes('GeoNames'),
      ])
    }
  })

  it('is credited by the profile that has it, for all who see it', () => {
    const licences = duisburgJson().credits.map(({ licence }: { licence: string }) => licence)
    expect(licences).toEqual(['ODbL 1.0', 'CC BY 4.0'])
  })
})

describe('what runs of others', () => {
  // Each lets Lotse be run, changed and passed on under MIT; another one is to be read before it is added here.
  const READ = ['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']

  it('is under licences that somebody has read, and goes along with their words', () => {
    const passed = passedOn()
    expect(passed.length).toBeGreaterThan(100)
    const text = notices()
    for (const { name, version, licence, texts } of passed) {
      expect([name, licence.split(' OR ').some((one) => READ.includes(one))]).toEqual([name, true])
      expect(texts.join().length, name).toBeGreaterThan(300)
      expect(text).toContain(`\n${name} ${version}\n${licence}\n`)
    }
  })

  it('goes along with the licences of Node and of LAME', () => {
    const node = passedOn().find(({ name }) => name === 'node')
    expect(node?.texts.join()).toContain('OpenSSL')
    expect(notices()).toContain('GNU LIBRARY GENERAL PUBLIC LICENSE')
  })
})
