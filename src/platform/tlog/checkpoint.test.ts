/**
 * Vectors: the checkpoint of the documents' examples (form only: its keys are not published), and a real one of the public
 * staging log arche2025h1, signed by it with Ed25519 and cosigned by the public witness remora.n621.de, with their published keys.
 */
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import {
  checkpointText,
  cosign,
  cosignature,
  cosignatureV1,
  ed25519,
  emptyRoot,
  formatAddCheckpoint,
  formatNote,
  noteSigner,
  type OpenedCheckpoint,
  openCheckpoint,
  readAddCheckpoint,
  readCheckpointText,
  readNote,
  readSignatureLines,
  readVerifierKey,
  signatureLine,
  signCheckpoint,
} from './index.ts'

const arche = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
`
const archeKey = readVerifierKey(
  'arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f',
)!
const remora = readVerifierKey('remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2')!

const signer = (name: string, type: number) => noteSigner(name, type, generateKeyPairSync('ed25519').privateKey)
const log = signer('example.edu/log', ed25519)
const witness = signer('example.org/log/witness', cosignatureV1)
const at = Temporal.Instant.from('2026-09-06T14:20:00.75Z')
const head = { origin: 'example.edu/log', size: 3, root: Buffer.alloc(32, 7) }

test('a real checkpoint is by its log, and cosigned by its witness when that says so', () => {
  const opened = openCheckpoint(arche, archeKey)
  assert.ok(typeof opened === 'object')
  assert.equal(opened.size, 1_432_088_532)
  assert.equal((cosignature(opened.note, remora) as Temporal.Instant).epochMilliseconds, 0x6a122120 * 1000)
})

test('a real checkpoint with another size is by nobody', () => {
  const changed = arche.replace('1432088532', '42')
  assert.equal(openCheckpoint(changed, archeKey), 'signature_wrong')
  assert.equal(cosignature(readNote(changed)!, remora), 'wrong')
})

test('the example of the document is read as it is meant', () => {
  const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
  const read = readCheckpointText(text)!
  assert.deepEqual([read.origin, read.size], ['example.com/behind-the-sofa', 20_852_163])
  assert.equal(checkpointText(read), text)
  assert.deepEqual(readCheckpointText(`${text}extension\n`)?.size, read.size)
})

test('what is not a checkpoint is not read', () => {
  const root = Buffer.from(head.root).toString('base64')
  for (const wrong of [
    `a\n1\n${root}`,
    `\n1\n${root}\n`,
    `a\n01\n${root}\n`,
    `a\n-1\n${root}\n`,
    `a\n9007199254740993\n${root}\n`,
    `a\n1\n${root.slice(0, -4)}\n`,
    `a\n1\n${root}\n\n`,
    `a\n1\n`,
    `a\n0\n${root}\n`,
  ])
    assert.equal(readCheckpointText(wrong), undefined, JSON.stringify(wrong))
  assert.equal(readCheckpointText(checkpointText({ origin: 'a', size: 0, root: emptyRoot }))?.size, 0)
})

test('a checkpoint is believed only with the log’s own signature, and only under the log’s own name', () => {
  const signed = signCheckpoint(head, log)
  assert.equal((openCheckpoint(signed, log.key) as OpenedCheckpoint).size, 3)
  assert.equal(openCheckpoint(signed, signer('example.edu/log', ed25519).key), 'unknown_key')
  assert.equal(openCheckpoint(signed, signer('example.edu/other', ed25519).key), 'other_origin')
  assert.equal(openCheckpoint(signed.replace('\n3\n', '\n4\n'), log.key), 'signature_wrong')
  assert.equal(openCheckpoint('nothing', log.key), 'malformed')
  assert.equal(openCheckpoint(signCheckpoint({ ...head, origin: 'example.edu/stolen' }, log), log.key), 'other_origin')
})

test('a cosignature says when, to the second; changed, moved or by another it is none', () => {
  const note = readNote(signCheckpoint(head, log))!
  const signature = cosign(note.text, witness, at)
  const cosigned = readNote(formatNote({ ...note, signatures: [...note.signatures, signature] }))!
  assert.equal(String(cosignature(cosigned, witness.key)), '2026-09-06T14:20:00Z')
  assert.equal(cosignature(note, witness.key), undefined)
  assert.equal(cosignature(cosigned, signer(witness.key.name, cosignatureV1).key), undefined)
  const bent = Buffer.from(signature.signature)
  bent[7]! ^= 1
  assert.equal(cosignature({ ...note, signatures: [{ ...signature, signature: bent }] }, witness.key), 'wrong')
  assert.equal(
    cosignature({ ...note, signatures: [{ ...signature, signature: bent.subarray(8) }] }, witness.key),
    'wrong',
  )
  assert.equal(cosignature({ ...cosigned, text: cosigned.text.replace('3', '4') }, witness.key), 'wrong')
})

test('the log’s own signature cannot pass for a cosignature by the same key', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const both = { log: noteSigner('a', ed25519, privateKey), witness: noteSigner('a', cosignatureV1, privateKey) }
  const note = readNote(signCheckpoint({ ...head, origin: 'a' }, both.log))!
  const posing = { ...note.signatures[0]!, id: both.witness.key.id }
  assert.equal(cosignature({ ...note, signatures: [posing] }, both.witness.key), 'wrong')
})

test('add-checkpoint: the example request of the document is read and written back', () => {
  const request = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`
  const read = readAddCheckpoint(request)!
  assert.deepEqual([read.old, read.proof.length], [20_852_014, 4])
  assert.equal(readNote(read.checkpoint)?.signatures.length, 2)
  assert.equal(formatAddCheckpoint(read), request)
  for (const wrong of ['', 'old 1\n', 'old 01\n\nx', 'old 1\nnot base 64\n\nx', request.replace('old ', 'odd ')])
    assert.equal(readAddCheckpoint(wrong), undefined)
  const hash = Buffer.alloc(32)
  const many = (count: number) => formatAddCheckpoint({ old: 1, proof: Array(count).fill(hash), checkpoint: 'x' })
  assert.equal(readAddCheckpoint(many(63))?.proof.length, 63)
  assert.equal(readAddCheckpoint(many(64)), undefined)
})

test('the example answer of the document is read as three signatures', () => {
  const answer = `— witness.example/w1 CMp+6LWBU0anHGH5aNDTJkH/gj79sG+T6+iP2ThYN5krrDJbR1HDnucjL39QsZTSvVjyQLrdk3DXDqI5G2HgLatVs0pWh6Up69HVOw==
— witness.example/w1 I7rEps0pvK2UqkS2gSpVUDhrhVtQV9lgF6pRrWAvjJHjyWpW7VcE3SiOlVlbQNt64vWhO+DlkL0+UfzuOBMh9ChdMkP1vi/lCAsmlw==
— witness.example/w2 AWui8Sk55XjYLOijihBjhqEH6nS1ndDymE0a+6idX7pLcnoB+dhnz0854aLZgrrKbYKA7nC3HNJhm/kWl7oJlqU3rXXvpysAdyP3wQ==
`
  const lines = readSignatureLines(answer)!
  assert.equal(lines.map(signatureLine).join(''), answer)
  assert.equal(readSignatureLines(answer.trimEnd()), undefined)
})
