/** Puts a package together from what this node keeps. What it keeps gives the same bytes whenever it is asked. */
import { findPublicAgreement, findVersion, pinsOf } from '#src/agreements/index.ts'
import { ownLists, ownRoots, partnerLists } from '#src/keys/index.ts'
import { utf8 } from '#src/platform/bytes.ts'
import { canonical } from '#src/platform/canonical.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { getFile } from '#src/platform/files/index.ts'
import { readDocument } from '#src/platform/pades/reading.ts'
import { refuser } from '#src/platform/refusal.ts'
import { toBase64 } from '#src/platform/tlog/base64.ts'
import { type Files, packZip } from '#src/platform/zip.ts'
import { consentsOf, signedFileOf } from '#src/signing/index.ts'
import { type AgreementProofs, type ProvenLog, proofsAbout } from '#src/witness/index.ts'
import { format, type Manifest, names } from './package-shape.ts'
import type { EvidenceParts } from './parts.ts'
import { readmeFor } from './readme.ts'
import { verifierFile } from './verifier-file.ts'
import type { EvidenceRefusal } from './words.ts'

const refuse: ReturnType<typeof refuser<EvidenceRefusal>> = refuser()

interface Concluded {
  id: string
  partner: string
  version: number
  demonstration: boolean
  frozen: { textHash: string; documentHash: string } | null
  concludedAt: Temporal.Instant | null
}

/** @throws Refusal `not_concluded`, or `evidence_not_ready` while one side's log is not cosigned by the other as far as the conclusion */
export async function buildPackage(parts: EvidenceParts, agreement: Concluded): Promise<Uint8Array> {
  const { db, house } = parts
  const signed = await signedFileOf(db, agreement.id)
  const { frozen, concludedAt } = agreement
  if (!signed || !frozen || !concludedAt) return refuse('not_concluded')
  const proofs = (await proofsAbout(db, house, agreement)) ?? refuse('evidence_not_ready')
  const text = (await findVersion(db, agreement.id, agreement.version))!.text
  const manifest: Manifest = {
    format,
    agreement: agreement.id,
    demonstration: agreement.demonstration,
    title: text.title,
    parties: text.parties,
    ...{ textHash: frozen.textHash, documentHash: frozen.documentHash, sha256: signed.sha256 },
    concludedAt: concludedAt.toString(),
  }
  return packZip(
    new Map([
      [names.agreement, signed.bytes],
      [names.revisionZero, (await getFile(db, frozen.documentHash))!.bytes],
      [names.text, utf8(canonical(text))],
      [names.manifest, pretty(manifest)],
      [names.consents, await packedConsents(db, agreement.id)],
      [names.keys, pretty(proofs.keys)],
      ...(await rootsAndLists(parts, agreement.partner)),
      ...logFiles(proofs),
      [names.readme, utf8(readmeFor(manifest, rangesOf(signed.bytes)))],
      [names.verifier, utf8(await verifierFile())],
    ]),
  )
}

/** What each signature covers. */
const rangesOf = (file: Uint8Array) => readDocument(file).filled.map(({ byteRange }) => byteRange)

const pretty = (value: unknown) => utf8(`${JSON.stringify(value, null, 2)}\n`)

async function packedConsents(db: Db, agreement: string): Promise<Uint8Array> {
  const pins = (await pinsOf(db, agreement)).map(({ seat, pin }) => ({ seat, pin }))
  const consents = (await consentsOf(db, agreement)).map((consent) => ({ ...consent, at: consent.at.toString() }))
  return pretty({ pins, consents })
}

async function rootsAndLists({ db, house, rootOf }: EvidenceParts, partner: string): Promise<Files> {
  // Of both sides every root there was: what was signed under an earlier one is judged under that.
  const ours = await ownRoots(db)
  const theirs = (await rootOf(db, partner)) ?? refuse('evidence_not_ready')
  const lists = [
    ...(await ownLists(db)).map((der, i): [string, Uint8Array] => [names.list(house.us, i + 1), der]),
    ...(await partnerLists(db, partner)).map(({ der }, i): [string, Uint8Array] => [names.list(partner, i + 1), der]),
  ]
  return new Map([[names.root(house.us), utf8(ours)], [names.root(partner), utf8(theirs)], ...lists])
}

function logFiles({ logs }: AgreementProofs): Files {
  return new Map(logs.flatMap(filesOfLog))
}

function filesOfLog({ ror, policy, checkpoint, events, stamp }: ProvenLog): [string, Uint8Array][] {
  const listed = events.map(({ proof: _, salt, at, index, event, about, facts }) => {
    return { index, event, about, at: at.toString(), salt: toBase64(salt), facts }
  })
  return [
    [names.policy(ror), utf8(policy)],
    [names.checkpoint(ror), utf8(checkpoint)],
    [names.events(ror), pretty(listed)],
    ...events.map(({ index, proof }): [string, Uint8Array] => [names.proof(ror, index), utf8(proof)]),
    ...(stamp ? [[names.stamp(ror), stamp] as [string, Uint8Array]] : []),
  ]
}

/** For anyone, where both universities give the document itself to the public. */
export async function mayBePublic(db: Db, id: string): Promise<boolean> {
  return (await findPublicAgreement(db, id))?.seats != null
}
