/** Reads what the public may know, through the public doors of the areas. No other file of this area asks the database. */

import { findPublicAgreement, type PublicAgreement, publicAgreements } from '#src/agreements/index.ts'
import { findPlan, heldTimes, plans } from '#src/ceremonies/index.ts'
import {
  type PublicFact,
  type PublicInstitution,
  type PublicPartner,
  publicFacts,
  publicPartners,
  publicSelf,
} from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { isId } from '#src/platform/id.ts'
import { stagePhaseOf } from '#src/stage/index.ts'
import { type PublishedStory, publishedStories } from '#src/stories/index.ts'
import { isAnnounced, type PublicEvent, publicEvent } from './event.ts'

/** Who speaks here and with whom they work: every page needs it. */
export interface Around {
  us: PublicInstitution
  partners: PublicPartner[]
}

export async function readAround(db: Db): Promise<Around> {
  return { us: await publicSelf(db), partners: await publicPartners(db) }
}

export async function readEvents(db: Db, asked: { partner?: string } = {}): Promise<PublicEvent[]> {
  const announced = (await plans(db, asked)).filter(isAnnounced)
  const times = await heldTimes(
    db,
    announced.map(({ id }) => id),
  )
  return announced.map((plan) => publicEvent(plan, times.get(plan.id)))
}

export async function readEvent(db: Db, id: string): Promise<PublicEvent | undefined> {
  const plan = isId(id) ? await findPlan(db, id) : undefined
  if (!plan || !isAnnounced(plan)) return undefined
  return publicEvent(plan, (await heldTimes(db, [id])).get(id))
}

/** Whether the public can watch now. */
export async function mayWatch(db: Db, event: PublicEvent): Promise<boolean> {
  const phase = await stagePhaseOf(db, event.id)
  return phase === 'doors' || phase === 'live' || phase === 'paused'
}

export interface PartnerView extends Around {
  partner: PublicPartner
  facts: PublicFact[]
  agreements: PublicAgreement[]
  stories: PublishedStory[]
  events: PublicEvent[]
}

export async function readPartnerView(db: Db, ror: string): Promise<PartnerView | undefined> {
  const around = await readAround(db)
  const partner = around.partners.find((one) => one.ror === ror)
  if (!partner) return undefined
  return {
    ...around,
    partner,
    facts: await publicFacts(db, ror),
    agreements: await publicAgreements(db, { partner: ror }),
    stories: await publishedStories(db, { partner: ror }),
    events: await readEvents(db, { partner: ror }),
  }
}

/** Everything public, for the first page, the sitemap and the search. */
export interface Everything extends Around {
  agreements: PublicAgreement[]
  stories: PublishedStory[]
  events: PublicEvent[]
}

export async function readEverything(db: Db, o: { stories?: number } = {}): Promise<Everything> {
  return {
    ...(await readAround(db)),
    agreements: await publicAgreements(db),
    stories: await publishedStories(db, o.stories ? { limit: o.stories } : {}),
    events: await readEvents(db),
  }
}

/** What stands beside a story. */
export interface StoryAround extends Around {
  story: PublishedStory
  agreement: PublicAgreement | undefined
  event: PublicEvent | undefined
  /** Events with the same partner, for what follows. */
  events: PublicEvent[]
}

export async function readStoryAround(db: Db, story: PublishedStory): Promise<StoryAround> {
  return {
    ...(await readAround(db)),
    story,
    agreement: story.agreement ? await findPublicAgreement(db, story.agreement) : undefined,
    event: story.ceremony ? await readEvent(db, story.ceremony) : undefined,
    events: story.partner ? await readEvents(db, { partner: story.partner }) : [],
  }
}
