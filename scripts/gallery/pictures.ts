// Pictures of the gallery, one for each language, taken with the machine's own Chromium.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']
// Four screens beside each other: taller pictures than 16384 pixels are cut off by Chromium.
const WIDTH = 2960

/** The Chromium named by CHROMIUM, or the first one on the PATH. */
export function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  if (env['CHROMIUM']) return env['CHROMIUM']
  const folders = (env['PATH'] ?? '').split(delimiter)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync)
}

/** Writes `<language>.png` into the folder of the page. */
export async function takePictures(
  executablePath: string,
  page: string,
  languages: readonly string[],
): Promise<void> {
  const browser = await chromium.launch({ executablePath })
  try {
    const tab = await browser.newPage({ viewport: { width: WIDTH, height: 1200 } })
    await tab.goto(pathToFileURL(page).href)
    for (const language of languages) {
      await tab.goto(`${pathToFileURL(page).href}#${language}`)
      await tab.locator(`#${language}`).screenshot({ path: join(page, '..', `${language}.png`) })
    }
  } finally {
    await browser.close()
  }
}
