/** The other desks behind the stage: interpreters, speakers, signatories. */
import { type Context, Hono } from 'hono'
import { isStaff, itemNotes, type SeenCeremony, seeCeremony } from '#src/ceremonies/index.ts'
import { formValues, passkeysOf } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { page, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type CaptionersStage, holdCaptions, type SignatorysDesk, seeDesk, seeSpeakersView } from './access.ts'
import { captionsPage } from './captions-page.ts'
import { deskPage } from './desk-page.ts'
import { beginMark, markRehearsal } from './mark-rehearsal.ts'
import type { StageParts } from './parts.ts'
import { type BackstageView, readBackstage } from './read-console.ts'
import { readSigning } from './read-signing.ts'
import { itemNow } from './read-stage.ts'
import { backstageRefusals } from './refusals.ts'
import { latestCaptions, type Tongue } from './said-store.ts'
import { sendCaption } from './send-caption.ts'
import { speakerPage } from './speaker-page.ts'
import { refuse } from './stage.ts'

const idOf = (c: Context<WebEnv>): string => c.req.param('id') ?? ''

export function backstageRoutes(parts: StageParts): Hono<WebEnv> {
  const { db, publicUrl } = parts
  const routes = new Hono<WebEnv>()

  routes.get('/ceremonies/:id/captions', async (c) =>
    showCaptions(c, parts, await holdCaptions(db, c.var.visitor, idOf(c))),
  )

  routes.post('/ceremonies/:id/captions', async (c) => {
    const held = await holdCaptions(db, c.var.visitor, idOf(c))
    return takeLines(c, parts, held)
  })

  routes.get('/ceremonies/:id/speaker', async (c) => {
    const seen = await seeSpeakersView(db, c.var.visitor, idOf(c))
    const view = await readBackstage(db, seen, c.var)
    const item = ownItem(view, c.req.query('item'))
    const notes = isStaff(seen.visitor) ? await itemNotes(db, seen.plan.rehearsalOf ?? seen.plan.id) : {}
    return page(c, speakerPage({ ...view, item, officeNote: item && notes[item.id] }))
  })

  routes.get('/ceremonies/:id/desk', async (c) => showDesk(c, parts, await deskOf(c, parts)))

  routes.post('/ceremonies/:id/rehearsal-mark/options', async (c) => {
    const { seat = '' } = await formValues(c)
    try {
      return c.json(await beginMark(db, await deskOf(c, parts), { seat, at: c.var.now, publicUrl }))
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem
      const message = refusalText(problem, backstageRefusals, c.var.language)
      return c.json({ reason: problem.reason, message }, problem.status)
    }
  })

  routes.post('/ceremonies/:id/rehearsal-mark', async (c) => {
    const desk = await deskOf(c, parts)
    const { seat = '', response } = await formValues(c)
    try {
      await markRehearsal(db, desk, { seat, response, at: c.var.now, publicUrl })
      return c.redirect(`/ceremonies/${desk.plan.id}/desk`, 303)
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem
      return showDesk(c, parts, desk, problem)
    }
  })

  return routes
}

/** The item asked for; else the visitor's own by name: the one on stage, or the next that is theirs. */
function ownItem(view: BackstageView, asked: string | undefined) {
  const { plan, visitor, us } = view
  const named = plan.items.find(({ id }) => id === asked)
  if (named) return named
  const own = plan.items.filter(
    ({ speaker }) => speaker?.party === us.ror && speaker.name.latin === visitor.account.name.latin,
  )
  const now = plan.items.findIndex(({ id }) => id === itemNow(view)?.id)
  return own.find((item) => plan.items.indexOf(item) >= now) ?? own.at(-1)
}

async function deskOf(c: Context<WebEnv>, { db }: StageParts): Promise<SignatorysDesk> {
  const { plan, us } = await seeCeremony(db, c.var.visitor, idOf(c))
  const seats = (await readSigning(db, plan))?.seats ?? []
  const ours = seats.filter(({ party }) => party === us.ror).map(({ id }) => id)
  return seeDesk(db, c.var.visitor, plan.id, ours)
}

async function showDesk(c: Context<WebEnv>, { db }: StageParts, desk: SignatorysDesk, refused?: Refusal) {
  const view = await readBackstage(db, desk, c.var)
  const passkey = (await passkeysOf(db, desk.visitor.account.id)).length > 0
  const problem = refused && refusalText(refused, backstageRefusals, c.var.language)
  const { seats, standIn } = desk
  return page(c, deskPage({ ...view, seats, standIn, passkey, problem }), refused?.status)
}

const isTongue = (text: string): text is Tongue => text === 'en' || text === 'zh'

/** Sends the first line of a box. What remains comes back in it, so that Enter after Enter sends a prepared text line by line. */
async function takeLines(c: Context<WebEnv>, parts: StageParts, held: CaptionersStage): Promise<Response> {
  const { language = '', lines = '', id = '', clear } = await formValues(c)
  if (!isTongue(language)) return refuse('stage_malformed', {}, 422)
  const all = lines.split(/\r?\n/).filter((line) => line.trim() !== '')
  const [text = '', ...rest] = all
  try {
    if (text || clear) await sendCaption(parts.db, held, { id, text, language, at: c.var.now })
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    return showCaptions(c, parts, held, { rest: { [language]: lines }, problem })
  }
  if (rest.length > 0) return showCaptions(c, parts, held, { rest: { [language]: rest.join('\n') } })
  return c.redirect(`/ceremonies/${held.plan.id}/captions`, 303)
}

async function showCaptions(
  c: Context<WebEnv>,
  { db }: StageParts,
  held: SeenCeremony,
  o: { rest?: Partial<Record<Tongue, string>>; problem?: Refusal } = {},
): Promise<Response> {
  const view = await readBackstage(db, held, c.var)
  const sent = {
    en: await latestCaptions(db, held.plan.id, 'en', 12),
    zh: await latestCaptions(db, held.plan.id, 'zh', 12),
  }
  const problem = o.problem && refusalText(o.problem, backstageRefusals, c.var.language)
  return page(c, captionsPage({ ...view, sent, rest: o.rest, problem }), o.problem?.status)
}
