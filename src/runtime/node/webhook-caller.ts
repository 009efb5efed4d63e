// Calling a webhook from Node: the address is looked at after its name was resolved, and only then
// connected to, so that a name cannot lead into a network of our own. Through a proxy it is the proxy that
// connects: what is known here is looked at before, and the rest is the proxy's to refuse.

import { type LookupAddress, lookup } from 'node:dns'
import { type RequestOptions, request as requestHttp } from 'node:http'
import { Agent, request as requestHttps } from 'node:https'
import { goesThrough, type OutgoingProxy } from '../../config/proxy.ts'
import { isPrivateAddress } from '../../domain/appointment/webhooks.ts'
import type { CallWebhook } from '../../flows/outbox/call-webhook.ts'
import { proxyEnv } from './way-out.ts'

const PATIENCE = 10_000

type Lookup = NonNullable<RequestOptions['lookup']>

const publicOnly: Lookup = (hostname, options, found) => {
  lookup(hostname, { ...options, all: true }, (fault, addresses: LookupAddress[]) => {
    const [first] = addresses ?? []
    if (fault || !first) return found(fault ?? new Error('no-address'), '', 4)
    if (addresses.some(({ address }) => isPrivateAddress(address))) {
      return found(Object.assign(new Error('private'), { code: 'private-address' }), '', 4)
    }
    if (options.all) found(null, addresses)
    else found(null, first.address, first.family)
  })
}

/** Whether a name leads into a network of our own; behind a proxy names outside are often not known. */
const leadsInside = (hostname: string): Promise<boolean> =>
  new Promise((resolve) => {
    lookup(hostname.replace(/^\[|\]$/g, ''), { all: true }, (_, addresses?: LookupAddress[]) =>
      resolve((addresses ?? []).some(({ address }) => isPrivateAddress(address))),
    )
  })

export function createWebhookCaller(mayBePrivate: boolean, proxy?: OutgoingProxy): CallWebhook {
  return async ({ url, headers, body }) => {
    const through = goesThrough(proxy, url) ? proxyEnv(proxy) : undefined
    if (through && !mayBePrivate && (await leadsInside(new URL(url).hostname))) {
      return { fault: 'private-address' }
    }
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
      signal: AbortSignal.timeout(PATIENCE),
      agent: through ? new Agent({ proxyEnv: through }) : false,
      ...(mayBePrivate || through ? {} : { lookup: publicOnly }),
    }
    return await post(url, options, body)
  }
}

function post(url: string, options: RequestOptions, body: string): ReturnType<CallWebhook> {
  return new Promise((resolve) => {
    const ask = url.startsWith('https:') ? requestHttps : requestHttp
    const asked = ask(new URL(url), options, (answer) => {
      resolve({ status: answer.statusCode ?? 0 })
      // What it says does not matter, however long it is.
      answer.destroy()
    })
    asked.on('error', (fault: NodeJS.ErrnoException) =>
      resolve({ fault: fault.name === 'AbortError' ? 'timeout' : (fault.code ?? 'connection') }),
    )
    // A change of protocol is no answer and no fault: without this it would be waited for for ever.
    asked.on('close', () => resolve({ fault: 'connection' }))
    asked.end(body)
  })
}
