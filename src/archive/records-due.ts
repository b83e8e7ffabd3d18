/** What is due by a rule: each kind asked of the area that keeps it, which also knows how to forget it. */
import { commentsDue, entriesEnded, forgetComments } from '#src/agreements/index.ts'
import { forgetGuests, guestsDue } from '#src/ceremonies/index.ts'
import { contactsDue, forgetContacts } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { forgetProposals, proposalsDue } from '#src/proposals/index.ts'
import type { Forgettable, RetentionKind } from './retention.ts'

export interface DueRecord {
  id: string
  title: { en: string; zh: string }
  /** Of a person: shown in both scripts. */
  person?: { latin: string; native: string | null }
  /** The day from which the years are counted. */
  ended: string
  href: string
}

/** Agreements shown as due for the archive; more are shown once these are handed over. */
const mostShown = 500

const dayOf = (ended: Temporal.PlainDate | Temporal.Instant): string => ended.toString().slice(0, 10)

interface Titled {
  id: string
  en: string
  zh: string
  ended: Temporal.PlainDate | Temporal.Instant
}

const titled =
  (at: string) =>
  ({ id, en, zh, ended }: Titled): DueRecord => ({ id, title: { en, zh }, ended: dayOf(ended), href: `${at}/${id}` })

/** Records of a kind that ended before a day. */
export async function recordsDue(db: Db, kind: RetentionKind, before: string): Promise<DueRecord[]> {
  if (kind === 'agreements') return (await entriesEnded(db, before, mostShown)).map(titled('/register'))
  if (kind === 'proposals') return (await proposalsDue(db, before)).map(titled('/proposals'))
  if (kind === 'comments') return (await commentsDue(db, before)).map(titled('/agreements'))
  if (kind === 'guests') return (await guestsDue(db, before)).map(titled('/ceremonies'))
  return (await contactsDue(db, before)).map(({ id, latin, native, ended }) => ({
    id,
    title: { en: latin, zh: native ?? latin },
    person: { latin, native },
    ended: dayOf(ended),
    href: `/contacts/${id}`,
  }))
}

/** Forgets these records. @returns how many were there to be forgotten */
export const forget: Record<Forgettable, (tx: Tx, ids: string[]) => Promise<number>> = {
  proposals: forgetProposals,
  contacts: forgetContacts,
  comments: forgetComments,
  guests: forgetGuests,
}
