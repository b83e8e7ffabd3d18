/** SQL of photographs as files: which rendition may be shown to whom. */
import { sql } from 'kysely'
import type { Db } from '#src/platform/database/tables.ts'
import './tables.ts'

/** The file of one rendition of an original, whoever asks. */
export async function findRendition(
  db: Db,
  original: string,
  width: number,
  format: 'jpg' | 'webp',
): Promise<string | undefined> {
  const row = await db
    .selectFrom('photo_rendition')
    .select('file')
    .where('original', '=', original)
    .where('width', '=', width)
    .where('format', '=', format)
    .executeTakeFirst()
  return row?.file
}

/**
 * Whether the public may see a photograph: it stands in the present edition of a published story, an editor approved it, and
 * its use on the site is permitted.
 */
export async function isPublicPhoto(db: Db, original: string, purpose: 'site' | 'press' = 'site'): Promise<boolean> {
  const { rows } = await sql`
    select 1
    from story_photo p
    join story s on s.id = p.story and s.state in ('published', 'corrected')
    join story_edition e on e.story = s.id and e.number = s.edition
    join story_photo_permission m on m.story = p.story and m.number = p.number and m.purpose = ${purpose}
    where p.original = ${original} and not p.removed and p.approved_at is not null
      and e.content->'photos' @> jsonb_build_array(jsonb_build_object('number', p.number, 'shared', p.shared))
    limit 1`.execute(db)
  return rows.length > 0
}

/** The labelled file of an original that the press may take. */
export async function pressFile(db: Db, original: string): Promise<string | undefined> {
  if (!(await isPublicPhoto(db, original, 'press'))) return undefined
  const row = await db
    .selectFrom('story_photo')
    .innerJoin('story', 'story.id', 'story_photo.story')
    .select('download')
    .where('original', '=', original)
    .where('removed', '=', false)
    .where('story.state', 'in', ['published', 'corrected'])
    .where('download', 'is not', null)
    .orderBy('approved_at', 'desc')
    .executeTakeFirst()
  return row?.download ?? undefined
}
