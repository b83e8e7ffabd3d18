/** Looks once a day whether the stories we link still answer; editors are told of one that does not, the third time. */
import type { Db } from '#src/platform/database/tables.ts'
import { mail } from '#src/platform/mail/index.ts'
import { fetchOutside, NotFetched } from '#src/platform/outside/index.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { StoryHouse } from './house.ts'
import { mailWords } from './mail-words.ts'
import { linksToCheck, noteCheck, type Related } from './related-store.ts'

/** Days in a row without an answer after which editors are told: one bad night of a server is not news. */
export const broken = 3
const atATime = 20

export async function checkLinks(db: Db, house: StoryHouse, now: Temporal.Instant): Promise<void> {
  const trusted = (await house.sites(db)).map(({ origin }) => origin)
  for (const link of await linksToCheck(db, now.subtract({ hours: 23 }), atATime)) {
    const problem = await problemOf(link.url, trusted)
    await noteCheck(db, link, problem, now)
    if (problem !== '' && link.failures + 1 === broken) await tellEditors(db, link, problem, now)
  }
}

/** Empty where the address answers; a site that turns programs away (401, 403, 429) is there. */
async function problemOf(url: string, trusted: string[]): Promise<string> {
  try {
    const { status } = await fetchOutside(url, { trusted })
    const there = (status >= 200 && status < 400) || [401, 403, 429].includes(status)
    return there ? '' : `status_${status}`
  } catch (problem) {
    if (problem instanceof NotFetched) return problem.reason
    throw problem
  }
}

async function tellEditors(db: Db, link: Related, problem: string, at: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const then = (await accountsWithRole(tx, 'editor')).map(({ id }) =>
      mail({
        to: { account: id },
        subject: mailWords.brokenSubject(link.title),
        text: mailWords.brokenText(link.url),
        path: `/stories/${link.story}`,
      }),
    )
    const about = { kind: 'story', id: link.story }
    const detail = { url: link.url, problem }
    await record(tx, { at, by: { kind: 'node' }, about, act: 'story.link_broken', detail, then })
  })
}
