// Written is not kept: a power cut takes what only stands in memory.

import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Has a file, or the names in a folder, on the disk before going on. */
export function onDisk(path: string): void {
  const held = openSync(path, 'r')
  try {
    fsyncSync(held)
  } finally {
    closeSync(held)
  }
}
