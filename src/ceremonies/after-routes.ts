/** Where both offices see to what comes after a ceremony. */
import { Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdCeremony, isOfficer, isStaff, type SeenCeremony, seeCeremony } from './access.ts'
import { type After, afterPage } from './after-page.ts'
import { afterDoneWords } from './after-words.ts'
import { type CeremonyContext, idOf } from './answers.ts'
import { doneOf, doOrShow, type Problem } from './around-answers.ts'
import type { AroundParts } from './around-parts.ts'
import { mayNote, noteAttendance, type Presence } from './attendance-note.ts'
import { attendancePage } from './attendance-page.ts'
import { followed } from './commitment-store.ts'
import { commitmentRoutes } from './commitments-routes.ts'
import { both, type Fields } from './form-parts.ts'
import { minutesRoutes } from './minutes-routes.ts'
import { findMinutes, thanked } from './minutes-store.ts'
import type { Bilingual } from './plan.ts'
import { findRecord } from './record-store.ts'
import { saveLetter } from './save-letter.ts'
import { sendThanks, thanksLetter, toThank } from './send-thanks.ts'

/** Staff of this node, and a ceremony that counts. @throws Refusal `not_found` for everybody and everything else */
export async function seeForOffice(db: Db, c: CeremonyContext): Promise<SeenCeremony> {
  const seen = await seeCeremony(db, c.var.visitor, idOf(c))
  if (!isStaff(seen.visitor) || seen.plan.rehearsalOf) throw new Refusal('not_found', {}, 404)
  return seen
}

export function afterRoutes(parts: Pick<AroundParts, 'db'>): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()
  const at = (c: CeremonyContext) => `/ceremonies/${idOf(c)}/after`

  app.get('/ceremonies/:id/after', (c) => showAfter(c, db))

  app.post('/ceremonies/:id/thanks', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    return doOrShow(
      c,
      `${at(c)}?done=thanked`,
      () => sendThanks(db, held, c.var.now),
      (problem) => showAfter(c, db, problem),
    )
  })

  app.post('/ceremonies/:id/letters/thanks', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const fields = await formValues(c)
    const [text, version] = [both(fields, 'letter'), Number(fields.version)]
    const run = () => saveLetter(db, held, { kind: 'thanks', text, version, at: c.var.now })
    return doOrShow(c, `${at(c)}?done=letter`, run, (problem) => showAfter(c, db, problem, text))
  })

  app.get('/ceremonies/:id/attendance', (c) => showAttendance(c, db))

  app.post('/ceremonies/:id/attendance', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const presence = presenceOf(await formValues(c))
    const run = () => noteAttendance(db, held, presence, c.var.now)
    return doOrShow(c, `${at(c)}?done=noted`, run, (problem) => showAttendance(c, db, problem))
  })

  app.route('/', minutesRoutes(parts))
  app.route('/', commitmentRoutes(parts))
  return app
}

const presenceOf = (fields: Fields): Presence =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const guest = /^guest_([\w-]{1,40})$/.exec(name)?.[1]
      return guest ? [[guest, value === 'yes' ? true : value === 'no' ? false : null]] : []
    }),
  )

async function showAttendance(c: CeremonyContext, db: Db, problem?: Problem): Promise<Response> {
  const seen = await seeForOffice(db, c)
  return attendancePage(c, { seen, mayNote: isOfficer(seen.visitor) && mayNote(seen.plan), problem })
}

async function showAfter(c: CeremonyContext, db: Db, problem?: Problem, letter?: Bilingual): Promise<Response> {
  const seen = await seeForOffice(db, c)
  const done = doneOf(c, afterDoneWords)
  return afterPage(c, { after: await readAfter(db, seen), done, problem: problem && { ...problem, letter } })
}

async function readAfter(db: Db, seen: SeenCeremony): Promise<After> {
  const { plan, us, visitor } = seen
  const [record, minutes, commitments, thanking, done, letter] = await Promise.all([
    findRecord(db, plan.id),
    findMinutes(db, plan.id),
    followed(db, { ceremony: plan.id }),
    toThank(db, plan, us.ror),
    thanked(db, plan.id),
    thanksLetter(db, plan),
  ])
  return {
    ...seen,
    officer: isOfficer(visitor),
    record,
    minutes,
    commitments,
    toThank: thanking,
    thanked: done.size,
    letter,
  }
}
