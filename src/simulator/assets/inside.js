// Nothing in a demo leads outside: the server says where an address leads instead (stay-inside.ts).

/** @param {string} address as Telegram would open it */
export function insideOf(address) {
  const url = URL.parse(address)
  const isOutside = url && /^https?:$/.test(url.protocol) && url.origin !== location.origin
  return isOutside ? `/demo/outside?to=${encodeURIComponent(address)}` : address
}
