/** What two presidents do about ending an agreement in force: the first gives notice, then both take it back. */
import assert from 'node:assert/strict'
import { beginTermination, type TerminationInput, terminateByPasskey } from '#src/agreements/terminate.ts'
import { standingOf } from '#src/agreements/termination.ts'
import { terminationsOf } from '#src/agreements/termination-store.ts'
import type { FaultNode } from './node.ts'
import { type NodeScene, visitor } from './scene.ts'

export async function speakOfEnding(scene: NodeScene): Promise<string | undefined> {
  const { node, agreement, which, play, at } = scene
  const all = await terminationsOf(node.office.database.db, agreement)
  const notice = all.find(({ reason }) => reason === play)
  if (!notice) return which === 'first' ? say(scene, { act: 'give_notice', termination: '', reason: play }) : undefined
  const said = notice.consents.some((c) => c.side === 'ours' && c.act === 'withdraw')
  if (said || standingOf(notice, at) !== 'standing') return undefined
  return say(scene, { act: 'withdraw', termination: notice.id, reason: '' })
}

async function say({ node, agreement, at: now }: NodeScene, given: Omit<TerminationInput, 'lastDay'>): Promise<string> {
  const { database, passkey, publicUrl, signing } = node.office
  const held = { signatory: await visitor(node, 'signatory'), root: agreement }
  const house = { publicUrl, secretKey: signing.secretKey }
  const options = await beginTermination(database.db, held, house, { ...given, lastDay: '', now })
  const response = JSON.stringify(passkey.assert(options, publicUrl))
  await terminateByPasskey(database.db, held, house, { response, now })
  return given.act
}

/** Taken back on this node, by each side once. */
export async function takenBack({ office }: FaultNode, agreement: string, play: string): Promise<void> {
  const all = await terminationsOf(office.database.db, agreement)
  const notices = all.filter(({ reason }) => reason === play)
  assert.deepEqual(
    notices.map((t) => standingOf(t, t.givenAt)),
    ['withdrawn'],
  )
  const told = notices[0]!.consents.map((c) => [c.act, c.side, c.acknowledgedAt !== null || c.side === 'theirs'])
  assert.deepEqual(
    told.filter(([, , counts]) => !counts),
    [],
    'said here, and not known there',
  )
  assert.equal(told.length, 3)
}
