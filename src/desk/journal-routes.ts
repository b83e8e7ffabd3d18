/** The whole journal, on a page and as a file; and what any person may do here. */

import { stringify } from 'csv-stringify/sync'
import { type Context, Hono } from 'hono'
import { ourInstitution } from '#src/partners/index.ts'
import { colon } from '#src/platform/i18n/words.ts'
import { listAccounts } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { roleScopes } from '#src/procedures/index.ts'
import { abilitiesOf } from './abilities.ts'
import { abilitiesPage } from './abilities-page.ts'
import { requireJournalReader } from './journal-access.ts'
import { type JournalFilter, journalQuery, readJournalFilter } from './journal-filter.ts'
import { type JournalNames, journalNames, roleSaid } from './journal-names.ts'
import { actsAPage, journalPage } from './journal-page.ts'
import { type JournalLine, journalEntries, journalKinds } from './journal-store.ts'
import { actWords } from './journal-words.ts'
import { asVisitor } from './read-reminders.ts'
import type { DeskParts } from './routes.ts'

/** Acts of one export: one file a program still opens. */
const mostExported = 100_000

export function journalRoutes({ db, approvalSteps }: DeskParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get('/journal', async (c) => {
    requireJournalReader(c.var.visitor)
    const filter = readJournalFilter(c.req.query())
    const asked = { zone: c.var.house.zone, limit: actsAPage, offset: (filter.page - 1) * actsAPage }
    const [found, kinds, place] = await Promise.all([
      journalEntries(db, filter, asked),
      journalKinds(db),
      ourInstitution(db),
    ])
    return journalPage(c, { filter, kinds, place, names: await journalNames(db, found.rows, approvalSteps), ...found })
  })
  app.get('/journal.csv', async (c) => {
    requireJournalReader(c.var.visitor)
    const filter = { ...readJournalFilter(c.req.query()), page: 1 }
    const { rows } = await journalEntries(db, filter, { zone: c.var.house.zone, limit: mostExported, offset: 0 })
    const names = await journalNames(db, rows, approvalSteps)
    return c.body(journalCsv(c, { filter, rows, names }), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="journal.csv"',
      'cache-control': 'private, no-store',
    })
  })
  app.get('/people/:id/abilities', async (c) => {
    const visitor = requireJournalReader(c.var.visitor)
    const listed = (await listAccounts(db)).find(({ account }) => account.id === c.req.param('id'))
    if (!listed) throw new Refusal('not_found', {}, 404)
    const person = listed.endedAt ? { ...asVisitor(listed, c.var.now), roles: [] } : asVisitor(listed, c.var.now)
    return abilitiesPage(c, {
      person,
      ended: listed.endedAt !== null,
      abilities: abilitiesOf(person),
      approvalSteps,
      scopes: await roleScopes(db),
      reader: visitor,
    })
  })
  return app
}

/** What was asked stands above; cells that would be formulas are quoted as text. */
function journalCsv(
  c: Context<WebEnv>,
  { filter, rows, names }: { filter: JournalFilter; rows: JournalLine[]; names: JournalNames },
): string {
  const { language } = c.var
  const head = ['at', 'who', 'kind of actor', 'act', 'in words', 'about', 'id', 'detail', 'before', 'after']
  const said = (r: JournalLine) =>
    [actWords(r.act, r.detail, language), roleSaid(r, names, language)].filter(Boolean).join(colon[language])
  const lines = rows.map((r) => [
    ...[r.at.toString(), r.actor_name, r.actor_kind, r.act, said(r)],
    ...[r.subject_kind, r.subject_id, JSON.stringify(r.detail)],
    ...(['before', 'after'] as const).map((side) =>
      r.changes.length > 0
        ? JSON.stringify(Object.fromEntries(r.changes.map((x) => [`${x.record} ${x.key}`, x[side]])))
        : '',
    ),
  ])
  const options = { bom: true, escape_formulas: true, record_delimiter: 'windows' } as const
  return stringify([[`journal ${journalQuery(filter)} · ${c.var.now}`], [], head, ...lines], options)
}
