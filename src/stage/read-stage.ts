/** Reads everything a stage shows, once for all who watch it. */
import { findPlan, type Plan, type PlanItem } from '#src/ceremonies/index.ts'
import { findInstitution, type Institution, ourInstitution } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { readSigning, type Signing } from './read-signing.ts'
import { type Line, latestCaptions, type Tongue } from './said-store.ts'
import { deckOwner } from './slides.ts'
import { type Deck, decksOf } from './slides-store.ts'
import type { StageState } from './stage.ts'
import { contactOf, stageOf, watchingHere } from './store.ts'

export interface StageView {
  plan: Plan
  state: StageState
  us: Institution
  partner: Institution
  signing: Signing | null
  /** Lines to show, the older first. */
  captions: Record<Tongue, Line[]>
  decks: Deck[]
  /** Since when the partner's node is silent. */
  silentSince: Temporal.Instant | null
  /** On both nodes together, as far as this one knows. */
  watching: { here: number; there: number }
}

export async function readStage(db: Db, id: string, now: Temporal.Instant): Promise<StageView | undefined> {
  const plan = await findPlan(db, id)
  if (!plan) return undefined
  const state = await stageOf(db, plan)
  const [us, partner, signing, contact, here, decks] = await Promise.all([
    ourInstitution(db),
    findInstitution(db, plan.partner),
    readSigning(db, plan),
    contactOf(db, id),
    watchingHere(db, id, now),
    decksOf(db, deckOwner(plan)),
  ])
  const [en, zh] = await Promise.all([captionsNow(db, state, 'en', now), captionsNow(db, state, 'zh', now)])
  return {
    plan,
    state,
    us,
    partner: partner!,
    signing,
    captions: { en, zh },
    decks,
    silentSince: contact.silent_since,
    watching: { here, there: contact.watching },
  }
}

/** Seconds a caption stands at most: nobody should read what was said long ago. */
const captionStands = 40

/** The last two lines said during this item, unless they are old or were taken away. */
async function captionsNow(db: Db, state: StageState, language: Tongue, now: Temporal.Instant): Promise<Line[]> {
  if (state.phase !== 'live' && state.phase !== 'paused') return []
  const lines = await latestCaptions(db, state.ceremony, language, 2)
  if (!lines[0]?.text) return []
  const begun = state.itemStartedAt ? Temporal.Instant.from(state.itemStartedAt) : now
  const stand = (line: Line) =>
    line.text !== '' &&
    Temporal.Instant.compare(line.at, begun) >= 0 &&
    line.at.until(now).total('seconds') < captionStands
  return lines.filter(stand).reverse()
}

/** The item on stage. */
export const itemNow = ({ plan, state }: Pick<StageView, 'plan' | 'state'>): PlanItem | undefined =>
  plan.items.find(({ id }) => id === state.item)

/** What comes next: the first item before the start, nothing after the last. */
export function itemNext({ plan, state }: Pick<StageView, 'plan' | 'state'>): PlanItem | undefined {
  if (state.phase === 'ended') return undefined
  return plan.items[plan.items.findIndex(({ id }) => id === state.item) + 1]
}

/** The university of a party, as this node knows it. */
export const institutionOf = ({ us, partner }: Pick<StageView, 'us' | 'partner'>, party: string): Institution =>
  us.ror === party ? us : partner

/**
 * The scene as it can be shown here: the other node may have declared what this one has not seen concluded yet, or show slides this
 * one is still drawing.
 */
export function sceneShown({ state, signing, decks }: StageView): StageState['scene'] {
  if (state.scene === 'concluded' && !signing?.concluded) return 'signing'
  if (state.scene === 'signing' && !signing) return 'speech'
  if (state.scene === 'slides' && !slideShown({ state, decks })) return 'speech'
  return state.scene
}

/** The picture on stage and the one after it. */
export function slideShown({ state, decks }: Pick<StageView, 'state' | 'decks'>) {
  const { slide } = state
  const pages = slide && decks.find(({ file }) => file === slide.file)?.pages
  const picture = slide && pages?.[slide.page - 1]
  return picture ? { slide, picture, next: pages[slide.page] } : undefined
}
