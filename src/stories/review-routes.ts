/** From handing in to withdrawing. */
import { Hono } from 'hono'
import { ourInstitution } from '#src/partners/index.ts'
import { readMoment } from '#src/platform/day.ts'
import { formValues } from '#src/platform/people/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdStory } from './access.ts'
import { answerAct, type Fields, idOf, type StoryContext, type StoryParts, typed } from './answers.ts'
import {
  correctStory,
  publishStory,
  scheduleStory,
  setEmbargo,
  unscheduleStory,
  withdrawStory,
} from './publish-story.ts'
import { approveStory, askForChanges, submitStory } from './review-story.ts'
import { refuse } from './story.ts'

export function reviewRoutes(parts: StoryParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()
  const hold = (c: StoryContext) => holdStory(db, c.var.visitor, idOf(c))

  app.post('/stories/:id/submit', async (c) => {
    const held = await hold(c)
    return answerAct(c, parts, { act: 'submit', done: 'submitted' }, () => submitStory(db, held, c.var.now))
  })
  app.post('/stories/:id/approve', async (c) => {
    const held = await hold(c)
    const hash = typed(await formValues(c), 'hash')
    const input = { hash, at: c.var.now }
    return answerAct(c, parts, { act: 'approve', done: 'approved' }, () => approveStory(db, parts, held, input))
  })
  app.post('/stories/:id/changes', async (c) => {
    const held = await hold(c)
    const input = { reason: typed(await formValues(c), 'reason'), at: c.var.now }
    return answerAct(c, parts, { act: 'ask', done: 'changes_asked' }, () => askForChanges(db, held, input))
  })
  app.route('/', publicationRoutes(parts))
  return app
}

function publicationRoutes(parts: StoryParts): Hono<WebEnv> {
  const { db } = parts
  const app = new Hono<WebEnv>()
  const hold = (c: StoryContext) => holdStory(db, c.var.visitor, idOf(c))

  app.post('/stories/:id/publish', async (c) => {
    const held = await hold(c)
    return answerAct(c, parts, { act: 'publish', done: 'published' }, () => publishStory(db, parts, held, c.var.now))
  })
  app.post('/stories/:id/schedule', async (c) => {
    const held = await hold(c)
    const fields = await formValues(c)
    return answerAct(c, parts, { act: 'schedule', done: 'scheduled' }, async () =>
      scheduleStory(db, held, { when: await whenTyped(parts, fields), at: c.var.now }),
    )
  })
  app.post('/stories/:id/unschedule', async (c) => {
    const held = await hold(c)
    return answerAct(c, parts, { act: 'unschedule', done: 'unscheduled' }, () => unscheduleStory(db, held, c.var.now))
  })
  app.post('/stories/:id/embargo', async (c) => {
    const held = await hold(c)
    const fields = await formValues(c)
    return answerAct(c, parts, { act: 'embargo', done: 'embargo' }, async () => {
      const until = fields.do === 'lift' ? null : await whenTyped(parts, fields)
      return setEmbargo(db, held, { until, at: c.var.now })
    })
  })
  for (const [act, done, run] of [
    ['correct', 'corrected', correctStory],
    ['withdraw', 'withdrawn', withdrawStory],
  ] as const)
    app.post(`/stories/:id/${act}`, async (c) => {
      const held = await hold(c)
      const fields = await formValues(c)
      const note = { en: typed(fields, 'note_en'), zh: typed(fields, 'note_zh') }
      return answerAct(c, parts, { act, done }, () => run(db, parts, held, { note, at: c.var.now }))
    })
  return app
}

/** A date and a time on our own clock. @throws Refusal `story_time_missing` where there is no such time */
async function whenTyped({ db }: StoryParts, fields: Fields): Promise<Temporal.Instant> {
  const { zone } = await ourInstitution(db)
  const moment = { date: typed(fields, 'date'), time: typed(fields, 'time') }
  return readMoment(moment, zone) ?? refuse('story_time_missing', {}, 422)
}
