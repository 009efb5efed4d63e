// The desk beside the phone: what a story presses there, as somebody would, and how it follows what happens.

const SOON = 400

/**
 * @param {HTMLIFrameElement} frame
 * @param {(look: () => unknown) => Promise<any>} until waits until something is there
 */
export function createDesk(frame, until) {
  let following = 0

  const page = () => frame.contentDocument
  const isEntry = (path) => path.startsWith('/staff/sign-') || path.startsWith('/staff/invite')

  function loading() {
    return new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  }

  /** What `selector` finds; `near`: in whose line of a list. */
  function found(selector, near = '') {
    const all = [...(page()?.querySelectorAll(`main ${selector}`) ?? [])]
    return all.find((one) => one.closest('tr, li, main')?.textContent.includes(near))
  }

  const finder = () => page()?.querySelector('form.finder')

  /** Brings the line with this code into sight, and marks it. */
  function point(code) {
    const lines = code ? [...(page()?.querySelectorAll('main tr, main li') ?? [])] : []
    const line = lines.findLast((one) => one.textContent.includes(code))
    if (!line) return
    line.style.outline = '3px solid currentColor'
    line.style.outlineOffset = '-3px'
    const view = frame.contentWindow
    const { top, bottom } = line.getBoundingClientRect()
    if (top < 0 || bottom > view.innerHeight) view.scrollBy(0, top - view.innerHeight / 3)
  }

  return {
    point,

    /** Whether somebody is in who looks for requests by their code. */
    canFind: () => !!finder(),

    find(code) {
      finder().querySelector('[name="find"]').value = code
      finder().requestSubmit()
    },

    async show(path) {
      const loaded = loading()
      frame.src = path
      await loaded
    },

    /** Presses what leads to another page, and waits for it. */
    async press(selector, near) {
      const target = await until(() => found(selector, near))
      if (!target) return
      const loaded = loading()
      target.click()
      await loaded
    },

    /** Opens what stands folded away on the page. */
    async open(selector) {
      const target = await until(() => found(selector))
      target?.click()
    },

    /** Signs in as lead, unless somebody is in. */
    async signIn() {
      const path = page()?.location.pathname ?? ''
      if (page()?.querySelector('.account') && !isEntry(path)) return
      const loaded = loading()
      document.querySelector('form[data-role="lead"]').requestSubmit()
      await loaded
    },

    /** Shows what is there by now, soon. */
    follow(isHeld) {
      clearTimeout(following)
      following = setTimeout(() => {
        if (!isHeld()) void this.catchUp()
      }, SOON)
    },

    /** Shows what is there by now, unless somebody is typing or is in the middle of a form. */
    async catchUp() {
      const { activeElement, location: here } = page() ?? {}
      if (here?.origin !== location.origin || isEntry(here.pathname)) return
      if (activeElement?.matches('input, textarea, select')) return
      const loaded = loading()
      here.reload()
      await loaded
    },
  }
}
