import { afterAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { locales } from '../../src/generated/locales.ts'
import { languages } from '../../src/i18n/languages.ts'
import { sampleFormats } from './sample-formats.ts'

const server = createTestHarness({
  workers: [
    {
      config: {
        name: 'formats',
        main: 'test/worker/formats-worker.ts',
        compatibility_date: '2026-10-01',
        send_metrics: false,
      },
    },
  ],
})
afterAll(() => server.close())

test('workerd shows every date, range, list and plural as Node does', async () => {
  await server.listen()
  const answer = await server.fetch('/')
  const shown = (await answer.json()) as Record<string, string[]>
  const here = sampleFormats(locales)
  expect(Object.keys(here)).toEqual(languages.map(({ key }) => key))
  for (const { key } of languages) {
    expect(here[key]?.length).toBeGreaterThan(1500)
    expect(shown[key], key).toEqual(here[key])
  }
})
