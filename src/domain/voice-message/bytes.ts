// Reading the structure of a file without leaving it.

/** Four letters at a place, such as the name of a box. */
export function lettersAt(file: Uint8Array, at: number, length = 4): string {
  return String.fromCharCode(...file.subarray(at, at + length))
}

/** A number of up to six bytes, the greatest first; 0 beyond the end. */
export function numberAt(file: Uint8Array, at: number, bytes: number): number {
  let value = 0
  for (let nth = 0; nth < bytes; nth++) value = value * 256 + (file[at + nth] ?? 0)
  return value
}

/** The same, the least first. */
export function littleAt(file: Uint8Array, at: number, bytes: number): number {
  let value = 0
  for (let nth = bytes - 1; nth >= 0; nth--) value = value * 256 + (file[at + nth] ?? 0)
  return value
}
