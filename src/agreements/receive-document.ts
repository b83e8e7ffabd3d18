/** The partner's revision 0 arrives, where its typesetter drew another one than ours of the same text. */
import type { z } from 'zod'
import { sha256 } from '#src/platform/canonical.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { getFile, putFile } from '#src/platform/files/index.ts'
import { NotYet, type Received } from '#src/platform/messages.ts'
import { asSigned, declaredAlike, variantsOf } from '#src/platform/pades/index.ts'
import { record } from '#src/platform/record.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { comparePdfs } from '#src/platform/render/index.ts'
import { refuse } from './agreement.ts'
import { findDocument, freezesOf, saveDocument } from './freeze-store.ts'
import { standing } from './standing.ts'
import { lockAgreement } from './store.ts'
import type { DocumentComparison } from './tables.ts'
import type { documentShape } from './wire.ts'

/** Text layer and page images are compared for the officer. */
export async function receiveDocument(tx: Tx, received: Received, body: z.infer<typeof documentShape>): Promise<void> {
  const agreement = await standing(tx, received, body, ['negotiating'])
  const pdf = Buffer.from(body.pdf, 'base64')
  if (sha256(pdf) !== body.sha256) refuse('text_malformed', {}, 422)
  const theirs = (await freezesOf(tx, agreement)).find((f) => f.side === 'theirs')
  if (theirs?.documentHash !== body.sha256) throw new NotYet('freeze_missing')
  const ours = await findDocument(tx, agreement, 'ours')
  if (!ours) throw new NotYet('freeze_missing')
  const comparison = await compareDocuments((await getFile(tx, ours.sha256))!.bytes, pdf)
  await saveDocument(tx, agreement, 'theirs', await putFile(tx, pdf, 'application/pdf'), comparison)
}

/**
 * Before anyone accepts it, theirs must declare what ours declares; and it is looked at also as it will be once signed, since
 * nothing of what the fields show then is visible yet.
 * @throws Refusal `document_declares_otherwise`
 */
async function compareDocuments(ours: Uint8Array, theirs: Uint8Array): Promise<DocumentComparison> {
  if (!declaredAlike(ours, theirs)) refuse('document_declares_otherwise', {}, 422)
  const { sameText, pages } = await comparePdfs(ours, theirs)
  const worst = new Map<number, number>()
  for (const way of variantsOf(ours)) {
    const signed = await comparePdfs(asSigned(ours, way), asSigned(theirs, way))
    for (const { number, differing } of signed.pages) worst.set(number, Math.max(differing, worst.get(number) ?? 0))
  }
  return { sameText, pages, signedPages: [...worst].map(([number, differing]) => ({ number, differing })) }
}

/** We did not take the partner's document: our side sees it, and why. */
export async function noteRefusedDocument(tx: Tx, { about, from, at }: Received, { reason }: Refusal): Promise<void> {
  const agreement = await lockAgreement(tx, about)
  if (agreement?.partner !== from || reason !== 'document_declares_otherwise') return
  await record(tx, {
    at,
    by: { kind: 'partner', institution: from, name: '' },
    about: { kind: 'agreement', id: agreement.id },
    act: 'agreement.document_refused',
    detail: { version: agreement.version },
  })
}
