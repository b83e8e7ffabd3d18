/** What an officer may write about an agreement of the register, and one of which nothing is written yet. */
import type { EntryKind, Signing } from './entry.ts'
import type { EntryTable } from './entry-tables.ts'

/** What an officer may write about an agreement. Dates as `2021-09-23`. */
export interface EntryDetails {
  partner: string
  parent: string | null
  renews: string | null
  kind: EntryKind
  titleEn: string
  titleZh: string
  reference: string
  theirTitle: string
  theirType: string
  theirReference: string
  signedHow: Signing
  signedOn: string | null
  effectiveOn: string | null
  endsOn: string | null
  reviewOn: string | null
  noticeMonths: number | null
  terminatedOn: string | null
  prevails: EntryTable['prevails']
  fields: string
  units: string
  /** Of ours, out of the tree. */
  unit: string | null
  obligations: string
  note: string
}

export const emptyEntry: EntryDetails = {
  partner: '',
  parent: null,
  renews: null,
  kind: 'memorandum',
  titleEn: '',
  titleZh: '',
  reference: '',
  theirTitle: '',
  theirType: '',
  theirReference: '',
  signedHow: 'ink',
  signedOn: null,
  effectiveOn: null,
  endsOn: null,
  reviewOn: null,
  noticeMonths: null,
  terminatedOn: null,
  prevails: 'both',
  fields: '',
  units: '',
  unit: null,
  obligations: '',
  note: '',
}
