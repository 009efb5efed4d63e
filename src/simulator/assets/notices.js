// What Telegram shows over the chat: a toast that passes, an alert that waits.

const TOAST_MS = 4000
const toast = document.getElementById('toast')
const dialog = document.getElementById('alert')
let timer = 0

/** @param {string} text */
export function showToast(text) {
  clearTimeout(timer)
  toast.textContent = text
  toast.classList.add('shown')
  timer = setTimeout(() => toast.classList.remove('shown'), TOAST_MS)
}

/** @param {string} text */
export function showAlert(text) {
  document.getElementById('alert-text').textContent = text
  if (!dialog.open) dialog.showModal()
}
