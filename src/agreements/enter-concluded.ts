/** What was concluded on this node stands in the register from the same transaction on. */
import { standsAs } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { findType } from '#src/procedures/index.ts'
import type { Agreement } from './agreement.ts'
import { readChain } from './chain-store.ts'
import { classOf } from './class-store.ts'
import { enterSuccession } from './enter-succession.ts'
import { type EntryKind, entryKinds } from './entry.ts'
import { type EntryDetails, emptyEntry } from './entry-details.ts'
import { findEntry, insertEntry } from './entry-store.ts'
import { labels } from './label-store.ts'
import { termDays } from './term.ts'
import type { AgreementText } from './text.ts'

export interface Concluded {
  text: AgreementText
  /** When it takes effect, and when the last signature was given: the agreed legal dates, not those of an upload. */
  effective: Temporal.Instant
  signed: Temporal.Instant
  /** Our own zone. */
  zone: string
}

export async function enterConcluded(
  tx: Tx,
  agreement: Agreement,
  { text, effective, signed, zone }: Concluded,
): Promise<void> {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate().toString()
  const days = termDays(text.term, effective)
  const { ours, theirs } = await labels(tx, agreement.id)
  const title = ours?.title.en || ours?.title.zh ? ours.title : text.title
  const { parent, renews } = await relatives(tx, agreement.id)
  const is = await classOf(tx, agreement)
  const details: EntryDetails = {
    ...emptyEntry,
    partner: await standsAs(tx, agreement.partner),
    parent,
    renews,
    kind: await kindOf(tx, agreement, text),
    units: is.unit,
    unit: is.unitId,
    titleEn: title.en,
    titleZh: title.zh,
    reference: ours?.reference ?? '',
    theirTitle: theirs?.title.en || theirs?.title.zh || '',
    theirType: theirs?.type.en || theirs?.type.zh || '',
    theirReference: theirs?.reference ?? '',
    signedHow: 'here',
    signedOn: day(signed),
    effectiveOn: day(effective),
    endsOn: days.endsOn?.toString() ?? null,
    reviewOn: days.reviewOn.toString(),
    noticeMonths: days.noticeMonths,
    prevails: text.prevails,
  }
  await insertEntry(tx, { id: agreement.id, agreement: agreement.id, at: effective }, details)
  const before = parent ?? renews
  if (text.follows && before)
    await enterSuccession(tx, { how: text.follows.how, entry: before, details, at: effective })
}

/** A change stands below the agreement it changes, however many changes came between; a renewal after the one it renews. */
async function relatives(tx: Tx, id: string): Promise<Pick<EntryDetails, 'parent' | 'renews'>> {
  const { root, renews } = await readChain(tx, id)
  const entered = async (other: string | undefined) => (other && (await findEntry(tx, other)) ? other : null)
  if (root.id !== id) return { parent: await entered(root.id), renews: null }
  const before = renews && (await readChain(tx, renews.id)).root.id
  return { parent: null, renews: await entered(before ?? undefined) }
}

/** A change is one; else what our own type counts as. Whether it makes a key partner is the agreement's own. */
async function kindOf(tx: Tx, agreement: Agreement, { follows }: AgreementText): Promise<EntryKind> {
  if (follows && follows.how !== 'renewal') return follows.how
  if (agreement.kind === 'key') return 'key'
  const counts = (await findType(tx, (await classOf(tx, agreement)).kind))?.countsAs
  return entryKinds.find((kind) => kind === counts && kind !== 'key') ?? 'other'
}
