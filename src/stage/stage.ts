/** The stage of a ceremony: one state both nodes converge on, and what may be done with it. Rules only. */
import type { Block, Party } from '#src/ceremonies/index.ts'
import { refuser } from '#src/platform/refusal.ts'

export const phases = ['closed', 'doors', 'live', 'paused', 'ended'] as const
export type Phase = (typeof phases)[number]

export const scenes = ['doors', 'speech', 'slides', 'signing', 'concluded', 'photograph', 'closing'] as const
export type Scene = (typeof scenes)[number]

export interface Slide {
  /** SHA-256 of the document. */
  file: string
  /** Counts from 1. */
  page: number
  pages: number
}

export interface Played {
  item: string
  startedAt: string
  /** Null while it is on stage. */
  endedAt: string | null
}

/** Instants are ISO 8601 texts in UTC: the state crosses between nodes as it is. */
export interface StageState {
  ceremony: string
  term: number
  /** The side whose node puts acts in order. */
  leader: Party
  rev: number
  phase: Phase
  scene: Scene
  item: string | null
  itemStartedAt: string | null
  /** When the minutes of the item are over; a pause moves it. */
  itemEndsAt: string | null
  /** Since when the stage is held. */
  heldAt: string | null
  slide: Slide | null
  actual: Played[]
}

export const stageActs = [
  'open_doors',
  'close_doors',
  'start',
  'next',
  'back',
  'go',
  'hold',
  'resume',
  'show_slides',
  'turn_slide',
  'hide_slides',
  'start_signing',
  'declare_concluded',
  'photograph',
  'end',
  'take_over',
] as const
export type StageAct = (typeof stageActs)[number]

export type StageRefusal =
  | 'stage_does_not_allow'
  | 'stage_led_elsewhere'
  | 'stage_moved_on'
  | 'stage_moderators_only'
  | 'stage_no_such_item'
  | 'stage_last_item'
  | 'stage_first_item'
  | 'stage_no_agreement'
  | 'stage_not_concluded'
  | 'stage_led_here'
  | 'stage_no_slides'
  | 'stage_slides_not_drawn'
  | 'stage_slides_not_pdf'
  | 'stage_malformed'
  | 'stage_not_rehearsal'
  | 'stage_not_your_seat'
  | 'stage_not_signing'
  | 'stage_captioners_only'
  | 'stage_text_too_long'
  | 'stage_promise_empty'
  | 'stage_not_the_partner'
export const refuse = refuser<StageRefusal>()

/** `who`: a moderator on the leader's node, or one on the other node. */
export interface StageRow {
  from: Phase
  act: StageAct
  who: 'leader' | 'follower'
  to: Phase
}

const led = (act: StageAct, to: Phase, ...from: Phase[]): StageRow[] =>
  from.map((one) => ({ from: one, act, who: 'leader', to }))
const staying = (act: StageAct, ...from: Phase[]): StageRow[] => from.flatMap((one) => led(act, one, one))

/** The whole lifecycle; rules, buttons and tests are read from it. */
export const stageLifecycle: StageRow[] = [
  ...led('open_doors', 'doors', 'closed'),
  ...led('close_doors', 'closed', 'doors'),
  ...led('start', 'live', 'closed', 'doors'),
  ...staying('next', 'live'),
  ...staying('back', 'live'),
  ...staying('go', 'live'),
  ...led('hold', 'paused', 'live'),
  ...led('resume', 'live', 'paused'),
  ...staying('show_slides', 'live', 'paused'),
  ...staying('turn_slide', 'live', 'paused'),
  ...staying('hide_slides', 'live', 'paused'),
  ...staying('start_signing', 'live'),
  ...staying('declare_concluded', 'live'),
  ...staying('photograph', 'live'),
  ...led('end', 'ended', 'live', 'paused'),
  ...(['closed', 'doors', 'live', 'paused'] as const).map(
    (from): StageRow => ({ from, act: 'take_over', who: 'follower', to: from }),
  ),
]

/** The state before anybody did anything: the convenor leads. */
export function firstState(ceremony: string, convenor: Party): StageState {
  return {
    ceremony,
    term: 1,
    leader: convenor,
    rev: 0,
    phase: 'closed',
    scene: 'doors',
    item: null,
    itemStartedAt: null,
    itemEndsAt: null,
    heldAt: null,
    slide: null,
    actual: [],
  }
}

/**
 * Positive where `a` is the later state. A total order, so that two nodes that have seen the same states, in whatever order,
 * hold the same one: first the term, then (where both sides took over at once) the leader, then the revision.
 */
export function compareStates(a: StageState, b: StageState): number {
  if (a.term !== b.term) return a.term - b.term
  if (a.leader !== b.leader) return a.leader > b.leader ? 1 : -1
  return a.rev - b.rev
}

/** What the rules need to know of an item of the running order. */
export interface PlannedItem {
  id: string
  block: Block
  minutes: number
}

export interface Around {
  us: Party
  at: Temporal.Instant
  items: PlannedItem[]
  /** Whether there is an agreement to sign. */
  agreement: boolean
  /** Whether this node has it concluded; in a rehearsal, whether all have pressed. */
  concluded: boolean
}

export type Move =
  | { act: Exclude<StageAct, 'go' | 'turn_slide' | 'show_slides'> }
  | { act: 'go'; item: string }
  | { act: 'show_slides'; file: string; pages: number }
  | { act: 'turn_slide'; page: number }

/** The row of an act here and now; undefined where it is not this side's to do. */
export function rowFor({ phase, leader }: StageState, act: StageAct, us: Party): StageRow | undefined {
  const who = leader === us ? 'leader' : 'follower'
  return stageLifecycle.find((r) => r.from === phase && r.act === act && r.who === who)
}

/** The scene an item is played in. */
export function sceneOf(block: Block): Scene {
  if (block === 'signing' || block === 'photograph' || block === 'closing') return block
  return 'speech'
}

/** Whether a press made by someone who saw (term, rev) is about the state as it is. */
export const isAbout = (state: StageState, seen: { term: number; rev: number }): boolean =>
  state.term === seen.term && state.rev === seen.rev
