/** The addresses of exports for an archive. */
import { type Context, Hono } from 'hono'
import { findEntry, mayReadNotes, maySeeAgreements } from '#src/agreements/index.ts'
import type { EvidenceParts } from '#src/evidence/index.ts'
import { ourInstitution, seePartner } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import type { Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { plainName, type ZipFile, zipWithSums } from '#src/platform/zip-stream.ts'
import { readsJournal } from './access.ts'
import type { Audience } from './archive-files.ts'
import { type Asked, archiveOfEntry, archiveOfPartner } from './export-archive.ts'
import { noteTaking, type Taking } from './note-taking.ts'

export function exportRoutes(parts: EvidenceParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  for (const audience of ['office', 'shared'] as const) {
    app.get(`/archive/agreements/:id/${audience}.zip`, async (c) => {
      const visitor = requireAudience(c.var.visitor, audience)
      const id = c.req.param('id') ?? ''
      const entry = isId(id) ? await findEntry(parts.db, id) : undefined
      if (!entry) throw new Refusal('not_found', {}, 404)
      const asked = await askedBy(c, parts, { visitor, audience })
      const name = entry.reference || entry.title_en || entry.title_zh
      await note(c, parts.db, visitor, { about: { kind: 'entry', id }, name, audience })
      return zip(c, archiveOfEntry(parts, entry, asked), name)
    })

    app.get(`/archive/partners/:ror/${audience}.zip`, async (c) => {
      const visitor = requireAudience(c.var.visitor, audience)
      const { institution } = await seePartner(parts.db, visitor, c.req.param('ror') ?? '')
      const asked = await askedBy(c, parts, { visitor, audience })
      const name = institution.name.en
      await note(c, parts.db, visitor, { about: { kind: 'partner', id: institution.ror }, name, audience })
      return zip(c, archiveOfPartner(parts, institution, asked), name)
    })
  }
  return app
}

/** What is ours alone is for whoever reads it on our pages; the rest for whoever sees agreements. @throws Refusal */
function requireAudience(visitor: Visitor | null, audience: Audience): Visitor {
  if (!visitor) throw new Refusal('sign_in_first', {}, 401)
  if (!(audience === 'office' ? mayReadNotes(visitor) : maySeeAgreements(visitor)))
    throw new Refusal('not_found', {}, 404)
  return visitor
}

/** Whoever asks for the headers alone takes nothing away. */
async function note(c: Context<WebEnv>, db: Db, visitor: Visitor, taking: Taking): Promise<void> {
  if (c.req.method === 'GET') await noteTaking(db, visitor, { ...taking, at: c.var.now })
}

const askedBy = async (
  c: Context<WebEnv>,
  { db }: EvidenceParts,
  { visitor, audience }: { visitor: Visitor; audience: Audience },
): Promise<Asked> => ({
  audience,
  details: readsJournal(visitor),
  by: visitor.account.name.latin,
  at: c.var.now,
  us: await ourInstitution(db),
})

const zip = (c: Context<WebEnv>, files: AsyncIterable<ZipFile>, name: string) =>
  c.body(zipWithSums(files), 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(plainName(`${name}.zip`))}`,
    'cache-control': 'private, no-store',
  })
