/** Photographs that no story shows, long after: which they are, and taking them out with everything noted of them. */
import { sql } from 'kysely'
import { ourDay } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { forgetFiles } from '#src/platform/files/index.ts'
import { drawnAmong } from '#src/stage/index.ts'
import { clearApprovals } from './approval-store.ts'
import { forgetOfferPhotos, offersWithPhotosDue } from './offer-store.ts'
import { deletePhoto } from './photo-store.ts'
import './tables.ts'

export interface PhotoDue {
  /** Of our own `story/2`; of those a partner's story was offered with `story/offer`. */
  id: string
  story: string
  /** Null for all that came with a partner's offer. */
  number: number | null
  en: string
  zh: string
  ended: Temporal.PlainDate
}

const offered = 'offer'

/**
 * Photographs taken out of their story, of stories withdrawn, of drafts at which nobody worked any more, and of offers whose story
 * is not out. What the public sees stays as long as its story stands; what waits for somebody has not ended.
 */
export async function photosDue(db: Db, before: string): Promise<PhotoDue[]> {
  const { rows } = await sql<PhotoDue>`
    select id, story, number, en, zh, ${ourDay(sql`last`)} as ended from (
      select p.story || '/' || p.number as id, p.story, p.number, s.headline_en as en, s.headline_zh as zh,
        case when p.removed then p.removed_at
          when s.state = 'withdrawn' then (select max(at) from story_note n where n.story = s.id and n.kind = 'withdrawal')
          else greatest(s.created_at, (
            select max(at) from journal j where j.subject_kind = 'story' and j.subject_id = s.id::text)) end as last
      from story_photo p join story s on s.id = p.story
      where p.removed or s.state in ('draft', 'changes_requested', 'withdrawn')) p
    where ${ourDay(sql`last`)} < ${before}::date order by last, story, number`.execute(db)
  const offers = (await offersWithPhotosDue(db, before)).map((o) => ({
    ...o,
    id: `${o.story}/${offered}`,
    number: null,
  }))
  return [...rows, ...offers]
}

/** Permissions and names go with them; what an edition once said in words stays. @returns of how many records */
export async function forgetPhotos(tx: Tx, ids: string[], at: Temporal.Instant): Promise<number> {
  const files: string[] = []
  let forgotten = 0
  for (const [story = '', which = ''] of ids.map((id) => id.split('/'))) {
    const own = which !== offered
    const gone = own ? await deletePhoto(tx, story, Number(which)) : await forgetOfferPhotos(tx, story)
    if (own) await clearApprovals(tx, story, at)
    if (gone.length > 0) forgotten++
    files.push(...gone)
  }
  // A slide somebody saved as a picture and put into a story is still the ceremony's.
  const slides = await drawnAmong(tx, files)
  await forgetFiles(
    tx,
    files.filter((file) => !slides.includes(file)),
    'image',
  )
  return forgotten
}
