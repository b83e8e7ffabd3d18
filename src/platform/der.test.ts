import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDer } from './der.ts'

const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'))

test('values within values, each length as short as can be', () => {
  for (const one of [
    '05 00',
    '30 00',
    '30 05 02 01 07 05 00',
    `04 81 80 ${'00'.repeat(128)}`,
    `30 82 01 04 04 82 01 00 ${'ff'.repeat(256)}`,
  ])
    assert.ok(isDer(hex(one)), one)
})

test('a length that is longer than it must be, open, too long or too short, and what stands behind', () => {
  const wrong = [
    '',
    '30',
    '04 81 01 00',
    '04 82 00 80',
    '30 80 05 00 00 00',
    '30 03 02 01',
    '30 04 02 01 07 05',
    '05 00 00',
  ]
  for (const one of [...wrong, '30 06 02 01 07 05 00', '30 02 05 01', '1f 81 01 00', '04 85 00 00 00 00 01 00'])
    assert.equal(isDer(hex(one)), false, one)
})
