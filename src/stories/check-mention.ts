/** Looks whether a page that says it links a story of ours really does. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Sends } from '#src/platform/outbox/index.ts'
import { type Fetched, fetchOutside, NotFetched } from '#src/platform/outside/index.ts'
import { record } from '#src/platform/record.ts'
import type { Clock } from '#src/platform/time.ts'
import type { PartnerSite, StoryHouse } from './house.ts'
import { findMentionById, lockMention, type StoryMention, saveMention } from './mention-store.ts'
import { linksTo, titleOf } from './page-links.ts'

const mostTries = 4

type Look = { links: true; title: string } | { links: false; problem: string }

/** Delivers the outbox topic `webmention_check`. */
export function mentionChecker({ house, clock }: { house: StoryHouse; clock: Clock }): Sends {
  return async (item, { db }) => {
    const { mention: id } = item.body as { mention: string }
    const mention = await findMentionById(db, id)
    if (!mention) return 'done'
    const sites = await house.sites(db)
    try {
      const trusted = sites.map(({ origin }) => origin)
      await noteLook(db, id, lookAt(await fetchOutside(mention.source, { trusted }), mention), sites, clock())
    } catch (problem) {
      if (!(problem instanceof NotFetched)) throw problem
      const passing = problem.reason === 'not_reached' || problem.reason === 'too_slow'
      if (passing && item.attempts + 1 < mostTries) return { retry: problem.reason }
      await noteLook(db, id, { links: false, problem: problem.reason }, sites, clock())
    }
    return 'done'
  }
}

function lookAt(page: Fetched, { source, target }: StoryMention): Look {
  if (page.status < 200 || page.status > 299) return { links: false, problem: `status_${page.status}` }
  if (!linksTo(page.text, page.url, target)) return { links: false, problem: 'no_link' }
  return { links: true, title: titleOf(page.text) || new URL(source).host }
}

/** A confirmed partner's mention is shown at once; everybody else's waits for an editor. One already decided stays so. */
async function noteLook(db: Db, id: string, look: Look, sites: PartnerSite[], at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = (await lockMention(tx, id))!
    const partner = sites.find(({ origin }) => origin === new URL(before.source).origin)?.ror ?? null
    const after: StoryMention = look.links
      ? { ...before, partner, title: look.title, problem: '', checked_at: at, state: shown(before, partner) }
      : { ...before, partner, problem: look.problem, checked_at: at, state: 'gone' }
    await saveMention(tx, after)
    const about = { kind: 'story', id: before.story }
    const detail = { source: before.source, state: after.state }
    await record(tx, { at, by: { kind: 'node' }, about, act: 'story.mention_checked', detail })
  })
}

function shown(before: StoryMention, partner: string | null): StoryMention['state'] {
  if (before.decided_by !== null && before.state !== 'gone') return before.state
  return partner ? 'approved' : 'waiting'
}
