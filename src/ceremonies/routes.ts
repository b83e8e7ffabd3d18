/** The addresses of the plan of a ceremony. */
import { Hono } from 'hono'
import { institutions } from '#src/partners/index.ts'
import { formValues, requireVisitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdCeremony, holdFrame, isOfficer, isStaff, requireOfficer } from './access.ts'
import { askForChange, confirmPlan } from './answer-plan.ts'
import { answerAct, type CeremonyParts, idOf, showPlan } from './answers.ts'
import { beginNew, beginPlan } from './begin-plan.ts'
import { closeCeremony } from './close-ceremony.ts'
import { ceremoniesWithDuty } from './duty-store.ts'
import { idOfForm, oneOf, typed } from './form-parts.ts'
import { frameRoutes } from './frame-routes.ts'
import { giveDuty, takeDuty } from './give-duty.ts'
import { plans } from './plan-store.ts'
import { heldTimes } from './record-store.ts'
import { registerPage } from './register-page.ts'
import { endRehearsal, startRehearsal } from './rehearse.ts'
import { callOff } from './save-frame.ts'
import { sharePlan } from './share-plan.ts'
import { sheetRoutes } from './sheet-routes.ts'

const duties = ['moderator', 'interpreter', 'speaker'] as const

export function ceremonyRoutes(parts: CeremonyParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()

  app.get('/ceremonies', async (c) => {
    const visitor = requireVisitor(c)
    const all = await plans(db)
    const own = isStaff(visitor) ? null : await ceremoniesWithDuty(db, visitor.account.id)
    if (own?.length === 0) throw new Refusal('not_found', {}, 404)
    const shown = own ? all.filter(({ id }) => own.includes(id)) : all
    const ids = shown.map(({ id }) => id)
    const [times, known] = [await heldTimes(db, ids), await institutions(db)]
    return registerPage(c, { all: shown, times, known, mayStart: isOfficer(visitor) })
  })

  app.get('/ceremonies/new', async (c) => {
    requireOfficer(c.var.visitor)
    return beginNew(c, db)
  })
  app.post('/ceremonies', async (c) => {
    const officer = requireOfficer(c.var.visitor)
    return beginPlan(c, db, officer)
  })

  app.get('/ceremonies/:id', (c) => showPlan(c, parts))
  app.route('/', frameRoutes(parts))
  app.route('/', sheetRoutes(parts))
  app.route('/', actRoutes(parts))
  return app
}

function actRoutes(parts: CeremonyParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()

  app.post('/ceremonies/:id/share', async (c) => {
    const held = await holdFrame(db, c.var.visitor, idOf(c))
    return answerAct(c, parts, { act: 'share', done: 'shared' }, () => sharePlan(db, held, c.var.now))
  })

  app.post('/ceremonies/:id/confirm', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const version = Number((await formValues(c)).version)
    const at = c.var.now
    return answerAct(c, parts, { act: 'confirm', done: 'confirmed' }, () => confirmPlan(db, held, { version, at }))
  })

  app.post('/ceremonies/:id/ask', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const text = typed(await formValues(c), 'reason').slice(0, 4000)
    return answerAct(c, parts, { act: 'ask', done: 'asked' }, () => askForChange(db, held, { text, at: c.var.now }))
  })

  for (const [act, done] of [
    ['postpone', 'postponed'],
    ['cancel', 'cancelled'],
  ] as const)
    app.post(`/ceremonies/:id/${act}`, async (c) => {
      const held = await holdFrame(db, c.var.visitor, idOf(c))
      const reason = typed(await formValues(c), 'reason').slice(0, 4000)
      return answerAct(c, parts, { act, done }, () => callOff(db, held, { act, reason, at: c.var.now }))
    })

  app.post('/ceremonies/:id/duties', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const fields = await formValues(c)
    const name = { latin: typed(fields, 'latin').slice(0, 120), native: typed(fields, 'native').slice(0, 60) || null }
    const language = oneOf(fields.language, ['en', 'zh'] as const)
    const input = { email: typed(fields, 'email'), name, language, duty: oneOf(fields.duty, duties), at: c.var.now }
    return answerAct(c, parts, { act: 'duties', done: 'duty_given' }, () => giveDuty(db, held, input))
  })

  app.post('/ceremonies/:id/duties/take', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const fields = await formValues(c)
    const input = { account: fields.account ?? '', duty: oneOf(fields.duty, duties), at: c.var.now }
    return answerAct(c, parts, { act: 'take', done: 'duty_taken' }, () => takeDuty(db, held, input))
  })

  app.post('/ceremonies/:id/rehearsals', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const id = idOfForm(await formValues(c))
    const input = { id, at: c.var.now }
    return answerAct(c, parts, { act: 'rehearse', done: 'rehearsal' }, () => startRehearsal(db, held, input))
  })

  app.post('/ceremonies/:id/end-rehearsal', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    return answerAct(c, parts, { act: 'end', done: 'rehearsal_ended' }, () => endRehearsal(db, held, c.var.now))
  })

  app.post('/ceremonies/:id/close', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    return answerAct(c, parts, { act: 'close', done: 'closed' }, () => closeCeremony(db, held, c.var.now))
  })

  return app
}
