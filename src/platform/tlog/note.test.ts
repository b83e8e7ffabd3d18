/** Vectors: the example of c2sp.org/signed-note (verifier key and note); golang.org/x/mod sumdb/note (its package example). */
import assert from 'node:assert/strict'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import {
  cosignatureV1,
  ed25519,
  formatNote,
  isSignedBy,
  noteKey,
  noteSigner,
  readNote,
  readVerifierKey,
  signatureLine,
  signaturesBy,
  verifierKey,
} from './index.ts'

const example = {
  key: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note: 'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
}
const neumann = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  secret: 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  note: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
}

for (const [name, vector] of Object.entries({ example, neumann }))
  test(`${name}: the key is read and written back, and the note is by it`, () => {
    const key = readVerifierKey(vector.key)!
    assert.equal(verifierKey(key), vector.key)
    const note = readNote(vector.note)!
    const [signature, ...more] = signaturesBy(note, key)
    assert.deepEqual(more, [])
    assert.ok(isSignedBy(key, note.text, signature!.signature))
    assert.ok(!isSignedBy(key, note.text.replace('e', 'E'), signature!.signature))
    assert.equal(formatNote(note), vector.note)
  })

test('signing with the published private key gives the published bytes', () => {
  const seed = Buffer.from(neumann.secret, 'base64').subarray(1)
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  const signer = noteSigner('PeterNeumann', ed25519, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
  assert.equal(verifierKey(signer.key), neumann.key)
  const { text } = readNote(neumann.note)!
  const { name, id } = signer.key
  assert.equal(formatNote({ text, signatures: [{ name, id, signature: signer.sign(text) }] }), neumann.note)
})

test('no part of a verifier key can be changed or left out', () => {
  for (let i = 0; i < example.key.length; i++) {
    const code = example.key.charCodeAt(i) === 0x7e ? 0x7d : example.key.charCodeAt(i) + 1
    const changed = example.key.slice(0, i) + String.fromCharCode(code) + example.key.slice(i + 1)
    assert.equal(readVerifierKey(changed), undefined, changed)
    assert.equal(readVerifierKey(example.key.slice(0, i)), undefined)
    if (i > 0) assert.equal(readVerifierKey(example.key.slice(i)), undefined)
  }
  // Each has the id that belongs to it, but another length or a type nobody assigned to 32 bytes.
  const { publicKey } = readVerifierKey(example.key)!
  assert.equal(readVerifierKey(verifierKey(noteKey('example.com/foo', ed25519, publicKey.subarray(1)))), undefined)
  assert.equal(readVerifierKey(verifierKey(noteKey('example.com/foo', 0x65, publicKey))), undefined)
})

test('one key has different ids for different duties and names', () => {
  const { publicKey } = readVerifierKey(example.key)!
  const id = (name: string, type: number) => Buffer.from(noteKey(name, type, publicKey).id).toString('hex')
  assert.equal(new Set([id('a', ed25519), id('a', cosignatureV1), id('b', ed25519)]).size, 3)
  for (const name of ['', 'a b', 'a+b', 'a b', 'a\nb'])
    assert.throws(() => noteKey(name, ed25519, publicKey), RangeError)
})

test('the text ends at the last empty line; signatures of unknown keys are carried and left aside', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const signer = noteSigner('poet.example/1', ed25519, privateKey)
  const text = 'One line:\n\nand another.\n'
  const { name, id } = signer.key
  const signature = signer.sign(text)
  const signed = formatNote({
    text,
    signatures: [
      { name: 'stranger', id: Buffer.from([1, 2, 3, 4]), signature: Buffer.alloc(3_000) },
      { name, id: Buffer.from([1, 2, 3, 4]), signature },
      { name: 'stranger', id, signature },
      { name, id, signature },
    ],
  })
  const note = readNote(signed)!
  assert.equal(note.text, text)
  assert.equal(note.signatures.length, 4)
  assert.deepEqual(signaturesBy(note, signer.key).length, 1)
})

test('what is not a note is not read', () => {
  const line = example.note.split('\n\n')[1]!
  for (const wrong of [
    '',
    'text\n',
    `text\n${line}`,
    'text\n\n',
    `text\n\n${line.trimEnd()}`,
    `text\n\n${line}\n`,
    `text\n\n${line}not a signature\n`,
    `te\txt\n\n${line}`,
    `te\rxt\n\n${line}`,
    `text\n\n${line.replace('— ', '- ')}`,
    `text\n\n${line.replace('— ', '—  ')}`,
    `text\n\n${line.replace('=\n', '\n')}`,
    `text\n\n— a+b ${line.split(' ')[2]}`,
    'text\n\n— short AAAAAA==\n',
    `\ud800\n\n${line}`,
    `text\n\n${line.repeat(101)}`,
  ])
    assert.equal(readNote(wrong), undefined, JSON.stringify(wrong.slice(0, 60)))
  assert.equal(readNote(`text\n\n${line.repeat(16)}`)?.signatures.length, 16)
  assert.equal(signatureLine(readNote(example.note)!.signatures[0]!), line)
})
