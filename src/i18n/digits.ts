// Digits as people type them: Latin, Arabic and Persian keyboards each send their own.

/** Turns Arabic (٠–٩) and Persian (۰–۹) digits into Latin ones; JavaScript's \d knows only these. */
export function normaliseDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}
