// Runs in the browser: copies what a button names, and says so. Without it everything can be marked by hand.
// scripts/bundle-studio.ts serves it without its types.

function copyBy(button: HTMLButtonElement): void {
  const { copy: id = '', said = '' } = button.dataset
  const from = document.getElementById(id)
  const told = document.querySelector('[data-copied]')
  if (!from) return
  button.hidden = false
  button.addEventListener('click', async () => {
    const text = from instanceof HTMLTextAreaElement ? from.value : (from.textContent ?? '')
    try {
      await navigator.clipboard.writeText(text)
      if (told) told.textContent = said
    } catch {
      // A browser that lets nobody copy: marked, for the keys.
      getSelection()?.selectAllChildren(from)
      if (from instanceof HTMLTextAreaElement) from.select()
    }
  })
}

if (typeof document !== 'undefined') {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) copyBy(button)
}
