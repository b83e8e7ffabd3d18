/** The partner proposes to freeze: we compute both hashes ourselves, from our own copy, and say whether they are the same. */
import type { z } from 'zod'
import { ourInstitution } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { getFile, putFile } from '#src/platform/files/index.ts'
import { mail } from '#src/platform/mail/index.ts'
import { message, type Received, type Sent } from '#src/platform/messages.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import { type Agreement, refuse } from './agreement.ts'
import { findDocument, freezesOf, refuseFreeze, saveDocument, saveFreeze, savePins } from './freeze-store.ts'
import { pinsFit } from './seats.ts'
import { settleFreeze } from './settle-freeze.ts'
import { standing } from './standing.ts'
import { differingFields, textHash } from './text-rules.ts'
import { typesetAgreement } from './typeset-agreement.ts'
import { findVersion, type Version } from './version-store.ts'
import type { FreezeResult, freezeShape } from './wire.ts'
import { mailWords } from './words.ts'

type Freeze = z.infer<typeof freezeShape>

export async function receiveFreeze(
  { typesetter, steps }: { typesetter: Typesetter; steps: string[] },
  tx: Tx,
  received: Received,
  body: Freeze,
): Promise<FreezeResult> {
  const agreement = await standing(tx, received, body, ['negotiating'])
  const version = (await findVersion(tx, agreement.id, agreement.version))!
  await pinTheirs(tx, version, received, body)
  const by = { kind: 'partner' as const, institution: received.from, name: body.byName }
  const { textHash: claimed, documentHash, byName, at } = body
  await saveFreeze(tx, agreement, { side: 'theirs', textHash: claimed, documentHash, byName, at })
  const result = await compare(typesetter, tx, agreement, version, body)
  if (result.outcome === 'copies_differ')
    await refuseFreeze(tx, agreement, 'theirs', { reason: 'copies_differ', fields: result.fields })
  const officers = (await freezesOf(tx, agreement)).some((f) => f.side === 'ours')
    ? []
    : await accountsWithRole(tx, 'officer')
  await record(tx, {
    at: received.at,
    by,
    about: { kind: 'agreement', id: agreement.id },
    act: 'agreement.freeze_received',
    detail: { version: body.version, textHash: claimed, documentHash, ...result },
    then: officers.map((o) =>
      mail({
        to: { account: o.id },
        subject: mailWords.freezeSubject(version.text.title),
        text: mailWords.freezeText(version.text.title),
        path: `/agreements/${agreement.id}`,
      }),
    ),
  })
  await settleFreeze(tx, agreement, { configured: steps, at: received.at })
  return result
}

async function compare(
  typesetter: Typesetter,
  tx: Tx,
  agreement: Agreement,
  version: Version,
  body: Freeze,
): Promise<FreezeResult> {
  const computed = textHash(version.text)
  if (computed !== body.textHash || textHash(body.text) !== body.textHash) {
    return { outcome: 'copies_differ', fields: differingFields(version.text, body.text) }
  }
  const agreed = (await freezesOf(tx, agreement)).find((f) => f.side === 'ours')
  if (agreed?.documentHash === body.documentHash) return { outcome: 'same' }
  const ours = await typesetAgreement(typesetter, version.text)
  await saveDocument(tx, agreement, 'ours', await putFile(tx, ours.pdf, 'application/pdf'), null)
  return { outcome: ours.sha256 === body.documentHash ? 'same' : 'documents_differ' }
}

async function pinTheirs(tx: Tx, version: Version, received: Received, body: Freeze): Promise<void> {
  const us = await ourInstitution(tx)
  const theirs = version.text.seats.filter((s) => s.party !== us.ror).map((s) => s.id)
  if (!pinsFit(body.pins, theirs)) refuse('seats_differ', {}, 422)
  await savePins(tx, version.agreement, 'theirs', body.pins, received.at)
}

/** The partner's answer to our proposal: nothing more to do, or our revision 0 crosses, or our proposal is refused with the fields. */
export async function freezeAnswered(tx: Tx, sent: Sent, proposal: Freeze, result: FreezeResult): Promise<void> {
  const agreement = await standing(tx, { about: sent.about, from: sent.to }, proposal).catch(() => undefined)
  if (!agreement || result.outcome === 'same') return
  const about = { kind: 'agreement', id: agreement.id }
  const by = { kind: 'partner' as const, institution: sent.to, name: '' }
  const { version, round } = proposal
  if (result.outcome === 'copies_differ') {
    await refuseFreeze(tx, agreement, 'ours', { reason: 'copies_differ', fields: result.fields })
    await record(tx, {
      at: sent.at,
      by,
      about,
      act: 'agreement.freeze_refused',
      detail: { version, fields: result.fields },
    })
    return
  }
  const ours = await findDocument(tx, agreement, 'ours')
  if (ours?.sha256 !== proposal.documentHash) return
  const file = await getFile(tx, ours.sha256)
  const document = { version, round, sha256: ours.sha256, pdf: Buffer.from(file!.bytes).toString('base64') }
  await record(tx, {
    at: sent.at,
    by,
    about,
    act: 'agreement.documents_differ',
    detail: { version, documentHash: ours.sha256 },
    then: [message(sent.to, 'agreement.document', agreement.id, document)],
  })
}
