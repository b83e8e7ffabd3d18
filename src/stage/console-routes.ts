/** The moderator's console: presses, notes to speakers, slides. */
import { type Context, Hono } from 'hono'
import { commitmentsOf } from '#src/ceremonies/index.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { page, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdStage, type ModeratorsStage } from './access.ts'
import { consolePage } from './console-page.ts'
import { markPromise } from './mark-promise.ts'
import type { StageParts } from './parts.ts'
import { type Press, playStage } from './play-stage.ts'
import { readBackstage } from './read-console.ts'
import { backstageRefusals } from './refusals.ts'
import { uploadSlides } from './slides.ts'
import { refuse, type StageAct, stageActs } from './stage.ts'
import { tellSpeakers } from './tell-speakers.ts'

type Held = ModeratorsStage
type Fields = Partial<Record<string, string>>

export function consoleRoutes(parts: StageParts): Hono<WebEnv> {
  const { db } = parts
  const routes = new Hono<WebEnv>()
  const hold = (c: Context<WebEnv>) => holdStage(db, c.var.visitor, c.req.param('id') ?? '')

  routes.get('/ceremonies/:id/console', async (c) => show(c, parts, await hold(c)))

  routes.post('/ceremonies/:id/stage', async (c) => {
    const held = await hold(c)
    const fields = await formValues(c)
    return acted(c, parts, held, () => playStage(db, held, readPress(fields, c.var.now)))
  })

  routes.post('/ceremonies/:id/stage/note', async (c) => {
    const held = await hold(c)
    const { id = '', text = '' } = await formValues(c)
    return acted(c, parts, held, () => tellSpeakers(db, held, { id, text, at: c.var.now }), { text })
  })

  routes.post('/ceremonies/:id/stage/promise', async (c) => {
    const held = await hold(c)
    const typed = await formValues(c)
    return acted(c, parts, held, () => markPromise(db, held, { ...readPromise(typed), at: c.var.now }), typed)
  })

  routes.post('/slides/:id', async (c) => {
    const held = await hold(c)
    const { item, pdf } = await c.req.parseBody()
    return acted(c, parts, held, async () => {
      if (typeof item !== 'string' || !(pdf instanceof File)) return refuse('stage_malformed', {}, 422)
      const bytes = new Uint8Array(await pdf.arrayBuffer())
      return uploadSlides(db, held, { item, name: pdf.name, pdf: bytes, at: c.var.now })
    })
  })

  return routes
}

function readPromise({ id = '', words_en: en = '', words_zh: zh = '', by = '', side }: Fields) {
  const known = side === 'theirs' || side === 'neither' ? side : 'ours'
  return { id, words: { en, zh }, by, side: known } as const
}

const isAct = (act: string): act is StageAct => (stageActs as readonly string[]).includes(act)

/** @throws Refusal `stage_malformed` where the form is not one of ours */
function readPress(fields: Fields, at: Temporal.Instant): Press {
  const { act = '', term = '', rev = '', item, page } = fields
  if (!isAct(act) || !/^\d{1,9}$/.test(term) || !/^\d{1,9}$/.test(rev)) return refuse('stage_malformed', {}, 422)
  const number = page === undefined ? undefined : Number(page)
  if (number !== undefined && !Number.isSafeInteger(number)) return refuse('stage_malformed', {}, 422)
  return { act, item, page: number, seen: { term: Number(term), rev: Number(rev) }, at }
}

/** Back to the console after an act; what was refused is told there, with what was typed. */
async function acted(
  c: Context<WebEnv>,
  parts: StageParts,
  held: Held,
  act: () => Promise<unknown>,
  typed?: Fields,
): Promise<Response> {
  try {
    await act()
    return c.redirect(`/ceremonies/${held.plan.id}/console`, 303)
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    return show(c, parts, held, { problem, typed })
  }
}

async function show(
  c: Context<WebEnv>,
  { db }: StageParts,
  held: Held,
  o: { problem?: Refusal; typed?: Fields } = {},
): Promise<Response> {
  const view = await readBackstage(db, held, c.var)
  const commitments = await commitmentsOf(db, held.plan.id)
  const problem = o.problem && refusalText(o.problem, backstageRefusals, c.var.language)
  return page(c, consolePage({ ...view, problem, typed: o.typed, commitments }), o.problem?.status)
}
