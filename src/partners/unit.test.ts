import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Refusal } from '#src/platform/refusal.ts'
import { disciplines, matchDisciplines } from './discipline.ts'
import { disciplineWords } from './discipline-words.ts'
import { readLines } from './enter-units.ts'
import { checkParent, inTree, movePairing, type PairingAct, pairingActs, pairingStates, under } from './unit.ts'

const units = [
  { id: 'school', parent: 'faculty' },
  { id: 'faculty', parent: null },
  { id: 'lab', parent: 'school' },
  { id: 'library', parent: 'closed and gone' },
]
const refused = (act: () => unknown, reason: string) =>
  assert.throws(act, (problem: unknown) => problem instanceof Refusal && problem.reason === reason)

test('units stand under their parents, in the order they came; one without a known parent stands at the top', () => {
  const shown = inTree(units).map(({ unit, depth }) => `${'-'.repeat(depth)}${unit.id}`)
  assert.deepEqual(shown, ['faculty', '-school', '--lab', 'library'])
  assert.deepEqual([...under(units, 'faculty')].sort(), ['faculty', 'lab', 'school'])
})

test('nothing stands under itself', () => {
  refused(() => checkParent(units, 'faculty', 'lab'), 'unit_under_itself')
  refused(() => checkParent(units, 'lab', 'lab'), 'unit_under_itself')
  checkParent(units, 'lab', 'faculty')
})

test('a tree is read from lines, either language first, with tabs or wide spaces', () => {
  const text = 'Faculty of Medicine | 医学院\n  Dental School｜口腔医学院\n\n\tNursing\n管理学院\n　物流系'
  assert.deepEqual(readLines(text), [
    { depth: 0, name: { en: 'Faculty of Medicine', zh: '医学院' } },
    { depth: 1, name: { en: 'Dental School', zh: '口腔医学院' } },
    { depth: 1, name: { en: 'Nursing', zh: '' } },
    { depth: 0, name: { en: '', zh: '管理学院' } },
    { depth: 1, name: { en: '', zh: '物流系' } },
  ])
  assert.throws(
    () => readLines('A\n    too deep'),
    (problem: unknown) => problem instanceof Refusal && problem.details.line === 2,
  )
})

describe('every state × act of a pairing', () => {
  const moves: Record<PairingAct, Partial<Record<string, string>>> = {
    agree: { proposed: 'agreed' },
    activate: { agreed: 'active' },
    rest: { active: 'dormant' },
    wake: { dormant: 'active' },
    end: { proposed: 'ended', agreed: 'ended', active: 'ended', dormant: 'ended' },
  }
  for (const state of pairingStates)
    for (const act of Object.keys(moves) as PairingAct[]) {
      const to = moves[act][state]
      test(`${state}, ${act}: ${to ?? 'refused'}`, () => {
        const led = { state, ourLead: 'a', theirLead: 'b' }
        if (!to) return refused(() => movePairing(led, act), 'pairing_does_not_allow')
        assert.equal(movePairing(led, act), to)
        const alone = { ...led, theirLead: null }
        if (to === 'active') refused(() => movePairing(alone, act), 'pairing_needs_two_leads')
        assert.equal(pairingActs(alone).includes(act), to !== 'active')
      })
    }
})

test('the database knows the same states', () => {
  const sql = readFileSync(new URL('../../migrations/0070_units.sql', import.meta.url), 'utf8')
  const listed = /unit_pairing_state_is_known check \(state in \(([^)]*)\)/.exec(sql)![1]!.match(/[a-z_]+/g)
  assert.deepEqual(listed, [...pairingStates])
})

test('disciplines meet where both are strong, or one is strong in what the other seeks', () => {
  const ours = [{ id: 'a', strengths: ['medicine' as const, 'energy' as const], wishes: ['dentistry' as const] }]
  const theirs = [
    { id: 'b', strengths: ['medicine' as const], wishes: ['energy' as const] },
    { id: 'c', strengths: ['dentistry' as const], wishes: [] },
  ]
  assert.deepEqual(
    matchDisciplines(ours, theirs).map(({ discipline, kind, ours: o, theirs: t }) => [discipline, kind, o, t]),
    [
      ['dentistry', 'complementary', ['a'], ['c']],
      ['energy', 'complementary', ['a'], ['b']],
      ['medicine', 'similar', ['a'], ['b']],
    ],
  )
  for (const one of disciplines) assert.ok(disciplineWords[one].zh && disciplineWords[one].en, one)
})
