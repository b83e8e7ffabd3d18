/** Where minutes are written, proposed and answered. */
import { Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdCeremony } from './access.ts'
import { seeForOffice } from './after-routes.ts'
import { afterDoneWords } from './after-words.ts'
import { answerMinutes } from './answer-minutes.ts'
import { type CeremonyContext, idOf } from './answers.ts'
import { doneOf, doOrShow, type Problem } from './around-answers.ts'
import type { AroundParts } from './around-parts.ts'
import { minutesOf } from './compose-minutes.ts'
import { both, type Fields, typed } from './form-parts.ts'
import type { Prose } from './minutes.ts'
import { mayMinute } from './minutes-access.ts'
import { minutesEditPage } from './minutes-edit-page.ts'
import { type MinutesAct, refuse } from './minutes-lifecycle.ts'
import { minutesPage } from './minutes-page.ts'
import { findMinutes } from './minutes-store.ts'
import { proposeMinutes } from './propose-minutes.ts'
import { minutesToWrite, writeMinutes } from './write-minutes.ts'

const acts: MinutesAct[] = ['write', 'propose', 'agree', 'ask']

export function minutesRoutes({ db }: Pick<AroundParts, 'db'>): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const at = (c: CeremonyContext) => `/ceremonies/${idOf(c)}/minutes`

  app.get('/ceremonies/:id/minutes', (c) => showMinutes(c, db))
  app.get('/ceremonies/:id/minutes/edit', (c) => showEdit(c, db))

  app.post('/ceremonies/:id/minutes', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const fields = await formValues(c)
    const [prose, version] = [readProse(fields), Number(fields.version)]
    const run = () => writeMinutes(db, held, { prose, version, at: c.var.now })
    return doOrShow(c, `${at(c)}?done=written`, run, (problem) => showEdit(c, db, { problem, prose }))
  })

  app.post('/ceremonies/:id/minutes/propose', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const { hash = '' } = await formValues(c)
    const run = () => proposeMinutes(db, held, { hash, at: c.var.now })
    return doOrShow(c, `${at(c)}?done=proposed`, run, (problem) => showMinutes(c, db, problem))
  })

  for (const [act, done] of [
    ['agree', 'agreed'],
    ['ask', 'asked'],
  ] as const)
    app.post(`/ceremonies/:id/minutes/${act}`, async (c) => {
      const held = await holdCeremony(db, c.var.visitor, idOf(c))
      const fields = await formValues(c)
      const text = typed(fields, 'reason')
      const run = () => answerMinutes(db, held, { act, hash: fields.hash ?? '', text, at: c.var.now })
      const again = (problem: Problem) => showMinutes(c, db, act === 'ask' ? { ...problem, typed: text } : problem)
      return doOrShow(c, `${at(c)}?done=${done}`, run, again)
    })

  return app
}

const readProse = (fields: Fields): Prose => ({
  opening: both(fields, 'opening'),
  closing: both(fields, 'closing'),
  summaries: Object.fromEntries(
    Object.keys(fields).flatMap((name) => {
      const id = /^item_([\w-]{1,40})_en$/.exec(name)?.[1]
      return id ? [[id, both(fields, `item_${id}`)]] : []
    }),
  ),
})

async function showMinutes(c: CeremonyContext, db: Db, problem?: Problem & { typed?: string }): Promise<Response> {
  const seen = await seeForOffice(db, c)
  const held = await findMinutes(db, seen.plan.id)
  const may = Object.fromEntries(acts.map((act) => [act, mayMinute(seen, act, held)])) as Record<MinutesAct, boolean>
  return minutesPage(c, { seen, held, may, done: doneOf(c, afterDoneWords), problem })
}

async function showEdit(c: CeremonyContext, db: Db, o: { problem?: Problem; prose?: Prose } = {}): Promise<Response> {
  const seen = await seeForOffice(db, c)
  await holdCeremony(db, c.var.visitor, idOf(c))
  const begun = (await minutesToWrite(db, seen.plan)) ?? refuse('minutes_too_early')
  if (!mayMinute(seen, 'write', await findMinutes(db, seen.plan.id))) refuse('minutes_do_not_allow')
  const prose = o.prose ?? begun.prose
  return minutesEditPage(c, {
    seen,
    minutes: minutesOf(begun.record, prose),
    prose,
    version: begun.version,
    problem: o.problem,
  })
}
