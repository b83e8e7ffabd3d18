/** The addresses of everything around a ceremony's plan: invitations, the meeting, papers, and what comes after. */
import { Hono } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { afterRoutes } from './after-routes.ts'
import type { AroundParts } from './around-parts.ts'
import { invitationRoutes } from './invitation-routes.ts'
import type { MeetingParts } from './join-meeting.ts'
import { meetingRoutes } from './meeting-routes.ts'
import { papersRoutes } from './papers-routes.ts'

/** Mounted beside the routes of the plan itself. */
export function aroundRoutes(parts: AroundParts & MeetingParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.route('/', invitationRoutes(parts))
  app.route('/', meetingRoutes(parts))
  app.route('/', papersRoutes(parts))
  app.route('/', afterRoutes(parts))
  return app
}
