/** Where guests answer, by the link in their letter. */
import { Hono } from 'hono'
import { calendar } from '#src/platform/calendar/index.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { answerInvitation, type Invited, mayAnswer, openInvitation } from './answer-invitation.ts'
import type { CeremonyContext } from './answers.ts'
import { doOrShow, type Problem } from './around-answers.ts'
import { typed } from './form-parts.ts'
import { eventIdentity, whenWords } from './invitation-mail.ts'
import type { InvitationParts } from './invitation-routes.ts'
import { joinMeeting } from './join-meeting.ts'
import { refuse } from './join-offer.ts'
import { offerMeeting } from './offer-meeting.ts'
import { replyPage } from './reply-page.ts'
import { tellingOf } from './telling.ts'

export function replyRoutes(parts: InvitationParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()
  const token = (c: CeremonyContext) => c.req.param('token') ?? ''

  app.get('/reply/:token', (c) => showReply(c, parts))

  app.post('/reply/:token', async (c) => {
    const invited = await openInvitation(db, token(c))
    const fields = await formValues(c)
    const given = { answer: fields.answer ?? '', remark: typed(fields, 'remark') }
    const run = () => answerInvitation(db, invited, token(c), { ...given, at: c.var.now })
    const to = `/reply/${token(c)}?done=yes`
    return doOrShow(c, to, run, (problem) => showReply(c, parts, { ...problem, ...given }))
  })

  app.get('/reply/:token/invitation.ics', async (c) => {
    const invited = await openInvitation(db, token(c))
    if (!mayAnswer(invited)) throw new Refusal('not_found', {}, 404)
    const file = calendarOf(invited, token(c), parts.publicUrl, c)
    return c.body(file, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="invitation.ics"',
    })
  })

  app.post('/reply/:token/join', async (c) => {
    const invited = await openInvitation(db, token(c))
    const { guest, plan } = invited
    const enters = guest && mayAnswer(invited) && guest.attending !== 'declined'
    const run = async () => {
      if (!enters) return refuse('meeting_not_for_you', {}, 403)
      const name = [guest.name.native, guest.name.latin].filter(Boolean).join(' ')
      return joinMeeting(parts, plan, { name, key: guest.id, moderates: false }, c.var.now)
    }
    return doOrShow(c, '/', run, (problem) => showReply(c, parts, problem))
  })

  return app
}

type ReplyProblem = Problem & { answer?: string; remark?: string }

async function showReply(c: CeremonyContext, parts: InvitationParts, problem?: ReplyProblem): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const invited = await openInvitation(parts.db, token)
  const comes = mayAnswer(invited) && invited.guest!.attending !== 'declined'
  const action = `/reply/${token}/join`
  const offer = comes ? await offerMeeting(parts, invited.plan, { action, now: c.var.now }) : null
  const done = c.req.method === 'GET' && c.req.query('done') === 'yes'
  return replyPage(c, { invited, token, offer, done, problem })
}

/** The same event as in the letter, for whoever lost the letter's file. */
function calendarOf({ plan, us, invitation }: Invited, token: string, publicUrl: string, c: CeremonyContext): string {
  const { language } = c.var
  const told = tellingOf(plan, us.ror)
  const own = new URL(`/reply/${token}`, publicUrl).href
  const event = {
    uid: eventIdentity(plan.id, new URL(publicUrl).hostname),
    sequence: invitation.sequence,
    status: plan.state === 'planning' ? ('TENTATIVE' as const) : ('CONFIRMED' as const),
    start: plan.startsAt,
    end: plan.endsAt,
    summary: told.title[language],
    description: whenWords(plan, us.ror, language),
    location: told.place[language],
    url: own,
    ...(plan.meeting && { conference: own }),
    created: invitation.createdAt,
    modified: invitation.toldAt,
    language,
  }
  return calendar([event], { name: told.title[language], method: 'PUBLISH', language })
}
