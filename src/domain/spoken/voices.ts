// Voices: what is spoken. Most are languages people read; a dialect may be spoken and not written here.

/** Dialects that are only spoken, each with the language whose texts are read aloud in it. */
const ONLY_SPOKEN: Readonly<Record<string, string>> = { 'kmr-bahdini': 'kmr' }

/** The language whose texts a voice reads aloud. */
export function textsOf(voice: string): string {
  return ONLY_SPOKEN[voice] ?? voice
}

/** All voices there can be, for languages that can be read: each with its dialects behind it. */
export function voicesOf(reading: readonly string[]): string[] {
  const dialects = Object.keys(ONLY_SPOKEN)
  return reading.flatMap((key) => [key, ...dialects.filter((voice) => textsOf(voice) === key)])
}
