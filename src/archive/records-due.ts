/** What is due by a rule: each kind asked of the area that keeps it, which also knows how to forget it. */
import { commentsDue, entriesEnded, forgetComments } from '#src/agreements/index.ts'
import { forgetGuests, guestsDue } from '#src/ceremonies/index.ts'
import { contactsDue, forgetContacts } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { forgetLetters, lettersDue } from '#src/platform/mail/index.ts'
import { forgetProposals, proposalsDue } from '#src/proposals/index.ts'
import { forgetPhotos, photosDue } from '#src/stories/index.ts'
import { type DueRecord, letterRecord, photoRecord, titled } from './due-record.ts'
import type { Forgettable, RetentionKind } from './retention.ts'

/** Agreements shown as due for the archive; more are shown once these are handed over. */
const mostShown = 500

const due: Record<RetentionKind, (db: Db, before: string) => Promise<DueRecord[]>> = {
  agreements: async (db, before) => (await entriesEnded(db, before, mostShown)).map(titled('/register')),
  proposals: async (db, before) => (await proposalsDue(db, before)).map(titled('/proposals')),
  comments: async (db, before) => (await commentsDue(db, before)).map(titled('/agreements')),
  guests: async (db, before) => (await guestsDue(db, before)).map(titled('/ceremonies')),
  photographs: async (db, before) => (await photosDue(db, before)).map(photoRecord),
  letters: async (db, before) => (await lettersDue(db, before)).map(letterRecord),
  contacts: async (db, before) =>
    (await contactsDue(db, before)).map(({ id, latin, native, ended }) => ({
      id,
      title: { en: latin, zh: native ?? latin },
      person: { latin, native },
      ended: ended.toString(),
      href: `/contacts/${id}`,
    })),
}

/** Records of a kind that ended before a day. */
export const recordsDue = (db: Db, kind: RetentionKind, before: string): Promise<DueRecord[]> => due[kind](db, before)

/** Forgets these records. @returns how many were there to be forgotten */
export const forget: Record<Forgettable, (tx: Tx, ids: string[], at: Temporal.Instant) => Promise<number>> = {
  proposals: forgetProposals,
  contacts: forgetContacts,
  comments: forgetComments,
  guests: forgetGuests,
  photographs: forgetPhotos,
  letters: forgetLetters,
}
