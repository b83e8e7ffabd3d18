/** The addresses of the partners area. */
import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { type Content, fragment, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdToMove, mayMovePartnership, requirePartnersReader, type SeenPartner, seePartner } from './access.ts'
import { activityRoutes } from './activity-routes.ts'
import { type Activity, ownActivity } from './activity-source.ts'
import { lastActivity } from './activity-store.ts'
import { changedRoutes } from './changed-routes.ts'
import { contactRoutes } from './contact-routes.ts'
import { directoryRoutes } from './directory-routes.ts'
import { factRoutes } from './fact-routes.ts'
import { groupingRoutes } from './grouping-routes.ts'
import { findGrouping, groupings } from './grouping-store.ts'
import { changedInstitutions } from './institution-move-store.ts'
import { leadRoutes } from './lead-routes.ts'
import type { MoveParts } from './move-institution.ts'
import { movePartnershipByHand } from './move-partnership.ts'
import { pairingRoutes } from './pairing-routes.ts'
import { partnerList } from './partner-list.ts'
import { markCondition, marksFor } from './partner-mark.ts'
import { partnerPage } from './partner-page.ts'
import { type PartnersView, partnersAPage, partnersPage, partnerTable } from './partners-page.ts'
import { type HandAct, partnershipLifecycle, partnershipStates, refusePartnership } from './partnership.ts'
import type { Said } from './partnership-view.ts'
import { readPartner } from './read-partner.ts'
import { partnerRefusalWords } from './refusal-words.ts'
import { ourInstitution } from './store.ts'
import { unitRoutes } from './unit-routes.ts'

export interface PartnerParts {
  db: Db
  /** What areas above show on a partner's page: under its heading, and beside it. */
  first?: Addition
  beside?: Addition
  /** What is recorded of what happens with partners. */
  activity?: Activity
  /** What follows when an institution is moved to its successor. */
  move?: MoveParts
}

const alone: MoveParts = { hasNode: async () => false, following: [] }

type Addition = (c: Context<WebEnv>, seen: SeenPartner) => Promise<Content>

export function partnerRoutes({ db, first, beside, activity = ownActivity, move = alone }: PartnerParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.route('/', changedRoutes({ db, move }))
  app.route('/', directoryRoutes({ db }))
  app.route('/', contactRoutes({ db }))
  app.route('/', leadRoutes({ db, activity }))
  app.route('/', unitRoutes({ db }))
  app.route('/', factRoutes({ db }))
  app.route('/', pairingRoutes({ db }))
  app.route('/', groupingRoutes({ db }))
  app.route('/', activityRoutes({ db, activity }))
  const show = async (c: Context<WebEnv>, said: Said = {}) => {
    const seen = await seePartner(db, c.var.visitor, c.req.param('ror') ?? '')
    const added = { first: await first?.(c, seen), beside: await beside?.(c, seen) }
    return partnerPage(c, await readPartner(db, activity, seen, c.var.now), said, added)
  }

  app.get('/partners', async (c) => {
    requirePartnersReader(c.var.visitor)
    const view = await readPartners(c, db, activity)
    return c.req.query('part') === 'found' ? fragment(c, partnerTable(c, view)) : partnersPage(c, view)
  })

  app.get('/partners/:ror', (c) => show(c, { done: c.req.query('done') === 'yes' }))

  app.post('/partners/:ror/steps', async (c) => {
    const ror = c.req.param('ror')
    const { act = '', reason = '', evidence = '' } = await formValues(c)
    const typed = { act, reason: reason.slice(0, 4000), evidence: evidence.slice(0, 500) }
    try {
      const held = await holdToMove(db, c.var.visitor, ror)
      await movePartnershipByHand(db, held, { ...typed, act: knownAct(act), at: c.var.now })
      return c.redirect(`/partners/${ror}?done=yes`, 303)
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.status === 401 || refusal.status === 404) throw refusal
      const text = refusalText(refusal, partnerRefusalWords, c.var.language)
      return show(c, { problem: { text, status: refusal.status, ...typed } })
    }
  })

  return app
}

function knownAct(given: string): HandAct {
  const row = partnershipLifecycle.find(({ act, who }) => act === given && who !== 'signing')
  return row ? (row.act as HandAct) : refusePartnership('partnership_does_not_allow', { act: given })
}

async function readPartners(c: Context<WebEnv>, db: Db, activity: Activity): Promise<PartnersView> {
  const query = c.req.query() as Partial<Record<string, string>>
  const marks = marksFor(mayMovePartnership(c.var.visitor))
  const state = partnershipStates.find((one) => one === query.state) ?? ''
  const mark = marks.find((one) => one === query.mark) ?? ''
  const grouping = isId(query.grouping ?? '') ? await findGrouping(db, query.grouping!) : undefined
  const words = (query.q ?? '').slice(0, 200)
  const filter = { words, state, mark, grouping: grouping?.id ?? '' } as const
  const page = Math.min(10_000, Math.max(1, Math.floor(Number(query.page)) || 1))
  const today = c.var.now.toZonedDateTimeISO((await ourInstitution(db)).zone).toPlainDate()
  const where = mark ? markCondition(mark, activity, today) : undefined
  const { rows, total } = await partnerList(db, filter, { page, size: partnersAPage, where })
  const shown = rows.map(({ ror }) => ror)
  const last = await lastActivity(db, activity, shown, today)
  const all = await groupings(db)
  const changed = mayMovePartnership(c.var.visitor) ? (await changedInstitutions(db)).length : 0
  return {
    filter,
    page,
    marks,
    changed,
    groupings: all,
    total,
    rows: rows.map((row) => ({ ...row, last: last.get(row.ror) ?? null })),
  }
}
