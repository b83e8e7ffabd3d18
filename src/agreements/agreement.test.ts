import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Refusal } from '#src/platform/refusal.ts'
import {
  type Agreement,
  type AgreementAct,
  agreementLifecycle,
  agreementStates,
  allows,
  canReopen,
  type Freeze,
  freezing,
  move,
} from './agreement.ts'

/** Where each act leads from each state that has it; every other cell is a refusal. `>` only with our turn, `<` only with theirs. */
const table: Record<AgreementAct, Partial<Record<Agreement['state'], string>>> = {
  edit: { drafting: '>drafting', negotiating: '>negotiating' },
  send_version: { drafting: '>negotiating', negotiating: '>negotiating' },
  receive_version: { negotiating: '<negotiating', frozen: '<negotiating', approved: '<negotiating' },
  comment: { drafting: 'drafting', negotiating: 'negotiating', frozen: 'frozen', approved: 'approved' },
  label: { drafting: 'drafting', negotiating: 'negotiating', frozen: 'frozen', approved: 'approved' },
  propose_freeze: { negotiating: 'negotiating' },
  freeze: { negotiating: 'frozen' },
  reopen: { negotiating: 'negotiating', frozen: 'negotiating', approved: 'negotiating' },
  approve: { frozen: 'frozen' },
  reject: { frozen: 'negotiating' },
  clear_approvals: { frozen: 'frozen', approved: 'frozen' },
  complete_approvals: { frozen: 'approved' },
  open_signing: { approved: 'signing' },
  end_signing: { signing: 'approved' },
  conclude: { signing: 'concluded', signed: 'concluded' },
  complete_signatures: { signing: 'signed' },
}

const at = Temporal.Instant.from('2026-09-01T08:00:00Z')

const agreement = (state: Agreement['state'], turn: Agreement['turn']): Agreement => ({
  id: 'a',
  partner: '026zzn846',
  kind: 'key',
  demonstration: true,
  state,
  turn,
  turnSince: at,
  version: 1,
  round: 0,
  frozen: null,
  concludedAt: null,
})

describe('every state × act × turn', () => {
  for (const state of agreementStates) {
    for (const act of Object.keys(table) as AgreementAct[]) {
      for (const turn of ['ours', 'theirs'] as const) {
        const cell = table[act][state]
        const [, guard, to] = /^([<>]?)(.*)$/.exec(cell ?? '')!
        const open = cell !== undefined && guard !== (turn === 'ours' ? '<' : '>')
        test(`${state}, ${act}, ${turn}: ${open ? to : 'refused'}`, () => {
          const before = agreement(state, turn)
          assert.equal(allows(before, act), open)
          if (open) return assert.equal(move(before, act), to)
          const reason = cell === undefined ? 'agreement_does_not_allow' : 'not_your_turn'
          assert.throws(
            () => move(before, act),
            (problem: unknown) => problem instanceof Refusal && problem.reason === reason,
          )
        })
      }
    }
  }
})

test('the database knows the same states', () => {
  const sql = readFileSync(new URL('../../migrations/0058_effect.sql', import.meta.url), 'utf8')
  const listed = /agreement_state_is_known check \(state in \(([^)]*)\)/.exec(sql)![1]!.match(/[a-z_]+/g)
  assert.deepEqual(listed, [...agreementStates])
})

test('the README shows the lifecycle as it is', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  const rows = agreementLifecycle.map(({ from, act, who, guard, to }) => {
    const cells = [from, act, who.replace('_', ' '), guard?.replace('_', ' ') ?? '', to]
    return `| ${cells.join(' | ')} |`
  })
  assert.deepEqual(
    readme.split('\n').filter((line) => /^\| [a-z]/.test(line) && !line.startsWith('| from')),
    rows,
  )
})

const freeze = (side: Freeze['side'], text = 't', document = 'd'): Freeze => ({
  side,
  textHash: text,
  documentHash: document,
  byName: 'Zhou Lan',
  at,
})

describe('freezing', () => {
  test('needs both sides with the same text and the same document', () => {
    assert.equal(freezing([freeze('ours'), freeze('theirs')], true).frozen, true)
    assert.equal(freezing([freeze('ours'), freeze('theirs', 'other')], true).frozen, false)
    assert.equal(freezing([freeze('ours'), freeze('theirs', 't', 'other')], true).frozen, false)
    assert.equal(freezing([freeze('ours')], true).frozen, false)
  })

  test('the first proposer’s document is the base; of two at once the first party’s', () => {
    assert.equal(freezing([], true).base, null)
    assert.equal(freezing([freeze('theirs')], true).base, 'theirs')
    assert.equal(freezing([freeze('ours')], false).base, 'ours')
    const both = [freeze('ours'), freeze('theirs', 't', 'other')]
    assert.deepEqual([freezing(both, true).base, freezing(both, false).base], ['ours', 'theirs'])
  })
})

test('while negotiating there is something to take back only where we proposed', () => {
  const open = agreement('negotiating', 'ours')
  assert.equal(canReopen(open, []), false)
  assert.equal(canReopen(open, [freeze('theirs')]), false)
  assert.equal(canReopen(open, [freeze('ours')]), true)
  assert.equal(canReopen(agreement('frozen', 'theirs'), []), true)
  assert.equal(canReopen(agreement('signing', 'ours'), [freeze('ours')]), false)
})
