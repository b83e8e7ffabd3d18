/** Tells a site that a story of ours links it (Webmention, W3C Recommendation 12 January 2017). */
import type { Sends } from '#src/platform/outbox/index.ts'
import { fetchOutside, NotFetched, type Outside } from '#src/platform/outside/index.ts'
import type { StoryHouse } from './house.ts'
import { mentionEndpoint } from './page-links.ts'

/** Tries after which a site that does not answer is left alone. */
const mostTries = 6

/** Delivers the outbox topic `webmention`. A site without an endpoint wants none; that is no failure. */
export function mentionSender(house: StoryHouse): Sends {
  return async (item, { db }) => {
    const { source, target } = item.body as { source: string; target: string }
    const trusted = (await house.sites(db)).map(({ origin }) => origin)
    try {
      return await send({ source, target }, { trusted })
    } catch (problem) {
      const final = problem instanceof NotFetched && problem.reason === 'not_public'
      if (final || item.attempts + 1 >= mostTries) return 'done'
      return { retry: problem instanceof Error ? problem.message : String(problem) }
    }
  }
}

async function send(form: { source: string; target: string }, outside: Outside): Promise<'done' | { retry: string }> {
  const page = await fetchOutside(form.target, outside)
  const endpoint = mentionEndpoint(page)
  if (!endpoint) return 'done'
  const { status } = await fetchOutside(endpoint, outside, { method: 'POST', form })
  // A refusal is an answer; only a server in trouble is asked again.
  return status >= 500 ? { retry: `status ${status}` } : 'done'
}
