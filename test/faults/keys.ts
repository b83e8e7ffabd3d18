/** What two houses do about their keys: the second revokes a certificate and takes another root, which the first accepts. */
import assert from 'node:assert/strict'
import { lostMessages } from '#src/federation/lost-store.ts'
import { authorities, certificates } from '#src/keys/authority-store.ts'
import { latestList, partnerLists } from '#src/keys/crl-store.ts'
import { decidePartnerRoot } from '#src/keys/decide-partner-root.ts'
import { signerFor } from '#src/keys/index.ts'
import type { KeyAct } from '#src/keys/key-act.ts'
import { replaceRoot } from '#src/keys/replace-root.ts'
import { revokeCertificate } from '#src/keys/revoke-certificate.ts'
import { announcements, partnerRoots } from '#src/keys/root-store.ts'
import { type Desk, type Scene, visitor } from './scene.ts'
import type { Which } from './schedule.ts'

const { compare } = Temporal.Instant

export const careForKeys = (scene: Scene) => (scene.which === 'first' ? accept(scene) : change(scene))

async function accept({ node, at }: Scene): Promise<string | undefined> {
  const { db } = node.office.database
  const [open] = (await partnerRoots(db)).filter(({ decision }) => decision === null)
  if (!open) return undefined
  const { institution, authority } = open
  const decision = { institution, authority, decision: 'accepted' as const, compared: true, reason: '', at }
  await decidePartnerRoot(db, await visitor(node, 'administrator'), decision)
  return 'root accepted'
}

/** The certificate of this play, as its holder is called after the play. */
const ofPlay = async ({ office }: Desk, play: string) =>
  (await certificates(office.database.db)).find(({ name_latin }) => name_latin === play)

async function change({ node, play, sites, at }: Scene): Promise<string | undefined> {
  const { keys: house, office } = node
  const { database } = office
  const certificate = await ofPlay(node, play)
  const [root] = await authorities(database.db)
  const perform = (kind: KeyAct['kind'], about: string, detail = {}) => {
    const act = { kind, about, detail, reason: 'played' } as unknown as Parameters<typeof replaceRoot>[1]['act']
    const performing = { house, act, secret: null, given: {}, by: { kind: 'node' as const }, at }
    const performer = kind === 'revoke' ? revokeCertificate : replaceRoot
    return database.db.transaction().execute((tx) => performer(tx, performing))
  }
  if (!certificate) {
    const partner = Object.keys(sites).find((ror) => ror !== office.ror)!
    const name = { latin: play, native: null }
    const title = { en: 'President', zh: '校长' }
    const seat = { id: 'seat-b', party: office.ror, order: 2, name, title }
    const signing = { seat, organisation: house.name, partner }
    await database.db.transaction().execute((tx) => signerFor(tx, house, signing, at))
    return 'certificate'
  }
  if (!certificate.ended_at) {
    await perform('revoke', certificate.id, { why: 'key_lost' })
    return 'revoked'
  }
  if (compare(root!.created_at, certificate.ended_at) > 0) return undefined
  await perform('replace_root', root!.id)
  return 'root replaced'
}

/** The first knows of the second's keys what the second itself does; of a root whose key an older copy lost, the second says so. */
export async function sameKeys({ first, second }: Record<Which, Desk>, play: string) {
  const [here, there] = [first.office.database.db, second.office.database.db]
  const known = await partnerLists(here, second.office.ror)
  const roots = await authorities(there)
  for (const { id } of roots) {
    const list = await latestList(there, id)
    assert.deepEqual(known.find(({ authority }) => authority === id)?.number, list?.number, 'the list of a root')
    assert.deepEqual(known.find(({ authority }) => authority === id)?.der, list?.der, 'the list of a root')
  }
  const [asked] = await announcements(there)
  assert.deepEqual([asked?.authority, asked?.answer], [roots[0]!.id, 'accepted'])
  assert.ok((await ofPlay(second, play))?.ended_at)
  const unknown = (await partnerRoots(here)).filter(({ authority }) => !roots.some(({ id }) => id === authority))
  const lost = (await lostMessages(there)).filter((m) => m.ours && m.kind === 'keys.root' && m.refused === 'by_hand')
  assert.equal(lost.length, unknown.length, 'roots the second lost, and those it says are missing')
}
