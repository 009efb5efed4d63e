// Writes the scripts of the staff pages, the studio's, the passkeys' and those that note typing, copy and keep pages fresh, into src/generated/studio.ts, and its MP3 encoder to where Cloudflare serves it from.

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const encoder = join(root, 'node_modules/wasm-media-encoders')
const target = join(root, 'src/generated/studio.ts')
// As a file beside the Worker (wrangler.toml), for its code is read at each start of an isolate.
const asset = join(root, 'src/generated/assets/staff/studio/mp3.wasm')

const NOTICE = `/*! wasm-media-encoders, MIT, Copyright (c) 2020-2024 arseneyr. It loads LAME (LGPL), which is served
as a file of its own and can be exchanged for another build: docs/third-party.md */`

/** Writes both, and only if they changed. */
export function bundleStudio(): void {
  const library = readFileSync(join(encoder, 'dist/umd/WasmMediaEncoder.min.js'), 'utf8')
  const own = readFileSync(join(root, 'src/staff/voices/studio-script.ts'), 'utf8')
  const passkeys = readFileSync(join(root, 'src/staff/account/passkey-script.ts'), 'utf8')
  const typing = readFileSync(join(root, 'src/staff/sign-in/typing-script.ts'), 'utf8')
  const live = readFileSync(join(root, 'src/staff/frame/live-script.ts'), 'utf8')
  const copying = readFileSync(join(root, 'src/staff/case-sheet/copy-script.ts'), 'utf8')
  const script = `${NOTICE}
;(function () {${library}
}).call(globalThis)
${withoutTypes(own)}`
  if (!existsSync(asset)) {
    mkdirSync(dirname(asset), { recursive: true })
    copyFileSync(join(encoder, 'wasm/mp3.wasm'), asset)
  }
  const code = [
    '// Made by scripts/bundle-studio.ts; not to be edited.',
    `export const studioScript = ${JSON.stringify(script)}`,
    `export const passkeyScript = ${JSON.stringify(withoutTypes(passkeys))}`,
    `export const liveScript = ${JSON.stringify(withoutTypes(live))}`,
    `export const copyScript = ${JSON.stringify(withoutTypes(copying))}`,
    `export const typingScript = ${JSON.stringify(withoutTypes(typing))}`,
    '',
  ].join('\n')
  if (existsSync(target) && readFileSync(target, 'utf8') === code) return
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, code)
}

/** Node says once a run that this is experimental, which nobody who starts Lotse can do anything about. */
function withoutTypes(code: string): string {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(code)
  } finally {
    process.emitWarning = emitWarning
  }
}
