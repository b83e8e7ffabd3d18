/** Opening a session, the room, withdrawing. */
import { Hono } from 'hono'
import { agreementRefusalWords, findVersion, seeAgreement } from '#src/agreements/index.ts'
import { actorOf, formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { page, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdSession, mayOpen, seeSession, seeSigning } from './access.ts'
import { proposedDeadline, readDeadline, type TypedDeadline } from './deadline.ts'
import { decline } from './end-session.ts'
import { endingsOf } from './ending-store.ts'
import { offerSignature } from './offer-signature.ts'
import { openSession } from './open-session.ts'
import type { SigningParts } from './parts.ts'
import { readRoom } from './read-room.ts'
import { roomPage } from './room-page.ts'
import { refuse } from './session.ts'
import { type SessionsView, sessionsPage } from './sessions-page.ts'
import { signingRefusalWords } from './words.ts'

export function roomRoutes({ db }: SigningParts): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  routes.get('/agreements/:id/signing', async (c) => {
    const seen = await seeSigning(db, c.var.visitor, c.req.param('id'))
    if (seen.session && seen.session.state !== 'ended') return c.redirect(`/signing/${seen.session.id}`, 303)
    return page(c, sessionsPage(await readSessions(db, seen, c.var, proposedDeadline(c.var.now, seen.us.zone))))
  })

  routes.post('/agreements/:id/signing-sessions', async (c) => {
    const seen = await seeAgreement(db, c.var.visitor, c.req.param('id'))
    const { date = '', time = '' } = await formValues(c)
    try {
      const deadline = readDeadline({ date, time }, seen.us.zone) ?? refuse('deadline_malformed', {}, 422)
      return c.redirect(`/signing/${await openSession(db, seen, { deadline, at: c.var.now })}`, 303)
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.status === 403) throw problem
      const view = await readSessions(db, await seeSigning(db, c.var.visitor, seen.agreement.id), c.var, { date, time })
      const error = refusalText(problem, { ...agreementRefusalWords, ...signingRefusalWords }, c.var.language)
      return page(c, sessionsPage({ ...view, error }), problem.status)
    }
  })

  routes.get('/signing/:session', async (c) => {
    const seen = await seeSession(db, c.var.visitor, c.req.param('session'))
    return page(c, roomPage(await readRoom(db, seen, c.var)))
  })

  routes.post('/signing/:session/withdrawal', async (c) => {
    const { officer, agreement, progress } = await holdSession(db, c.var.visitor, c.req.param('session'))
    const { reason = '' } = await formValues(c)
    const said = {
      kind: 'withdrawn',
      reason,
      byName: officer.account.name.latin,
      by: actorOf(officer),
      at: c.var.now,
    } as const
    await decline(db, progress.session.id, agreement.version, said)
    return c.redirect(`/signing/${progress.session.id}`, 303)
  })

  routes.post('/signing/:session/signature-offer', async (c) => {
    const held = await holdSession(db, c.var.visitor, c.req.param('session'))
    await offerSignature(db, held, c.var.now)
    return c.redirect(`/signing/${held.progress.session.id}`, 303)
  })

  return routes
}

type Signing = Awaited<ReturnType<typeof seeSigning>>

async function readSessions(
  db: SigningParts['db'],
  { agreement, us, partner, visitor, sessions }: Signing,
  { language, now }: Pick<WebEnv['Variables'], 'language' | 'now'>,
  typed: TypedDeadline,
): Promise<SessionsView> {
  const { title, seats } = (await findVersion(db, agreement.id, agreement.version))?.text ?? {
    title: { en: '', zh: '' },
    seats: [],
  }
  const earlier = await Promise.all(
    sessions.map(async (session) => ({ session, endings: await endingsOf(db, session.id) })),
  )
  return {
    agreement: { id: agreement.id, approved: agreement.state === 'approved' },
    title,
    seats,
    us,
    partner,
    reader: { language, now, places: [us, partner].map(({ zone, city }) => ({ zone, city })) },
    mayOpen: mayOpen(visitor, agreement),
    typed,
    earlier,
  }
}
