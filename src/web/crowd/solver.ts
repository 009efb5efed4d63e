// What a browser runs on the page for too many, and on no other: it works out the proof and goes on by
// itself. Written for telephones of 2019; where it cannot run, the page says what to do instead.

export const SOLVER_PATH = '/proof.js'

export const SOLVER = `'use strict'
;(function () {
  var form = document.querySelector('form[data-challenge]')
  var subtle = window.crypto && window.crypto.subtle
  if (!form || !subtle) return
  var challenge = JSON.parse(form.getAttribute('data-challenge'))
  var asked = challenge.parameters
  function bytes(hex) {
    var found = new Uint8Array(hex.length / 2)
    for (var i = 0; i < found.length; i++) found[i] = parseInt(hex.substr(2 * i, 2), 16)
    return found
  }
  function hex(found) {
    return Array.prototype.map.call(found, function (byte) {
      return (byte < 16 ? '0' : '') + byte.toString(16)
    }).join('')
  }
  var nonce = bytes(asked.nonce)
  var password = new Uint8Array(nonce.length + 4)
  password.set(nonce)
  var counter = new DataView(password.buffer)
  var way = { name: 'PBKDF2', salt: bytes(asked.salt), iterations: asked.cost, hash: 'SHA-256' }
  async function solve() {
    for (var n = 0; ; n++) {
      counter.setUint32(nonce.length, n, false)
      var key = await subtle.importKey('raw', password, { name: 'PBKDF2' }, false, ['deriveBits'])
      var derived = hex(new Uint8Array(await subtle.deriveBits(way, key, 8 * asked.keyLength)))
      if (derived.indexOf(asked.keyPrefix) === 0) return { counter: n, derivedKey: derived }
    }
  }
  function show(isWorking) {
    document.getElementById('working').hidden = !isWorking
    document.getElementById('later').hidden = isWorking
  }
  show(true)
  solve().then(function (solution) {
    form.elements.proof.value = btoa(JSON.stringify({ challenge: challenge, solution: solution }))
    HTMLFormElement.prototype.submit.call(form)
  }).catch(function () {
    show(false)
  })
})()
`
