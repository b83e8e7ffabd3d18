/** Where people with a part in the ceremony join its video meeting. */
import { Hono } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { mayModerate, type SeenCeremony, seeCeremony } from './access.ts'
import { type CeremonyContext, idOf } from './answers.ts'
import { doOrShow, type Problem } from './around-answers.ts'
import { joinMeeting, type MeetingParts } from './join-meeting.ts'
import { doorPage } from './meeting-door-page.ts'
import { meetingPage } from './meeting-page.ts'
import { offerMeeting } from './offer-meeting.ts'
import { readEntering } from './read-entering.ts'

/** Whoever may see the ceremony's page may join its meeting; whoever may run the stage moderates it. */
function personOf({ visitor, duties }: SeenCeremony) {
  const { id, name } = visitor.account
  return {
    name: [name.native, name.latin].filter(Boolean).join(' '),
    key: id,
    moderates: mayModerate(visitor, { duties }),
  }
}

export function meetingRoutes(parts: MeetingParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()

  app.get('/ceremonies/:id/meeting', (c) => showMeeting(c, parts))

  app.post('/ceremonies/:id/meeting', async (c) => {
    const seen = await seeCeremony(db, c.var.visitor, idOf(c))
    const run = () => joinMeeting(parts, seen.plan, personOf(seen), c.var.now)
    return doOrShow(c, '/', run, (problem) => showMeeting(c, parts, problem))
  })

  app.get('/meeting/:pass', (c) => showDoor(c, parts))

  app.post('/meeting/:pass', async (c) => {
    const { plan, person } = await readEntering(parts, c.req.param('pass'), c.var.now)
    const run = () => joinMeeting(parts, plan, person, c.var.now)
    return doOrShow(c, '/', run, (problem) => showDoor(c, parts, problem))
  })

  return app
}

async function showMeeting(c: CeremonyContext, parts: MeetingParts, problem?: Problem): Promise<Response> {
  const seen = await seeCeremony(parts.db, c.var.visitor, idOf(c))
  const action = `/ceremonies/${seen.plan.id}/meeting`
  const offer = await offerMeeting(parts, seen.plan, { action, now: c.var.now })
  const { name, moderates } = personOf(seen)
  return meetingPage(c, { seen, offer, name, moderates, problem })
}

async function showDoor(c: CeremonyContext, parts: MeetingParts, problem?: Problem): Promise<Response> {
  const pass = c.req.param('pass') ?? ''
  const entering = await readEntering(parts, pass, c.var.now)
  const action = `/meeting/${pass}`
  const offer = await offerMeeting(parts, entering.plan, { action, now: c.var.now })
  return doorPage(c, { entering, host: offer?.host ?? null, action, problem })
}
