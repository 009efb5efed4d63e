// Runs in the browser: has it make a passkey or sign with one, and puts what it says into the form.
// scripts/bundle-studio.ts serves it without its types; it imports nothing and has no words of its own.

type Told = Record<string, string>

/** What `/staff/…/options` answers: what to ask the browser, or what to say. */
type Answered = { publicKey?: object; say?: string }

type Written = PublicKeyCredential & { toJSON: () => object }

const isAble = () =>
  'credentials' in navigator &&
  'PublicKeyCredential' in globalThis &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential

async function written(kind: string | undefined, asked: object): Promise<Written | null> {
  const publicKey = asked as never
  const credential =
    kind === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey),
        })
  return credential as Written | null
}

function work(form: HTMLFormElement): void {
  const told = JSON.parse(form.dataset['passkey'] ?? '{}') as Told
  const part = <One extends HTMLElement>(selector: string) => form.querySelector(selector) as One
  const button = part<HTMLButtonElement>('button')
  const response = part<HTMLInputElement>('[name=response]')
  const say = (text = '') => {
    part('[data-told]').textContent = text
  }

  async function ask(): Promise<void> {
    button.disabled = true
    say(told['busy'])
    try {
      const sent = new URLSearchParams(
        [...new FormData(form)].map(([name, value]) => [name, String(value)]),
      )
      const answer = await fetch(form.dataset['options'] ?? '', { method: 'POST', body: sent })
      const { publicKey, say: why } = (await answer.json()) as Answered
      if (!publicKey) return say(why ?? told['fault'])
      const credential = await written(form.dataset['kind'], publicKey)
      if (!credential) return say(told['stopped'])
      response.value = JSON.stringify(credential.toJSON())
      form.submit()
    } catch (fault) {
      const name = fault instanceof Error ? fault.name : ''
      const known = { InvalidStateError: 'known', NotAllowedError: 'stopped' }[name]
      say(told[known ?? 'fault'])
    } finally {
      button.disabled = false
    }
  }

  if (!isAble()) return
  form.hidden = false
  for (const other of document.querySelectorAll<HTMLElement>('[data-unable]')) other.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void ask()
  })
}

if (typeof document !== 'undefined') {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) work(form)
}
