import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { clientAddress } from '../../src/http/client-address.ts'

const app = new Hono().get('/', (c) => c.text(clientAddress(c)))
const seen = async (remoteAddress: string, forwarded?: string) => {
  const headers = forwarded ? { 'X-Forwarded-For': forwarded, 'CF-Connecting-IP': '1.1.1.1' } : {}
  return await (
    await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })
  ).text()
}

test.each([
  ['198.51.100.7', '203.0.113.1', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '203.0.113.1', '2001:db8:1:2::/64'],
  ['::ffff:198.51.100.7', '203.0.113.1', '198.51.100.7'],
  ['2001:db8::5', '203.0.113.1', '2001:db8::/64'],
  ['nonsense', '203.0.113.1', 'nonsense'],
])('%s from outside is itself, whatever its headers say', async (remote, forwarded, expected) => {
  expect(await seen(remote, forwarded)).toBe(expected)
})

test.each([
  '127.0.0.1',
  '::1',
  '10.0.0.2',
  '172.17.0.1',
  '::ffff:172.17.0.1',
  'fd00::1',
  'fe80::1%eth0',
])('behind the proxy %s it is the last address named, which the proxy added', async (remote) => {
  expect(await seen(remote, '6.6.6.6, 203.0.113.1')).toBe('203.0.113.1')
  expect(await seen(remote)).not.toBe('')
})
