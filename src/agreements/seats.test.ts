import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Pin, pinShape, pinsFit, seatsHash } from './seats.ts'

const passkey = (publicKey: string): Pin => ({
  method: 'passkey',
  rpId: 'hust.localhost',
  origin: 'http://hust.localhost:4101',
  credentials: [{ id: 'AQ', publicKey }],
})
const code: Pin = { method: 'code' }

test('the hash of the seats does not depend on their order, but on every key', () => {
  const a = { seat: 'seat-a', pin: passkey('AQ') }
  const b = { seat: 'seat-b', pin: code }
  assert.equal(seatsHash([a, b]), seatsHash([b, a]))
  assert.notEqual(seatsHash([a, b]), seatsHash([{ ...a, pin: passkey('Ag') }, b]))
  assert.notEqual(seatsHash([a, b]), seatsHash([a, { ...b, pin: passkey('AQ') }]))
  assert.notEqual(seatsHash([a, b]), seatsHash([a]))
})

test('pins fit only exactly the seats they are for', () => {
  const pins = [
    { seat: 'seat-b', pin: code },
    { seat: 'seat-c', pin: code },
  ]
  assert.equal(pinsFit(pins, ['seat-c', 'seat-b']), true)
  assert.equal(pinsFit(pins, ['seat-b']), false)
  assert.equal(pinsFit(pins, ['seat-a', 'seat-b']), false)
  assert.equal(pinsFit([pins[0]!, pins[0]!], ['seat-b', 'seat-c']), false)
})

test('a pin without a key, or with more than it says, has not the shape', () => {
  assert.equal(pinShape.safeParse(passkey('AQ')).success, true)
  assert.equal(pinShape.safeParse({ ...passkey('AQ'), credentials: [] }).success, false)
  assert.equal(pinShape.safeParse({ ...code, rpId: 'x' }).success, false)
})
