// Runs in the browser, where a clip is recorded: any sound becomes the one MP3 that Lotse takes, its loudness is told.
// scripts/bundle-studio.ts serves it without its types; it imports nothing and has no words of its own.

const RATE = 24_000
const FORMAT = { sampleRate: RATE, channels: 1, bitrate: 32, outputSampleRate: RATE } as const
const LONGEST_SECONDS = 60
// A hundredth of a second.
const WINDOW = RATE / 100
// Quieter than this (about -44 dB) is taken for the room.
const ROOM = 0.006
const MARGIN = { before: 8, after: 15 }
const QUIET_DB = -34
const CLIPPED = 0.985
// About -19 dB, where voices on a telephone are; more than fourfold and the room is heard, too.
const LEVEL = 0.11
const HIGHEST = 0.9
const MOST_GAIN = 4

// What is told of the loudness is of the room and the distance, not of what the telephone makes of it.
const HEARING = { echoCancellation: false, autoGainControl: false, noiseSuppression: true }

/** Sound from -1 to 1 without the silence at both ends; empty where there is nothing else. */
export function trimmed(samples: Float32Array): Float32Array {
  const loud: number[] = []
  for (let nth = 0; nth * WINDOW < samples.length; nth++) {
    if (rms(samples.subarray(nth * WINDOW, (nth + 1) * WINDOW)) > ROOM) loud.push(nth)
  }
  const [first] = loud
  const last = loud.at(-1)
  if (first === undefined || last === undefined) return new Float32Array()
  const from = Math.max(0, first - MARGIN.before) * WINDOW
  return samples.slice(from, (last + 1 + MARGIN.after) * WINDOW)
}

/** How loud speech is, without its pauses: a hint for whoever stands before the microphone. */
export function loudnessOf(samples: Float32Array): 'quiet' | 'good' | 'clipped' {
  let over = 0
  for (const sample of samples) if (Math.abs(sample) >= CLIPPED) over += 1
  // A single click is none.
  if (over > samples.length / 2000) return 'clipped'
  return 20 * Math.log10(speechLevel(samples)) < QUIET_DB ? 'quiet' : 'good'
}

/** The same sound about as loud as all others, so that clips can stand one beside the other. */
export function levelled(samples: Float32Array): Float32Array {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const level = speechLevel(samples)
  if (level === 0) return samples
  const gain = Math.min(LEVEL / level, HIGHEST / peak, MOST_GAIN)
  return samples.map((sample) => sample * gain)
}

function speechLevel(samples: Float32Array): number {
  let sum = 0
  let count = 0
  for (let at = 0; at < samples.length; at += WINDOW) {
    const level = rms(samples.subarray(at, at + WINDOW))
    if (level <= ROOM) continue
    sum += level * level
    count += 1
  }
  return count === 0 ? 0 : Math.sqrt(sum / count)
}

function rms(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return Math.sqrt(sum / samples.length)
}

type Encoder = {
  configure: (wish: typeof FORMAT) => void
  encode: (samples: Float32Array[]) => Uint8Array
  finalize: () => Uint8Array
}

/** One MP3 of sound at 24 kHz. */
export function encoded(samples: Float32Array, encoder: Encoder): Uint8Array<ArrayBuffer> {
  encoder.configure(FORMAT)
  // What the encoder gives is its own memory, which the next call writes over.
  const parts = [encoder.encode([samples]).slice(), encoder.finalize().slice()]
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** What any file that the browser can play sounds like, as one channel at 24 kHz. */
async function samplesOf(file: Blob): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, 1, RATE)
  const sound = await context.decodeAudioData(await file.arrayBuffer())
  const mixed = new Float32Array(sound.length)
  for (let channel = 0; channel < sound.numberOfChannels; channel++) {
    const samples = sound.getChannelData(channel)
    for (let at = 0; at < mixed.length; at++) {
      mixed[at] = (mixed[at] ?? 0) + (samples[at] ?? 0) / sound.numberOfChannels
    }
  }
  return mixed
}

async function openEncoder(): Promise<Encoder> {
  const { WasmMediaEncoder } = globalThis as unknown as {
    WasmMediaEncoder: { createEncoder: (kind: string, url: string) => Promise<Encoder> }
  }
  return await WasmMediaEncoder.createEncoder('audio/mpeg', '/staff/studio/mp3.wasm')
}

/** One text in one language. */
type Said = { lang: string; dir: string; text: string }

function work(form: HTMLFormElement): void {
  const told = JSON.parse(form.dataset['studio'] ?? '{}') as Record<string, Said[]>
  const part = <Kind extends Element>(selector: string) => form.querySelector(selector) as Kind
  const button = part<HTMLButtonElement>('[data-record]')
  const file = part<HTMLInputElement>('[type=file]')
  const loudness = part<HTMLInputElement>('[name=loudness]')
  const heard = part<HTMLAudioElement>('[data-heard]')
  const keep = part<HTMLButtonElement>('[data-keep]')
  let recorder: MediaRecorder | undefined
  let encoder: Promise<Encoder> | undefined

  const put = (element: HTMLElement, word: string) => {
    const lines = (told[word] ?? []).map(({ lang, dir, text }, nth) => {
      const line = document.createElement('span')
      line.lang = lang
      line.dir = dir
      line.className = nth === 0 ? 'own' : 'own soft'
      line.textContent = text
      return line
    })
    element.replaceChildren(...lines.flatMap((line) => [line, ' ']))
  }
  const tell = (word: string) => put(part<HTMLElement>('[data-told]'), word)
  const empty = () => {
    file.value = ''
    heard.hidden = true
    keep.hidden = true
  }

  async function take(sound: Blob): Promise<void> {
    empty()
    tell('busy')
    try {
      const samples = trimmed(await samplesOf(sound))
      if (samples.length === 0) return tell('silent')
      if (samples.length > LONGEST_SECONDS * RATE) return tell('long')
      encoder ??= openEncoder()
      const mp3 = encoded(levelled(samples), await encoder)
      const made = new DataTransfer()
      made.items.add(new File([mp3], 'clip.mp3', { type: 'audio/mpeg' }))
      file.files = made.files
      loudness.value = loudnessOf(samples)
      if (heard.src) URL.revokeObjectURL(heard.src)
      heard.src = URL.createObjectURL(new Blob([mp3], { type: 'audio/mpeg' }))
      heard.hidden = false
      keep.hidden = false
      tell(loudness.value)
    } catch {
      tell('unreadable')
    }
  }

  async function record(): Promise<void> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: HEARING })
      const pieces: Blob[] = []
      const recording = new MediaRecorder(stream)
      recording.ondataavailable = ({ data }) => pieces.push(data)
      recording.onstop = () => {
        for (const track of stream.getTracks()) track.stop()
        recorder = undefined
        put(button, 'again')
        void take(new Blob(pieces, { type: recording.mimeType }))
      }
      setTimeout(() => recording.state === 'recording' && recording.stop(), LONGEST_SECONDS * 1000)
      recorder = recording
      empty()
      tell('')
      recording.start()
      put(button, 'stop')
    } catch {
      tell('noMicrophone')
      part<HTMLDetailsElement>('[data-upload]').open = true
    }
  }

  keep.hidden = true
  if ('mediaDevices' in navigator && 'MediaRecorder' in globalThis) {
    button.hidden = false
    part<HTMLDetailsElement>('[data-upload]').open = false
  }
  button.addEventListener('click', () => (recorder ? recorder.stop() : void record()))
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    if (chosen) void take(chosen)
  })
}

if (typeof document !== 'undefined') {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-studio]')) work(form)
}
