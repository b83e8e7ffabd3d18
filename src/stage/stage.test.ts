/** The rules of the stage: every phase with every act of either side, the order of states, and what each act makes of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#src/platform/refusal.ts'
import { play, playedItems } from './play.ts'
import {
  type Around,
  compareStates,
  firstState,
  type Move,
  phases,
  rowFor,
  type StageAct,
  type StageState,
  stageActs,
  stageLifecycle,
} from './stage.ts'

const [wuhan, london] = ['00p991c53', '026zzn846']
const start = Temporal.Instant.from('2026-11-20T08:00:00Z')
const later = (minutes: number) => start.add({ minutes: Math.floor(minutes), seconds: Math.round((minutes % 1) * 60) })
const items = [
  { id: 'welcome', block: 'welcome', minutes: 5 },
  { id: 'speech', block: 'speech', minutes: 8 },
  { id: 'sign', block: 'signing', minutes: 10 },
  { id: 'photo', block: 'photograph', minutes: 5 },
] as const

const around = (more: Partial<Around> = {}): Around => ({
  us: wuhan,
  at: start,
  items: [...items],
  agreement: true,
  concluded: false,
  ...more,
})
const first = firstState(crypto.randomUUID(), wuhan)

/** A move that is complete, whatever the act. */
const moveOf = (act: StageAct): Move => {
  if (act === 'go') return { act, item: 'speech' }
  if (act === 'show_slides') return { act, file: 'f'.repeat(64), pages: 3 }
  if (act === 'turn_slide') return { act, page: 2 }
  return { act }
}

/** A state of each phase in which whatever the act needs besides is there. */
function stateIn(phase: StageState['phase'], act: StageAct): StageState {
  if (phase === 'closed') return first
  if (phase === 'doors') return play(first, { act: 'open_doors' }, around())
  let state = play(play(first, { act: 'start' }, around()), { act: 'next' }, around())
  if (act === 'turn_slide' || act === 'hide_slides') state = play(state, moveOf('show_slides'), around())
  if (act === 'declare_concluded') state = play(state, { act: 'start_signing' }, around())
  if (phase === 'paused') return play(state, { act: 'hold' }, around())
  return phase === 'ended' ? play(state, { act: 'end' }, around()) : state
}

const reasonOf = (run: () => unknown): string => {
  try {
    run()
    return 'done'
  } catch (problem) {
    if (problem instanceof Refusal) return problem.reason
    throw problem
  }
}

test('every phase, every act, either side: done exactly where the table has a row', () => {
  for (const phase of phases)
    for (const act of stageActs)
      for (const us of [wuhan, london]) {
        const before = stateIn(phase, act)
        const who = us === wuhan ? 'leader' : 'follower'
        const row = stageLifecycle.find((r) => r.from === phase && r.act === act && r.who === who)
        const run = () => play(before, moveOf(act), around({ us, concluded: true }))
        assert.equal(reasonOf(run) === 'done', row !== undefined, `${phase} ${act} by ${who}`)
        assert.equal(rowFor(before, act, us), row)
        if (!row) continue
        const after = run()
        assert.equal(after.phase, row.to, `${phase} ${act}`)
        assert.ok(compareStates(after, before) > 0, `${act} makes a later state`)
      }
})

test('who does not lead is told so, and may take over once', () => {
  const live = stateIn('live', 'next')
  assert.equal(
    reasonOf(() => play(live, { act: 'next' }, around({ us: london }))),
    'stage_led_elsewhere',
  )
  assert.equal(
    reasonOf(() => play(live, { act: 'take_over' }, around())),
    'stage_led_here',
  )
  const taken = play(live, { act: 'take_over' }, around({ us: london }))
  assert.deepEqual([taken.term, taken.leader, taken.rev, taken.item], [2, london, 1, live.item])
  assert.equal(
    reasonOf(() => play(taken, { act: 'next' }, around())),
    'stage_led_elsewhere',
  )
})

test('states of two nodes have one order, whichever is asked first', () => {
  const live = stateIn('live', 'next')
  const states = [
    { ...live, term: 1, leader: wuhan, rev: 9 },
    { ...live, term: 2, leader: wuhan, rev: 1 },
    { ...live, term: 2, leader: london, rev: 1 },
    { ...live, term: 2, leader: london, rev: 2 },
    { ...live, term: 3, leader: wuhan, rev: 1 },
  ]
  for (const [i, a] of states.entries())
    for (const [j, b] of states.entries()) {
      assert.equal(Math.sign(compareStates(a, b)), Math.sign(i - j))
      assert.equal(Math.sign(compareStates(a, b)), -Math.sign(compareStates(b, a)) + 0)
    }
})

test('a pause gives the item its minutes back', () => {
  const live = play(first, { act: 'start' }, around())
  assert.equal(live.itemEndsAt, later(5).toString())
  const held = play(live, { act: 'hold' }, around({ at: later(2) }))
  assert.equal(held.heldAt, later(2).toString())
  const on = play(held, { act: 'resume' }, around({ at: later(9) }))
  assert.deepEqual([on.heldAt, on.itemEndsAt], [null, later(12).toString()])
})

test('each block has its scene; signing needs an agreement, and slides stay with their item', () => {
  let state = play(first, { act: 'start' }, around())
  const scenes = [state.scene]
  for (let n = 0; n < 3; n++) {
    state = play(state, { act: 'next' }, around())
    scenes.push(state.scene)
  }
  assert.deepEqual(scenes, ['speech', 'speech', 'signing', 'photograph'])
  assert.equal(
    reasonOf(() => play(state, { act: 'next' }, around())),
    'stage_last_item',
  )
  const without = around({ agreement: false })
  assert.equal(play(stateIn('live', 'go'), { act: 'go', item: 'sign' }, without).scene, 'speech')
  assert.equal(
    reasonOf(() => play(state, { act: 'start_signing' }, without)),
    'stage_no_agreement',
  )
  const slides = play(stateIn('live', 'show_slides'), moveOf('show_slides'), around())
  assert.deepEqual([slides.scene, slides.slide?.page], ['slides', 1])
  const turned = play(slides, { act: 'turn_slide', page: 99 }, around())
  assert.equal(turned.slide?.page, 3)
  assert.equal(play(turned, { act: 'next' }, around()).slide, null)
})

test('concluded is declared only during the signing, and only once this node has it', () => {
  const speech = stateIn('live', 'next')
  const signing = play(speech, { act: 'start_signing' }, around())
  assert.deepEqual([signing.item, signing.scene], ['sign', 'signing'])
  const declare = (state: StageState, concluded: boolean) =>
    reasonOf(() => play(state, { act: 'declare_concluded' }, around({ concluded })))
  assert.equal(declare(speech, true), 'stage_not_signing')
  assert.equal(declare(signing, false), 'stage_not_concluded')
  assert.equal(declare(signing, true), 'done')
})

test('what was really on stage: passed-over items are left out, an item that follows itself is one', () => {
  let state = play(first, { act: 'start' }, around())
  const at = (minutes: number, move: Move) => {
    state = play(state, move, around({ at: later(minutes) }))
  }
  at(4, { act: 'next' })
  at(4.05, { act: 'back' })
  at(6, { act: 'go', item: 'sign' })
  at(16, { act: 'end' })
  assert.deepEqual(
    playedItems(state, later(16)).map(({ item, startedAt, endedAt }) => [
      item,
      startedAt.toString(),
      endedAt.toString(),
    ]),
    [
      ['welcome', later(0).toString(), later(6).toString()],
      ['sign', later(6).toString(), later(16).toString()],
    ],
  )
})
