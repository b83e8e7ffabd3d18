/** What an act makes of the stage. Pure: the state before, the act, what is around; the state after. */
import {
  type Around,
  type Move,
  type PlannedItem,
  type Played,
  refuse,
  rowFor,
  type Scene,
  type StageState,
  sceneOf,
} from './stage.ts'

/**
 * The state after a move.
 * @throws Refusal `stage_led_elsewhere`, `stage_does_not_allow`, and what the single moves refuse with
 */
export function play(before: StageState, move: Move, around: Around): StageState {
  const row = rowFor(before, move.act, around.us)
  if (!row) return refuseAct(before, move, around)
  const after = { ...changed(before, move, around), phase: row.to }
  if (move.act === 'take_over') return { ...after, term: before.term + 1, leader: around.us, rev: 1 }
  return { ...after, rev: before.rev + 1 }
}

function refuseAct(before: StageState, { act }: Move, { us }: Around): never {
  if (act === 'take_over' && before.leader === us) return refuse('stage_led_here')
  if (act !== 'take_over' && before.leader !== us) return refuse('stage_led_elsewhere', {}, 403)
  return refuse('stage_does_not_allow', { phase: before.phase, act })
}

function changed(state: StageState, move: Move, around: Around): StageState {
  switch (move.act) {
    case 'start':
      return begin(state, around.items[0] ?? refuse('stage_no_such_item'), around)
    case 'next':
    case 'back':
      return begin(state, neighbour(state, move.act, around.items), around)
    case 'go':
      return begin(state, around.items.find(({ id }) => id === move.item) ?? refuse('stage_no_such_item'), around)
    case 'hold':
      return { ...state, heldAt: around.at.toString() }
    case 'resume':
      return resumed(state, around.at)
    case 'start_signing':
      return around.agreement ? toScene(state, 'signing', around) : refuse('stage_no_agreement')
    case 'declare_concluded':
      return concluded(state, around)
    case 'photograph':
      return toScene(state, 'photograph', around)
    case 'end':
      return { ...state, ...over(state, around.at), scene: 'closing' }
    case 'open_doors':
      return { ...state, scene: 'doors' }
    default:
      return withSlides(state, move)
  }
}

function withSlides(state: StageState, move: Move): StageState {
  if (move.act === 'show_slides') {
    return { ...state, scene: 'slides', slide: { file: move.file, page: 1, pages: move.pages } }
  }
  if (move.act === 'turn_slide') {
    const { slide } = state
    if (!slide || state.scene !== 'slides') return refuse('stage_no_slides')
    return { ...state, slide: { ...slide, page: Math.min(slide.pages, Math.max(1, move.page)) } }
  }
  if (move.act === 'hide_slides' && state.scene !== 'slides') return refuse('stage_no_slides')
  return move.act === 'hide_slides' ? { ...state, scene: 'speech', slide: null } : state
}

function neighbour({ item }: StageState, act: 'next' | 'back', items: PlannedItem[]): PlannedItem {
  const at = items.findIndex(({ id }) => id === item)
  if (act === 'next') return items[at + 1] ?? refuse('stage_last_item')
  return items[at - 1] ?? refuse('stage_first_item')
}

/** Puts an item on stage; the one before ends now. The slides of one item do not stay for the next. */
function begin(state: StageState, item: PlannedItem, { at, agreement }: Around): StageState {
  const scene = sceneOf(item.block)
  const now = at.toString()
  return {
    ...state,
    item: item.id,
    itemStartedAt: now,
    itemEndsAt: at.add({ minutes: item.minutes }).toString(),
    scene: scene === 'signing' && !agreement ? 'speech' : scene,
    slide: null,
    actual: [...ended(state.actual, now), { item: item.id, startedAt: now, endedAt: null }],
  }
}

/** Changes the scene; where the running order has an item for it that is not on stage, that item begins. */
function toScene(state: StageState, scene: Scene & ('signing' | 'photograph'), around: Around): StageState {
  const here = around.items.find(({ id }) => id === state.item)
  const planned = around.items.find(({ block }) => block === scene)
  if (planned && here?.block !== scene) return begin(state, planned, around)
  return { ...state, scene, slide: null }
}

/** Only shows what the nodes have decided: the halves meet once this node itself holds the concluded agreement. */
function concluded(state: StageState, around: Around): StageState {
  if (state.scene !== 'signing') return refuse('stage_not_signing')
  if (!around.concluded) return refuse('stage_not_concluded')
  return { ...state, scene: 'concluded' }
}

/** The item has as many minutes left as when the stage was held. */
function resumed(state: StageState, at: Temporal.Instant): StageState {
  const pause = Temporal.Instant.from(state.heldAt!).until(at)
  const itemEndsAt = state.itemEndsAt && Temporal.Instant.from(state.itemEndsAt).add(pause).toString()
  return { ...state, heldAt: null, itemEndsAt }
}

function over({ actual }: StageState, at: Temporal.Instant) {
  const none = { item: null, itemStartedAt: null, itemEndsAt: null, heldAt: null, slide: null }
  return { ...none, actual: ended(actual, at.toString()) }
}

const ended = (actual: Played[], at: string): Played[] =>
  actual.map((one) => (one.endedAt === null ? { ...one, endedAt: at } : one))

/** Seconds an item must have been on stage to count as played: who presses "next" twice passes over one. */
const passedOver = 5

/** What was really on stage, for the record of the ceremony. An item that follows itself is one. */
export function playedItems({ actual }: StageState, until: Temporal.Instant) {
  const items: { item: string; startedAt: Temporal.Instant; endedAt: Temporal.Instant }[] = []
  for (const one of actual) {
    const startedAt = Temporal.Instant.from(one.startedAt)
    const endedAt = one.endedAt ? Temporal.Instant.from(one.endedAt) : until
    if (startedAt.until(endedAt).total('seconds') < passedOver) continue
    const last = items.at(-1)
    if (last?.item === one.item) last.endedAt = endedAt
    else items.push({ item: one.item, startedAt, endedAt })
  }
  return items
}
