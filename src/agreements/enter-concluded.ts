/** What was concluded on this node stands in the register from the same transaction on. */
import type { Tx } from '#src/platform/database/tables.ts'
import type { Agreement } from './agreement.ts'
import { insertEntry } from './entry-store.ts'
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
  await insertEntry(
    tx,
    { id: agreement.id, agreement: agreement.id, at: effective },
    {
      partner: agreement.partner,
      parent: null,
      renews: null,
      kind: agreement.kind === 'key' ? 'key' : 'other',
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
      terminatedOn: null,
      prevails: text.prevails,
      fields: '',
      units: '',
      obligations: '',
      note: '',
    },
  )
}
