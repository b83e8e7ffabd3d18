/** An officer writes an agreement into the register, or changes what stands there. */
import { institutionNamed } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { type Json, record } from '#src/platform/record.ts'
import type { EntryDetails } from './entry-details.ts'
import { refuseEntry } from './entry-refusal.ts'
import { type Entry, findEntry, insertEntry, updateEntry } from './entry-store.ts'

/** @returns the new entry's id. @throws Refusal where something is missing or does not fit together */
export async function addEntry(
  db: Db,
  officer: Visitor,
  { details, at }: { details: EntryDetails; at: Temporal.Instant },
): Promise<string> {
  const id = crypto.randomUUID()
  await db.transaction().execute(async (tx) => {
    await insertEntry(tx, { id, agreement: null, at }, await checked(tx, details, id))
    await note(tx, officer, id, 'entry.added', at, { title: details.titleEn || details.titleZh })
  })
  return id
}

/**
 * @param revision the one the officer's form began from
 * @throws Refusal as `addEntry`, and `entry_changed_meanwhile` where a colleague saved in between
 */
export async function changeEntry(
  db: Db,
  { officer, entry }: { officer: Visitor; entry: Entry },
  { details, revision, at }: { details: EntryDetails; revision: number; at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const after = await checked(tx, details, entry.id)
    if (!(await updateEntry(tx, entry.id, after, revision))) refuseEntry('entry_changed_meanwhile')
    const before = detailsOf(entry)
    const fields = changedEntryFields(before, after)
    const pick = (d: EntryDetails) => Object.fromEntries(fields.map((f) => [f, d[f]])) as Json
    await note(tx, officer, entry.id, 'entry.changed', at, { before: pick(before), after: pick(after) })
  })
}

/** The details with the partner's ROR id in place of whatever name was typed. */
async function checked(tx: Tx, typed: EntryDetails, id: string): Promise<EntryDetails> {
  const partner = await institutionNamed(tx, typed.partner)
  const d = { ...typed, partner: partner?.ror ?? '' }
  if (!d.titleEn && !d.titleZh) refuseEntry('entry_title_missing', {}, 422)
  if (!partner || partner.ours) refuseEntry('entry_partner_unknown', {}, 422)
  const [begins, ends] = [d.effectiveOn ?? d.signedOn, d.endsOn]
  if (begins && ends && ends < begins) refuseEntry('entry_dates_crossed', {}, 422)
  if (!ends && !d.reviewOn && !d.terminatedOn) refuseEntry('entry_needs_end_or_review', {}, 422)
  await checkRelatives(tx, d, id)
  return d
}

/** An umbrella or a renewed agreement is another one with the same partner, and not below this one. */
async function checkRelatives(tx: Tx, d: EntryDetails, id: string): Promise<void> {
  for (const other of [d.parent, d.renews]) {
    let above = other
    for (let steps = 0; above; steps++) {
      const row = await findEntry(tx, above)
      if (!row || row.partner !== d.partner || row.id === id || steps > 20) refuseEntry('entry_umbrella_wrong', {}, 422)
      above = other === d.parent ? (row?.parent ?? null) : (row?.renews ?? null)
    }
  }
}

async function note(
  tx: Tx,
  officer: Visitor,
  id: string,
  act: string,
  at: Temporal.Instant,
  detail: Record<string, Json>,
): Promise<void> {
  await record(tx, { at, by: actorOf(officer), about: { kind: 'entry', id }, act, detail })
}

/** An entry as its form shows it. */
export function detailsOf(e: Entry): EntryDetails {
  const day = (date: Temporal.PlainDate | null) => date?.toString() ?? null
  return {
    partner: e.partner,
    parent: e.parent,
    renews: e.renews,
    kind: e.kind,
    titleEn: e.title_en,
    titleZh: e.title_zh,
    reference: e.reference,
    theirTitle: e.their_title,
    theirType: e.their_type,
    theirReference: e.their_reference,
    signedHow: e.signed_how,
    signedOn: day(e.signed_on),
    effectiveOn: day(e.effective_on),
    endsOn: day(e.ends_on),
    reviewOn: day(e.review_on),
    noticeMonths: e.notice_months,
    terminatedOn: day(e.terminated_on),
    prevails: e.prevails,
    fields: e.fields,
    units: e.units,
    unit: e.unit_id,
    obligations: e.obligations,
    note: e.note,
  }
}

/** Names of the fields in which two sets of details differ. */
export function changedEntryFields(a: EntryDetails, b: EntryDetails): (keyof EntryDetails)[] {
  return (Object.keys(b) as (keyof EntryDetails)[]).filter((field) => a[field] !== b[field])
}
