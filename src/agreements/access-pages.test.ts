import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { agreementAt, draftedAgreement, openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import { type Office, roleNames, step } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { type AgreementState, agreementStates, allows, type Side } from './agreement.ts'

let pair: Pair
let drafted: string
let sent: string
before(async () => {
  pair = await openNegotiation()
  drafted = await draftedAgreement(pair)
  sent = await sentAgreement(pair)
})
after(() => pair.close())

/** Where each act's button leads, below the agreement's address. */
const acts = {
  edit: '/edit',
  versions: '/versions',
  comments: '/comments',
  label: '/label',
  signatory: '/signatory',
  freeze: '/freeze',
  reopening: '/reopening',
  approvals: '/approvals',
}
type Act = keyof typeof acts

interface Cell {
  state: AgreementState
  turn: Side
  role: (typeof roleNames)[number]
  /** We have an unsent draft. */
  draft: boolean
}

/** What the role may do: officers what the lifecycle opens, as far as there is something to send, freeze or take back; approvers approve. */
async function mayDo({ state, turn, role, draft }: Cell): Promise<Act[]> {
  if (role === 'approver') return state === 'frozen' ? ['approvals'] : []
  if (role !== 'officer') return []
  const agreement = { ...(await agreementAt(pair.hust, sent)), state, turn }
  const may: Record<Act, boolean> = {
    edit: allows(agreement, 'edit'),
    versions: allows(agreement, 'send_version') && draft,
    comments: allows(agreement, 'comment'),
    label: allows(agreement, 'label'),
    signatory: state === 'drafting' || state === 'negotiating',
    freeze: state === 'negotiating' && !draft,
    reopening: state === 'frozen' || state === 'approved',
    approvals: false,
  }
  return (Object.keys(acts) as Act[]).filter((act) => may[act])
}

async function put(office: Office, id: string, { state, turn }: Cell): Promise<void> {
  const hashes = state === 'drafting' || state === 'negotiating' ? null : 'f'.repeat(64)
  await office.database.db
    .updateTable('agreement')
    .set({
      state,
      turn,
      frozen_text_hash: hashes,
      frozen_document_hash: hashes,
      frozen_at: hashes ? pair.now : null,
      concluded_at: state === 'concluded' ? pair.now : null,
    })
    .where('id', '=', id)
    .execute()
}

const shown = (page: string, id: string) =>
  (Object.keys(acts) as Act[]).filter((act) => new RegExp(`(action|href)="/agreements/${id}${acts[act]}"`).test(page))

const values: Record<Act, Record<string, string>> = {
  edit: {},
  versions: {},
  comments: { body: 'x', readers: 'both' },
  label: { reference: 'x' },
  signatory: { seat: 'seat-a' },
  freeze: {},
  reopening: { reason: 'x' },
  approvals: { step, text_hash: 'f'.repeat(64) },
}

describe('every state × turn × role: a button is there exactly when its act is open, and what has no button is refused', () => {
  for (const state of agreementStates) {
    for (const turn of ['ours', 'theirs'] as const) {
      for (const role of roleNames) {
        test(`${state}, turn ${turn}, ${role}`, async () => {
          const draft = state === 'drafting'
          const id = draft ? drafted : sent
          const cell = { state, turn, role, draft }
          await put(pair.hust, id, cell)
          const browser = await pair.hust.browser(role)
          const may = await mayDo(cell)
          assert.deepEqual(shown(await browser.read(`/agreements/${id}`), id), may)
          const rows = () => pair.hust.database.db.selectFrom('agreement').selectAll().where('id', '=', id).execute()
          const before = await rows()
          for (const act of (Object.keys(acts) as Act[]).filter((one) => !may.includes(one))) {
            const path = `/agreements/${id}${acts[act]}`
            const answer = act === 'edit' ? await browser.get(path) : await browser.post(path, values[act])
            assert.ok([403, 409].includes(answer.status), `${act} answered ${answer.status}`)
          }
          assert.deepEqual(await rows(), before)
        })
      }
    }
  }
})
