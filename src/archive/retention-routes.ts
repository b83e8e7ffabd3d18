/** The addresses of retention. */
import { type Context, Hono } from 'hono'
import { ourToday } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { refilled, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdAct, requireKeeper, requireRuler } from './access.ts'
import { changeRule } from './change-rule.ts'
import { duePage } from './due-page.ts'
import { confirmForgetting, proposeForgetting, withdrawForgetting } from './forget-records.ts'
import { kindNamed, readDue, readRetention } from './read-retention.ts'
import { isForgettable, refuseRetention } from './retention.ts'
import { retentionPage } from './retention-page.ts'
import { retentionRefusalWords } from './words.ts'

export function retentionRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  const when = async (c: Context<WebEnv>) => ({ at: c.var.now, today: await ourToday(db, c.var.now) })

  app.get('/retention', async (c) => retentionPage(c, await readRetention(db, c.var.visitor, c.var.now)))

  app.get('/retention/:kind', async (c) => {
    const asked = { name: c.req.param('kind'), now: c.var.now }
    return duePage(c, await readDue(db, c.var.visitor, asked))
  })

  app.post('/retention/:kind/propose', async (c) => {
    const keeper = requireKeeper(c.var.visitor)
    const kind = kindNamed(c.req.param('kind'))
    const values = await formValues(c)
    const chosen = Object.keys(values).flatMap((name) => (name.startsWith('record:') ? [name.slice(7)] : []))
    const { reason = '' } = values
    return done(c, db, async () => {
      if (!isForgettable(kind)) return refuseRetention('retention_nothing_chosen', {}, 422)
      await proposeForgetting(db, keeper, { kind, chosen, reason: reason.slice(0, 2_000), ...(await when(c)) })
    })
  })

  app.post('/retention/:kind/rule', async (c) => {
    const ruler = requireRuler(c.var.visitor)
    const kind = kindNamed(c.req.param('kind'))
    const values = await formValues(c)
    const of = (name: string) => (values[name] ?? '').trim().slice(0, 1_000)
    const pair = (name: string) => ({ en: of(`${name}_en`), zh: of(`${name}_zh`) })
    const rule = { kind, years: Number(of('years') || Number.NaN), reason: pair('reason'), basis: pair('basis') }
    return done(c, db, () => changeRule(db, ruler, { rule, at: c.var.now }))
  })

  app.post('/retention/acts/:act/confirm', async (c) => {
    const held = await holdAct(db, c.var.visitor, c.req.param('act'))
    return done(c, db, async () => confirmForgetting(db, held, await when(c)))
  })
  app.post('/retention/acts/:act/withdraw', async (c) => {
    const held = await holdAct(db, c.var.visitor, c.req.param('act'))
    return done(c, db, async () => withdrawForgetting(db, held, await when(c)))
  })
  return app
}

/** Back to the page one came from: of the kind, or of all. */
async function done(c: Context<WebEnv>, db: Db, act: () => Promise<void>): Promise<Response> {
  try {
    await act()
    return c.redirect('/retention', 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const problem = { text: refusalText(refusal, retentionRefusalWords, c.var.language), status: refusal.status }
    const kind = c.req.param('kind')
    if (kind) {
      const due = await readDue(db, c.var.visitor, { name: kind, now: c.var.now })
      return refilled(c, duePage(c, due, problem), problem.text)
    }
    return retentionPage(c, await readRetention(db, c.var.visitor, c.var.now), problem)
  }
}
