/** Writing our own part. What was typed is never lost, nor what a colleague saved meanwhile. */
import { Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdCeremony, type OfficersCeremony } from './access.ts'
import { type CeremonyContext, type CeremonyParts, idOf, refusalWords } from './answers.ts'
import { move, refuse } from './ceremony.ts'
import { guestForm, sheetFormOf } from './fill-sheet-form.ts'
import { baseOf, type Fields, together } from './form-parts.ts'
import { faultsOf } from './frame-routes.ts'
import { guestPrivates, itemNotes } from './office-store.ts'
import { dayAt, newId, registered } from './prepare-sheet.ts'
import { readSheetForm } from './read-sheet-form.ts'
import { saveOurSheet } from './save-sheet.ts'
import { type GuestForm, rearrangedSheet, type SheetForm } from './sheet-form.ts'
import { sheetOf } from './sheet-of-form.ts'
import { type SheetEditing, sheetPage } from './sheet-page.ts'
import { findSheet } from './sheet-store.ts'

export function sheetRoutes(parts: CeremonyParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()

  app.get('/ceremonies/:id/sheet/edit', async (c) => {
    const held = await writing(db, c)
    const { form, version } = await stored(db, held)
    return sheetPage(c, { held, form, base: form, version, people: await unlisted(db, held, form) })
  })

  app.post('/ceremonies/:id/sheet', async (c) => {
    const held = await writing(db, c)
    const fields = await formValues(c)
    const form = readSheetForm(fields)
    const base = baseOf<SheetForm>(fields) ?? (await stored(db, held)).form
    const editing = { held, form, base, version: Number(fields.version ?? Number.NaN), people: [] }
    if ((fields.do ?? 'save') === 'save') return save(c, db, editing)
    return rearrange(c, db, editing, fields)
  })

  return app
}

async function writing(db: Db, c: CeremonyContext): Promise<OfficersCeremony> {
  const held = await holdCeremony(db, c.var.visitor, idOf(c))
  if (held.plan.rehearsalOf) refuse('rehearsal_has_no_part')
  move(held.plan, 'edit_sheet')
  return held
}

async function stored(db: Db, { plan }: OfficersCeremony): Promise<{ form: SheetForm; version: number }> {
  const { sheet, version } = await findSheet(db, plan.id, 'ours')
  const [privates, notes] = [await guestPrivates(db, plan.id), await itemNotes(db, plan.id)]
  const items = plan.items.map(({ id }) => id)
  return { form: sheetFormOf({ sheet, privates, notes }, items), version }
}

/** People of our register who are not on the list. */
async function unlisted(db: Db, { us, plan }: OfficersCeremony, form: SheetForm): Promise<GuestForm[]> {
  const people = await registered(db, us, dayAt(plan.startsAt, us.zone))
  const missing = people.filter(({ guest }) => !form.guests.some(({ latin }) => latin === guest.name.latin))
  return missing.map(({ guest, email }) => guestForm(guest, { email: email ?? '', remark: '' }))
}

async function rearrange(c: CeremonyContext, db: Db, editing: SheetEditing, fields: Fields): Promise<Response> {
  const people = await unlisted(db, editing.held, editing.form)
  const person = people.find(({ latin }) => latin === fields.person)
  const form = rearrangedSheet(editing.form, fields.do ?? '', { person, empty: () => nobody(editing.held) })
  return sheetPage(c, { ...editing, form, people: await unlisted(db, editing.held, form), unsaved: true })
}

const nobody = ({ us }: OfficersCeremony): GuestForm => ({
  id: newId(),
  latin: '',
  native: '',
  familyFirst: false,
  title: { en: '', zh: '' },
  organisation: { en: us.name.en, zh: us.name.zh },
  outside: false,
  level: 'other',
  attending: 'unknown',
  email: '',
  remark: '',
})

async function save(c: CeremonyContext, db: Db, editing: SheetEditing): Promise<Response> {
  const { held, form } = editing
  try {
    const before = await findSheet(db, held.plan.id, 'ours')
    const input = sheetOf(form, held.us.ror, before.sheet)
    const version = await versionBegunFrom(db, editing)
    await saveOurSheet(db, held, { ...input, version, at: c.var.now })
    return c.redirect(`/ceremonies/${held.plan.id}?done=saved`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const people = await unlisted(db, held, form)
    const text = refusalText(refusal, refusalWords, c.var.language)
    const problem = { text, status: refusal.status, faults: faultsOf(refusal) }
    if (refusal.reason !== 'plan_changed_meanwhile') return sheetPage(c, { ...editing, people, problem })
    return sheetPage(c, { ...(await afterColleague(db, editing)), people, status: refusal.status })
  }
}

/** A newer version that left every field of the form as it was, such as a confirmation, is no reason to ask again. */
async function versionBegunFrom(db: Db, { held, base, version }: SheetEditing): Promise<number> {
  const now = await stored(db, held)
  return JSON.stringify(now.form) === JSON.stringify(base) ? now.version : version
}

/** The form goes on from what the colleague saved, with everything typed here. */
async function afterColleague(db: Db, editing: SheetEditing): Promise<SheetEditing> {
  const { form: saved, version } = await stored(db, editing.held)
  const { merged, conflicts } = together(editing.base, editing.form, saved)
  return { ...editing, form: merged, base: saved, version, conflicts }
}
