/** SQL of photographs in stories, their permissions and renditions. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Rendition } from '#src/platform/images/index.ts'
import type { ContentPhoto } from './content.ts'
import './tables.ts'
import type { Purpose, StoryPhotoTable } from './tables.ts'

export interface Permission {
  purpose: Purpose
  givenBy: string
  givenOn: Temporal.PlainDate
  notedBy: string
}

export interface StoryPhoto extends ContentPhoto {
  position: number
  original: string
  download: string | null
  approved: { by: string; at: Temporal.Instant } | null
  permissions: Permission[]
  /** Widths of its renditions, smallest first. */
  sizes: number[]
}

type Extra = Pick<StoryPhoto, 'permissions' | 'sizes'>

const toPhoto = (r: StoryPhotoTable, extra: Extra): StoryPhoto => ({
  number: r.number,
  position: r.position,
  original: r.original,
  shared: r.shared,
  download: r.download,
  width: r.width,
  height: r.height,
  caption: { en: r.caption_en, zh: r.caption_zh },
  alt: { en: r.alt_en, zh: r.alt_zh },
  decorative: r.decorative,
  creator: r.creator,
  credit: r.credit,
  rights: r.rights,
  people: r.people,
  takenAt: r.taken_at,
  approved: r.approved_by === null ? null : { by: r.approved_by, at: r.approved_at! },
  ...extra,
})

const fromPhoto = (p: StoryPhoto) => ({
  position: p.position,
  original: p.original,
  shared: p.shared,
  download: p.download,
  width: p.width,
  height: p.height,
  caption_en: p.caption.en,
  caption_zh: p.caption.zh,
  alt_en: p.alt.en,
  alt_zh: p.alt.zh,
  decorative: p.decorative,
  creator: p.creator,
  credit: p.credit,
  rights: p.rights,
  people: p.people,
  taken_at: p.takenAt,
  approved_by: p.approved?.by ?? null,
  approved_at: p.approved?.at ?? null,
})

/** Photographs of a story in their order, without those taken out. */
export async function photosOf(db: Db, story: string): Promise<StoryPhoto[]> {
  const rows = await db
    .selectFrom('story_photo')
    .selectAll()
    .where('story', '=', story)
    .where('removed', '=', false)
    .orderBy('position')
    .execute()
  const permissions = await permissionsOf(db, story)
  const sizes = await sizesOf(db, [...new Set(rows.map((r) => r.original))])
  return rows.map((r) =>
    toPhoto(r, {
      permissions: permissions.filter((p) => p.number === r.number),
      sizes: sizes.get(r.original) ?? [],
    }),
  )
}

async function permissionsOf(db: Db, story: string) {
  const rows = await db
    .selectFrom('story_photo_permission')
    .selectAll()
    .where('story', '=', story)
    .orderBy('purpose', 'desc')
    .execute()
  return rows.map((r) => ({
    number: r.number,
    purpose: r.purpose,
    givenBy: r.given_by,
    givenOn: r.given_on,
    notedBy: r.noted_by,
  }))
}

/** Widths of the renditions of each original, smallest first. */
export async function sizesOf(db: Db, originals: string[]): Promise<Map<string, number[]>> {
  if (originals.length === 0) return new Map()
  const rows = await db
    .selectFrom('photo_rendition')
    .select(['original', 'width'])
    .distinct()
    .where('original', 'in', originals)
    .orderBy('width')
    .execute()
  const found = new Map<string, number[]>()
  for (const { original, width } of rows) found.set(original, [...(found.get(original) ?? []), width])
  return found
}

/** The number after the highest ever given in this story, so that a number never means another photograph. */
export async function nextNumber(tx: Tx, story: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(max(number), 0) + 1 as n
    from (select story, number from story_photo union all select story, number from story_photo_forgotten) p
    where story = ${story}`.execute(tx)
  return rows[0]!.n
}

export async function insertPhoto(tx: Tx, story: string, photo: StoryPhoto): Promise<void> {
  await tx
    .insertInto('story_photo')
    .values({ story, number: photo.number, removed: false, removed_at: null, ...fromPhoto(photo) })
    .execute()
}

export async function savePhoto(tx: Tx, story: string, photo: StoryPhoto): Promise<void> {
  await tx
    .updateTable('story_photo')
    .set(fromPhoto(photo))
    .where('story', '=', story)
    .where('number', '=', photo.number)
    .execute()
}

/** Takes a photograph out; its number stays used. */
export async function removePhoto(tx: Tx, story: string, number: number, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('story_photo')
    .set({ removed: true, removed_at: at })
    .where('story', '=', story)
    .where('number', '=', number)
    .execute()
}

export async function savePermission(
  tx: Tx,
  at: { story: string; number: number },
  p: Permission & { notedAt: Temporal.Instant },
): Promise<void> {
  const row = {
    given_by: p.givenBy,
    given_on: p.givenOn.toString(),
    noted_by: p.notedBy,
    noted_at: p.notedAt,
  }
  await tx
    .insertInto('story_photo_permission')
    .values({ ...at, purpose: p.purpose, ...row })
    .onConflict((c) => c.columns(['story', 'number', 'purpose']).doUpdateSet(row))
    .execute()
}

export async function dropPermission(
  tx: Tx,
  { story, number, purpose }: { story: string; number: number; purpose: Purpose },
): Promise<void> {
  await tx
    .deleteFrom('story_photo_permission')
    .where('story', '=', story)
    .where('number', '=', number)
    .where('purpose', '=', purpose)
    .execute()
}

/** Notes the renditions of an original, once. */
export async function saveRenditions(
  tx: Tx,
  original: string,
  made: (Omit<Rendition, 'bytes'> & { file: string })[],
): Promise<void> {
  await tx
    .insertInto('photo_rendition')
    .values(made.map((one) => ({ original, ...one })))
    .onConflict((c) => c.doNothing())
    .execute()
}

/**
 * Deletes a photograph with its permissions and, where no other story has it, its renditions; its number stays used.
 * @returns the files it was
 */
export async function deletePhoto(tx: Tx, story: string, number: number): Promise<string[]> {
  await sql`delete from story_photo_permission where story = ${story} and number = ${number}`.execute(tx)
  const gone = await tx
    .deleteFrom('story_photo')
    .where('story', '=', story)
    .where('number', '=', number)
    .returning(['original', 'shared', 'download'])
    .executeTakeFirst()
  if (!gone) return []
  await tx.insertInto('story_photo_forgotten').values({ story, number }).execute()
  const { original, shared, download } = gone
  const made = await sql<{ file: string }>`
    delete from photo_rendition where original = ${original}
      and not exists (select from story_photo where original = ${original}) returning file`.execute(tx)
  return [original, shared, ...(download === null ? [] : [download]), ...made.rows.map(({ file }) => file)]
}
