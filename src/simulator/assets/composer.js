// Where a person writes, attaches, starts, blocks and picks a command.

const byId = (id) => document.getElementById(id)
const form = byId('form')
const text = byId('text')
const menus = [...document.querySelectorAll('details.menu')]

/**
 * @param {(act: object) => void} send what the person does
 * @param {() => string | undefined} lastText the text they could edit
 */
export function createComposer(send, lastText) {
  let isEditing = false

  function submit() {
    const written = text.value.trim()
    if (!written) return
    send({ act: isEditing ? 'edit' : 'text', text: written })
    stopEditing()
  }

  function stopEditing() {
    isEditing = false
    form.classList.remove('editing')
    text.value = ''
    grow()
  }

  function edit() {
    const last = lastText()
    if (last === undefined) return
    isEditing = true
    form.classList.add('editing')
    text.value = last
    grow()
    text.focus()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })
  text.addEventListener('input', grow)
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      submit()
    }
    if (event.key === 'ArrowUp' && text.value === '') edit()
    if (event.key === 'Escape' && isEditing) stopEditing()
  })

  byId('start').addEventListener('click', () => send({ act: 'text', text: '/start' }))
  byId('unblock').addEventListener('click', () => send({ act: 'unblock' }))
  byId('edit-last').addEventListener('click', () => {
    closeMenus()
    edit()
  })
  for (const button of document.querySelectorAll('[data-act]')) {
    button.addEventListener('click', () => {
      closeMenus()
      send({ act: button.dataset.act })
    })
  }
  listenToMenus()

  return {
    /** Shows what the person of this chat can do now. */
    draw({ started, blocked, commands }) {
      byId('start').hidden = started || blocked
      byId('unblock').hidden = !blocked
      form.hidden = !started || blocked
      byId('commands').hidden = commands.length === 0
      byId('command-list').replaceChildren(
        ...commands.map((entry) =>
          commandButton(entry, () => send({ act: 'text', text: `/${entry.command}` })),
        ),
      )
    },
    reset: stopEditing,
  }
}

function commandButton({ command, description }, choose) {
  const button = document.createElement('button')
  button.type = 'button'
  const name = document.createElement('code')
  name.textContent = `/${command}`
  const words = document.createElement('span')
  words.dir = 'auto'
  words.textContent = description
  button.append(name, words)
  button.addEventListener('click', () => {
    closeMenus()
    choose()
  })
  return button
}

function listenToMenus() {
  document.addEventListener('click', (event) => {
    for (const menu of menus) if (!menu.contains(event.target)) menu.open = false
  })
  document.addEventListener('keydown', (event) => {
    const open = menus.find((menu) => menu.open)
    if (event.key !== 'Escape' || !open) return
    open.open = false
    open.querySelector('summary').focus()
  })
}

function closeMenus() {
  for (const menu of menus) menu.open = false
}

/** As high as the text needs, up to what the style sheet allows. */
function grow() {
  text.rows = Math.min(6, text.value.split('\n').length + Math.floor(text.value.length / 60))
}
