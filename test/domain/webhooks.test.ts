import { describe, expect, it, test } from 'vitest'
import {
  isPrivateAddress,
  nextTry,
  readTarget,
  tellsOfRequest,
} from '../../src/domain/appointment/webhooks.ts'

describe('the address of a webhook', () => {
  it.each([
    'https://hooks.stadt.example/lotse?key=1',
    'https://93.184.216.34/x',
    'https://[2606:2800:220:1::1]/x',
  ])('may be %s', (url) => {
    expect(readTarget(url, false)).toBe(url)
  })

  it.each([
    'http://hooks.stadt.example/',
    'ftp://hooks.stadt.example/',
    'https://user:secret@hooks.stadt.example/',
    'https://localhost/',
    'https://intern/',
    'https://db.internal/',
    'https://printer.local./',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.1.2.3/',
    'https://172.20.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[2002:a00:1::]/',
    'https://[2001::1]/',
    'https://[2001:db8::1]/',
    'https://[64:ff9b:1::a00:1]/',
    'https://[4000::1]/',
    'https://192.0.2.1/',
    'https://203.0.113.1/',
    'javascript:alert(1)',
    'nonsense',
    '',
    `https://a.example/${'x'.repeat(500)}`,
  ])('may not be %s', (url) => {
    expect(readTarget(url, false)).toBeNull()
  })

  it('may be in a network of our own only where that is allowed', () => {
    expect(readTarget('http://127.0.0.1:8080/x', true)).toBe('http://127.0.0.1:8080/x')
    expect(readTarget('http://u:p@127.0.0.1/', true)).toBeNull()
  })

  it('is looked at again once its name is resolved', () => {
    expect(['127.0.0.1', '10.0.0.1', '::1', 'fd12::1'].every(isPrivateAddress)).toBe(true)
    expect(['1.1.1.1', '2a00:1450:4001::1'].some(isPrivateAddress)).toBe(false)
  })
})

it('the delay grows with every try and ends after the eighth', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7].map((attempts) => nextTry(attempts) ?? 0)
  expect(delays).toEqual([...delays].sort((a, b) => a - b))
  expect(new Set(delays).size).toBe(7)
  expect(nextTry(8)).toBeNull()
})

test('others are told of a request once', () => {
  expect(tellsOfRequest(null, { submitted: true })).toBe(true)
  expect(tellsOfRequest({ submitted: false }, { submitted: true })).toBe(true)
  expect(tellsOfRequest({ submitted: true }, { submitted: true })).toBe(false)
  expect(tellsOfRequest(null, { submitted: false })).toBe(false)
})
