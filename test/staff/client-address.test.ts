import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { readTrustedProxies } from '../../src/domain/people/proxies.ts'
import { clientAddress } from '../../src/http/client-address.ts'

const CF = '1.1.1.1'
const seen = async (
  remoteAddress: string | undefined,
  forwarded?: string,
  trusted = 'loopback',
) => {
  const trustedProxies = readTrustedProxies(trusted) ?? []
  const app = new Hono().get('/', (c) => c.text(clientAddress(c, { trustedProxies })))
  const headers = forwarded ? { 'X-Forwarded-For': forwarded, 'CF-Connecting-IP': CF } : {}
  const answer = await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })
  return await answer.text()
}

test.each([
  ['198.51.100.7', '203.0.113.1', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '203.0.113.1', '2001:db8:1:2::/64'],
  ['::ffff:198.51.100.7', '203.0.113.1', '198.51.100.7'],
  ['2001:db8::5', '203.0.113.1', '2001:db8::/64'],
  ['10.0.0.2', '203.0.113.1', '10.0.0.2'],
  ['192.168.1.9', '203.0.113.1', '192.168.1.9'],
  ['fd00::1', '203.0.113.1', 'fd00::/64'],
  ['nonsense', '203.0.113.1', 'nonsense'],
  [undefined, '203.0.113.1', 'unknown'],
])(
  '%s is no trusted proxy: it is itself, whatever its headers say',
  async (remote, forwarded, expected) => {
    expect(await seen(remote, forwarded)).toBe(expected)
  },
)

describe('behind a trusted proxy', () => {
  test.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '::1'],
    ['private', '10.0.0.2'],
    ['private', '172.17.0.1'],
    ['private', '::ffff:172.17.0.1'],
    ['private', 'fd00::1'],
    ['10.0.0.0/24', '10.0.0.200'],
    ['2001:db8::/64', '2001:db8::9'],
    ['loopback,198.51.100.7', '198.51.100.7'],
  ])('(%s) %s it is the last address named, which the proxy added', async (trusted, remote) => {
    expect(await seen(remote, '6.6.6.6, 203.0.113.1', trusted)).toBe('203.0.113.1')
    expect(await seen(remote, '203.0.113.1', trusted)).toBe('203.0.113.1')
    expect(await seen(remote, '6.6.6.6, 2001:db8:7:7::1', trusted)).toBe('2001:db8:7:7::/64')
    expect(await seen(remote, undefined, trusted)).not.toBe('')
  })

  test.each([
    ['203.0.113.1, 10.0.0.3', '203.0.113.1'],
    ['6.6.6.6, 203.0.113.1, 10.0.0.3, 10.0.0.4', '203.0.113.1'],
    ['10.0.0.3', '10.0.0.3'],
    ['6.6.6.6, garbage', 'garbage'],
    ['6.6.6.6, ', '10.0.0.2'],
  ])('one behind the other: %s was sent by %s', async (forwarded, client) => {
    expect(await seen('10.0.0.2', forwarded, 'private')).toBe(client)
  })

  test('none believes nobody', async () => {
    expect(await seen('127.0.0.1', '203.0.113.1', 'none')).toBe('127.0.0.1')
  })
})

test('in a Worker it is what its edge says, and no other header', async () => {
  const app = new Hono().get('/', (c) => c.text(clientAddress(c, { trustedProxies: [] })))
  const headers = { 'X-Forwarded-For': '6.6.6.6', 'CF-Connecting-IP': CF }
  expect(await (await app.request('/', { headers })).text()).toBe(CF)
})

test.each(['all', '10.1', '10.0.0.0/33', '10.0.0.300', '2001:db8::/200', 'none,10.0.0.1', '', ','])(
  '%s names no proxies',
  (text) => {
    expect(readTrustedProxies(text)).toBeNull()
  },
)
