/** An officer proposes to freeze the version both hold, or agrees to the partner's proposal: the same act on either side. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { putFile } from '#src/platform/files/index.ts'
import { message } from '#src/platform/messages.ts'
import { actorOf, findAccount, passkeysOf } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import type { OfficersAgreement } from './access.ts'
import { type Agreement, move, refuse } from './agreement.ts'
import { findDraft } from './draft-store.ts'
import { findDocument, freezesOf, saveDocument, saveFreeze, savePins, signatories } from './freeze-store.ts'
import { holdPredecessor } from './hold-predecessor.ts'
import { requireAuthority } from './require-authority.ts'
import type { Pin, SeatPin } from './seats.ts'
import { settleFreeze } from './settle-freeze.ts'
import { lockAgreement } from './store.ts'
import { missingIn } from './text-rules.ts'
import { type Document, typesetAgreement } from './typeset-agreement.ts'
import { requireOwnSite } from './verify-at.ts'
import { findVersion, type Version } from './version-store.ts'

export interface FreezeInput {
  /** Accept the partner's revision 0 in place of ours, after comparing both. */
  acceptTheirs: boolean
  /** Where people reach our node. */
  site: string
  /** Keys of the steps of approval to take where no route fits. */
  configured: string[]
  at: Temporal.Instant
}

/**
 * @throws Refusal `text_incomplete` naming the empty fields, `documents_differ` where the partner's document must be accepted first,
 *   `verify_address_differs`
 */
export async function proposeFreeze(
  { db, typesetter }: { db: Db; typesetter: Typesetter },
  { officer, agreement }: OfficersAgreement,
  input: FreezeInput,
): Promise<void> {
  move(agreement, 'propose_freeze')
  const version = (await findVersion(db, agreement.id, agreement.version)) ?? refuse('draft_not_sent')
  const missing = missingIn(version.text)
  if (missing.length > 0) refuse('text_incomplete', { fields: missing }, 422)
  requireOwnSite(version.text, (await ourInstitution(db)).ror, input.site)
  const document = await typesetAgreement(typesetter, version.text)
  await db.transaction().execute(async (tx) => {
    const before = (await lockAgreement(tx, agreement.id))!
    move(before, 'propose_freeze')
    if (before.version !== version.number) refuse('version_superseded')
    if ((await findDraft(tx, before.id)).text) refuse('draft_not_sent')
    await holdPredecessor(tx, before)
    const documentHash = await chooseDocument(tx, before, document, input.acceptTheirs)
    const pins = await pinOurSeats(tx, before, version, input.at)
    const { textHash } = version
    const byName = officer.account.name.latin
    await saveFreeze(tx, before, { side: 'ours', textHash, documentHash, byName, at: input.at })
    const { round } = before
    const body = {
      version: version.number,
      round,
      textHash,
      documentHash,
      text: version.text,
      pins,
      byName,
      at: input.at.toString(),
    }
    await record(tx, {
      at: input.at,
      by: actorOf(officer),
      about: { kind: 'agreement', id: before.id },
      act: input.acceptTheirs ? 'agreement.document_accepted' : 'agreement.freeze_proposed',
      detail: { version: version.number, textHash, documentHash },
      then: [message(before.partner, 'agreement.freeze', before.id, body as unknown as Json)],
    })
    await settleFreeze(tx, before, { configured: input.configured, at: input.at })
  })
}

/** Ours, unless the partner's revision 0 differs: then only an officer's explicit acceptance lets us go on with theirs. */
async function chooseDocument(tx: Tx, agreement: Agreement, ours: Document, acceptTheirs: boolean): Promise<string> {
  const freezes = await freezesOf(tx, agreement)
  const [mine, theirs] = (['ours', 'theirs'] as const).map((side) => freezes.find((f) => f.side === side))
  const differ = theirs !== undefined && theirs.documentHash !== ours.sha256
  if (mine && !(acceptTheirs && differ)) refuse('already_proposed')
  await saveDocument(tx, agreement, 'ours', await putFile(tx, ours.pdf, 'application/pdf'), null)
  if (!differ) return ours.sha256
  if (!acceptTheirs) refuse('documents_differ')
  const received = await findDocument(tx, agreement, 'theirs')
  if (received?.sha256 !== theirs.documentHash) refuse('document_not_there')
  return theirs.documentHash
}

/** Fixes how each of our signatories will consent. @throws Refusal `signatory_unknown` where a seat of ours has no account */
async function pinOurSeats(tx: Tx, agreement: Agreement, version: Version, at: Temporal.Instant): Promise<SeatPin[]> {
  const us = await ourInstitution(tx)
  const held = await signatories(tx, version.agreement)
  const ours = version.text.seats.filter((s) => s.party === us.ror)
  const pins: SeatPin[] = []
  for (const seat of ours) {
    const holder = held.find((h) => h.seat === seat.id) ?? refuse('signatory_unknown', { seat: seat.name.latin })
    const account = (await findAccount(tx, holder.account)) ?? refuse('signatory_unknown', { seat: seat.name.latin })
    await requireAuthority(tx, agreement, account, at)
    const pin = await pinFor(tx, holder.account)
    pins.push({ seat: seat.id, pin })
  }
  await savePins(tx, version.agreement, 'ours', pins, at)
  return pins
}

/** An account's passkeys as a pin; a mailed code where it has none. */
export async function pinFor(db: Db, account: string): Promise<Pin> {
  const passkeys = await passkeysOf(db, account)
  const [first] = passkeys
  if (!first) return { method: 'code' }
  const credentials = passkeys
    .map((p) => ({ id: p.credentialId, publicKey: p.publicKey }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return { method: 'passkey', rpId: first.rpId, origin: first.origin, credentials }
}
