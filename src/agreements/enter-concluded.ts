/** What was concluded on this node stands in the register from the same transaction on. */
import type { Tx } from '#src/platform/database/tables.ts'
import type { Agreement } from './agreement.ts'
import { insertEntry } from './entry-store.ts'
import { labels } from './label-store.ts'
import type { AgreementText } from './text.ts'

/** Years after which a key partnership is reviewed where its text names no end: one before the five of the initiative are over. */
const reviewAfter = { years: 4 }

/**
 * @param day the day of conclusion in our own zone: the agreed legal date, not that of an upload
 */
export async function enterConcluded(
  tx: Tx,
  agreement: Agreement,
  { text, at, day }: { text: AgreementText; at: Temporal.Instant; day: Temporal.PlainDate },
): Promise<void> {
  const { ours, theirs } = await labels(tx, agreement.id)
  const title = ours?.title.en || ours?.title.zh ? ours.title : text.title
  await insertEntry(
    tx,
    { id: agreement.id, agreement: agreement.id, at },
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
      signedOn: day.toString(),
      effectiveOn: day.toString(),
      endsOn: null,
      reviewOn: day.add(reviewAfter).toString(),
      noticeMonths: null,
      terminatedOn: null,
      prevails: text.prevails,
      fields: '',
      units: '',
      obligations: '',
      note: '',
    },
  )
}
