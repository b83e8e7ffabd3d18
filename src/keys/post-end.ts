/** A certificate lasts no longer than the post it is for. */
import { heldUntil, ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { record } from '#src/platform/record.ts'
import { certificates, endCertificate } from './authority-store.ts'

export interface Office {
  latin: string
  /** In English, as the agreement and the register write it. */
  title: string
}

/** When the post ends: the end of its last day where the university is; undefined where no end is known. */
export async function postEnd(db: Db, { latin, title }: Office): Promise<Temporal.Instant | undefined> {
  const us = await ourInstitution(db)
  const last = await heldUntil(db, { institution: us.ror, latin, title })
  return last?.add({ days: 1 }).toZonedDateTime(us.zone).toInstant()
}

/** Ends the certificates of everyone whose post has ended by the register. */
export async function endWithPosts(db: Db, now: Temporal.Instant): Promise<void> {
  for (const { id, name_latin: latin, title_en: title, ended_at } of await certificates(db)) {
    if (ended_at || latin === null || title === null) continue
    const end = await postEnd(db, { latin, title })
    if (!end || Temporal.Instant.compare(end, now) > 0) continue
    await db.transaction().execute(async (tx) => {
      await endCertificate(tx, id, now)
      const about = { kind: 'keys', id }
      await record(tx, {
        at: now,
        by: { kind: 'node' },
        about,
        act: 'keys.certificate_ended',
        detail: { latin, title },
      })
    })
  }
}
