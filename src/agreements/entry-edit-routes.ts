/** Entering and changing agreements of the register, and putting files to them. */
import { type Context, Hono } from 'hono'
import { findInstitution, institutionNamed, ourUnits, somePartners } from '#src/partners/index.ts'
import { putTogether } from '#src/platform/began-from.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { fileRefusalWords } from '#src/platform/files/index.ts'
import { formValues, type Visitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { renderRefusalWords } from '#src/platform/render/index.ts'
import { type RefusalWords, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { requireOfficer } from './access.ts'
import { addEntryFile } from './add-entry-file.ts'
import { type EntryDetails, emptyEntry } from './entry-details.ts'
import { type EntryEditing, entryEditPage } from './entry-edit-page.ts'
import { entriesWith } from './entry-family-store.ts'
import { entryPage } from './entry-page.ts'
import { entryRefusalWords } from './entry-refusal-words.ts'
import { type Entry, findEntry } from './entry-store.ts'
import { fileKinds } from './entry-tables.ts'
import { readEntry } from './read-entry.ts'
import { readEntryForm } from './read-entry-form.ts'
import { addEntry, changedEntryFields, changeEntry, detailsOf } from './save-entry.ts'
import { decisions, settleEntry } from './settle-entry.ts'

const words: RefusalWords = { ...fileRefusalWords, ...renderRefusalWords, ...entryRefusalWords }

export function editEntryRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/register/new', async (c) => {
    requireOfficer(c.var.visitor)
    return entryEditPage(c, await editing(c, db, { ...emptyEntry, partner: c.req.query('partner') ?? '' }))
  })

  app.post('/register', async (c) => {
    const officer = requireOfficer(c.var.visitor)
    const values = await formValues(c)
    return saved(c, db, { values, entry: null }, (details) => addEntry(db, officer, { details, at: c.var.now }))
  })

  app.get('/register/:id/edit', async (c) => {
    const { entry } = await holdEntry(c, db)
    return entryEditPage(c, await editing(c, db, detailsOf(entry), entry))
  })

  app.post('/register/:id', async (c) => {
    const held = await holdEntry(c, db)
    const values = await formValues(c)
    return saved(c, db, { values, entry: held.entry }, async (details) => {
      await changeEntry(db, held, { details, revision: Number(values.revision) || 0, at: c.var.now })
      return held.entry.id
    })
  })

  app.post('/register/:id/files', async (c) => {
    const held = await holdEntry(c, db)
    const { file, kind } = await c.req.parseBody()
    const given = file instanceof File ? file : new File([], '')
    const bytes = new Uint8Array(await given.arrayBuffer())
    const known = fileKinds.find((one) => one === kind) ?? 'other'
    return filed(c, db, held.entry, () =>
      addEntryFile(db, held, { bytes, name: given.name.slice(0, 200) || 'agreement.pdf', kind: known, at: c.var.now }),
    )
  })
  app.post('/register/:id/decisions', async (c) => {
    const held = await holdEntry(c, db)
    const { decision: given, note = '' } = await formValues(c)
    const decision = decisions.find((one) => one === given) ?? 'let_end'
    return filed(c, db, held.entry, () => settleEntry(db, held, { decision, note, at: c.var.now }))
  })
  return app
}

async function holdEntry(c: Context<WebEnv>, db: Db): Promise<{ officer: Visitor; entry: Entry }> {
  const { visitor, entry } = await readEntry(db, c.var.visitor, c.req.param('id') ?? '', c.var.now)
  return { officer: requireOfficer(visitor), entry }
}

async function editing(c: Context<WebEnv>, db: Db, details: EntryDetails, entry?: Entry): Promise<EntryEditing> {
  const { language } = c.var
  const known = await choices(db, details.partner)
  const partner = (await institutionNamed(db, details.partner))?.ror ?? known[0]?.ror ?? ''
  const others = (await entriesWith(db, partner)).filter(({ id }) => id !== entry?.id)
  return {
    id: entry?.id ?? null,
    details,
    revision: entry?.revision ?? 0,
    stored: entry && detailsOf(entry),
    partners:
      known.length > mostChosenFrom ? [] : known.map((i) => ({ value: i.ror, label: i.name[language] || i.name.en })),
    others: others.map((o) => ({
      value: o.id,
      label: `${o.title_en || o.title_zh}${o.signed_on ? `, ${o.signed_on.year}` : ''}`,
    })),
    ourUnits: await ourUnits(db),
    signedHere: entry?.agreement != null,
  }
}

async function saved(
  c: Context<WebEnv>,
  db: Db,
  { values, entry }: { values: Partial<Record<string, string>>; entry: Entry | null },
  save: (details: EntryDetails) => Promise<string>,
): Promise<Response> {
  const kept = entry?.agreement ? detailsOf(entry) : null
  try {
    return c.redirect(`/register/${await save(readEntryForm(values, kept))}?done=yes`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    // A date that is none is left out, so that everything else that was typed can come back.
    const dates = ['signedOn', 'effectiveOn', 'endsOn', 'reviewOn', 'terminatedOn']
    const wrongDate = refusal.reason === 'entry_date_wrong'
    const typed = readEntryForm(
      wrongDate ? { ...values, ...Object.fromEntries(dates.map((d) => [d, ''])) } : values,
      kept,
    )
    const problem = { text: refusalText(refusal, words, c.var.language), status: refusal.status }
    const now = entry ? await findEntry(db, entry.id) : undefined
    // Whatever was refused: a form of an older revision must not come back as one of the newest, or it would undo a colleague's change.
    if (!now || now.revision === Number(values.revision))
      return entryEditPage(c, { ...(await editing(c, db, typed, now)), problem })
    const merged = putTogether(values.began, typed, detailsOf(now))
    return entryEditPage(c, { ...(await editing(c, db, merged, now)), problem, theirs: meanwhile(now, typed) })
  }
}

/** After a colleague's save: what they saved, for the fields where it differs from what was typed. */
function meanwhile(entry: Entry, typed: EntryDetails): Partial<EntryDetails> {
  const theirs = detailsOf(entry)
  return Object.fromEntries(changedEntryFields(typed, theirs).map((field) => [field, theirs[field]]))
}

async function filed(c: Context<WebEnv>, db: Db, entry: Entry, add: () => Promise<void>): Promise<Response> {
  try {
    await add()
    return c.redirect(`/register/${entry.id}?done=yes`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const problem = { text: refusalText(refusal, words, c.var.language), status: refusal.status }
    return entryPage(c, await readEntry(db, c.var.visitor, entry.id, c.var.now), { problem })
  }
}

const mostChosenFrom = 60

/** Partners to choose from; where they do not fit a list, the name is typed. */
async function choices(db: Db, partner: string) {
  const some = await somePartners(db, mostChosenFrom + 1)
  const chosen = await findInstitution(db, partner)
  return chosen && !some.some(({ ror }) => ror === partner) ? [chosen, ...some] : some
}
