/** Writing date and running order. What was typed is never lost, nor what a colleague saved meanwhile. */
import { Hono } from 'hono'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdFrame, type OfficersCeremony } from './access.ts'
import { type CeremonyContext, type CeremonyParts, idOf, refusalWords } from './answers.ts'
import { instantOf } from './begin-plan.ts'
import { move } from './ceremony.ts'
import { baseOf, together } from './form-parts.ts'
import { type FrameForm, frameFormOf, rearrangedFrame } from './frame-form.ts'
import { frameOf } from './frame-of-form.ts'
import { type FrameEditing, framePage } from './frame-page.ts'
import { findPlan } from './plan-store.ts'
import { newId } from './prepare-sheet.ts'
import { readFrameForm } from './read-frame-form.ts'
import { saveFrame } from './save-frame.ts'

export function frameRoutes(parts: CeremonyParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()

  app.get('/ceremonies/:id/frame/edit', async (c) => {
    const held = await holdFrame(db, c.var.visitor, idOf(c))
    move(held.plan, 'edit_frame')
    const form = formOf(held)
    return framePage(c, { held, form, base: form, version: held.plan.version })
  })

  app.post('/ceremonies/:id/frame', async (c) => {
    const held = await holdFrame(db, c.var.visitor, idOf(c))
    const fields = await formValues(c)
    const form = readFrameForm(fields)
    const base = baseOf<FrameForm>(fields) ?? formOf(held)
    const editing = { held, form, base, version: Number(fields.version ?? Number.NaN) }
    const act = fields.do ?? 'save'
    if (act === 'save') return save(c, parts, editing)
    return framePage(c, { ...editing, form: rearrangedFrame(form, act, newId), unsaved: true })
  })

  return app
}

const formOf = ({ plan, us }: Pick<OfficersCeremony, 'plan' | 'us'>): FrameForm => frameFormOf(plan, us.zone)

async function save(c: CeremonyContext, { db }: CeremonyParts, editing: FrameEditing): Promise<Response> {
  const { held, form, version } = editing
  try {
    const read = frameOf(form, { zone: held.us.zone, room: `ceremony-${held.plan.id}` })
    const startsAt = instantOf(read.when)
    await saveFrame(db, held, { ...read.frame, startsAt, version, at: c.var.now })
    return c.redirect(`/ceremonies/${held.plan.id}?done=saved`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const text = refusalText(refusal, refusalWords, c.var.language)
    const problem = { text, status: refusal.status, faults: faultsOf(refusal) }
    if (refusal.reason !== 'plan_changed_meanwhile') return framePage(c, { ...editing, problem })
    return framePage(c, { ...(await afterColleague(db, editing)), status: refusal.status })
  }
}

export const faultsOf = ({ details }: Refusal): string[] => (Array.isArray(details.fields) ? details.fields : [])

/** The form goes on from what the colleague saved, with everything typed here. */
async function afterColleague(db: CeremonyParts['db'], editing: FrameEditing): Promise<FrameEditing> {
  const plan = (await findPlan(db, editing.held.plan.id))!
  const saved = formOf({ ...editing.held, plan })
  const { merged, conflicts } = together(editing.base, editing.form, saved)
  return { ...editing, form: merged, base: saved, version: plan.version, conflicts }
}
