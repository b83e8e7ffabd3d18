/** Where officers invite. */
import { Hono } from 'hono'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdCeremony, isOfficer, isStaff, seeCeremony } from './access.ts'
import { type CeremonyContext, idOf } from './answers.ts'
import { doneOf, doOrShow, type Problem } from './around-answers.ts'
import type { AroundParts } from './around-parts.ts'
import { both } from './form-parts.ts'
import { invitationsPage } from './invitation-page.ts'
import { invitationsDoneWords } from './invitation-page-words.ts'
import { inviteGuests } from './invite-guests.ts'
import type { MeetingParts } from './join-meeting.ts'
import type { Bilingual } from './plan.ts'
import { readInvitations } from './read-invitations.ts'
import { replyRoutes } from './reply-routes.ts'
import { saveLetter } from './save-letter.ts'
import { tellGuests } from './tell-guests.ts'

export type InvitationParts = AroundParts & MeetingParts

export function invitationRoutes(parts: InvitationParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()
  const at = (c: CeremonyContext) => `/ceremonies/${idOf(c)}/invitations`

  app.get('/ceremonies/:id/invitations', (c) => showInvitations(c, parts))

  app.post('/ceremonies/:id/invitations', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const { guest } = await formValues(c)
    const run = () => inviteGuests(db, held, { guest, office: parts, at: c.var.now })
    return doOrShow(c, `${at(c)}?done=invited`, run, (problem) => showInvitations(c, parts, problem))
  })

  app.post('/ceremonies/:id/invitations/tell', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const run = () => tellGuests(db, held, { office: parts, at: c.var.now })
    return doOrShow(c, `${at(c)}?done=told`, run, (problem) => showInvitations(c, parts, problem))
  })

  app.post('/ceremonies/:id/letters/invitation', async (c) => {
    const held = await holdCeremony(db, c.var.visitor, idOf(c))
    const fields = await formValues(c)
    const [text, version] = [both(fields, 'letter'), Number(fields.version)]
    const run = () => saveLetter(db, held, { kind: 'invitation', text, version, at: c.var.now })
    return doOrShow(c, `${at(c)}?done=letter`, run, (problem) => showInvitations(c, parts, problem, text))
  })

  app.route('/', replyRoutes(parts))
  return app
}

async function showInvitations(
  c: CeremonyContext,
  { db }: InvitationParts,
  problem?: Problem,
  letter?: Bilingual,
): Promise<Response> {
  const seen = await seeCeremony(db, c.var.visitor, idOf(c))
  // Addresses and remarks are the office's own; a rehearsal has no guests to write to.
  if (!isStaff(seen.visitor) || seen.plan.rehearsalOf) throw new Refusal('not_found', {}, 404)
  const view = await readInvitations(db, seen)
  const done = doneOf(c, invitationsDoneWords)
  return invitationsPage(c, {
    view,
    officer: isOfficer(seen.visitor),
    done,
    problem: problem && { ...problem, letter },
  })
}
