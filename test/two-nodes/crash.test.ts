/**
 * Either node is killed (`kill -9`, processes of their own) before each message is delivered and after the other side has
 * committed it; every message comes twice or is lost once; consents and endings come in the wrong order. Once both nodes run
 * and their outboxes are empty, the agreement is concluded on both with the same bytes, or on neither.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sampleText } from '#cast/agreement.ts'
import { hust, queenMary } from '#cast/universities.ts'
import { beginDraft, saveSignatory } from '#src/agreements/index.ts'
import { isBroken } from '#src/command/self-test/browser.ts'
import type { Office } from '#src/command/self-test/office.ts'
import {
  addPasskeys,
  answer,
  approveBoth,
  concluded,
  consentAt,
  draftAndSend,
  freeze,
  keptFiles,
  openSigning,
  type Stage,
  type Step,
  sessionPath,
} from '#src/command/self-test/play.ts'
import { sha256 } from '#src/platform/canonical.ts'
import { openItems } from '#src/platform/outbox/index.ts'
import { type KillablePair, startKillablePair } from '#test/support/killable.ts'
import type { Passing } from '#test/support/wire.ts'

let pair: KillablePair
before(async () => {
  pair = await startKillablePair()
  await addPasskeys.run(stage('-'))
})
after(() => pair?.close())

/** Who sends each kind of message in the play, and how often: enough to name every crossing of it. */
const crossings: { kind: string; from: 'first' | 'second' }[] = [
  { kind: 'agreement.version', from: 'first' },
  { kind: 'agreement.comment', from: 'second' },
  { kind: 'agreement.version', from: 'second' },
  { kind: 'agreement.freeze', from: 'first' },
  { kind: 'agreement.freeze', from: 'second' },
  { kind: 'agreement.approval', from: 'first' },
  { kind: 'agreement.approval', from: 'second' },
  { kind: 'signing.open', from: 'first' },
  { kind: 'signing.reading', from: 'first' },
  { kind: 'signing.consent', from: 'first' },
  { kind: 'signing.consent', from: 'second' },
  { kind: 'signing.signature', from: 'first' },
  { kind: 'signing.signature', from: 'second' },
]

const both = ['first', 'second'] as const

describe('killed at every message', () => {
  for (const { kind, from } of crossings) {
    for (const when of ['before', 'after'] as const) {
      for (const victim of both) {
        test(`${kind} of the ${from}: the ${victim} node dies ${when === 'before' ? 'before it arrives' : 'after it is committed'}`, async () => {
          const receiver = pair[from === 'first' ? 'second' : 'first']
          let restarted: Promise<void> | undefined
          const strike = async (passing: Passing): Promise<'pass' | 'lose'> => {
            if (passing.kind !== kind || restarted) return 'pass'
            restarted = pair[victim].killAndRestart()
            return 'lose'
          }
          receiver.wire.meddle({ [when]: strike })
          await playThrough(await newAgreement())
          assert.ok(restarted, `no ${kind} of the ${from} came by`)
          await restarted
        })
      }
    }
  }
})

describe('a bad wire', () => {
  test('every message comes twice', async () => {
    for (const side of both) pair[side].wire.meddle({ twice: () => true })
    await playThrough(await newAgreement())
  })

  test('the first delivery of every message is lost, and then its answer', async () => {
    const loseTwice = {
      before: async ({ times }: Passing) => (times === 1 ? ('lose' as const) : ('pass' as const)),
      after: async ({ times }: Passing) => (times === 2 ? ('lose' as const) : ('pass' as const)),
    }
    for (const side of both) pair[side].wire.meddle(loseTwice)
    await playThrough(await newAgreement())
  })
})

/** A draft of its own for each test, on the first node. */
async function newAgreement(): Promise<string> {
  const id = crypto.randomUUID()
  const { db } = pair.first.database
  const held = await db.selectFrom('agreement').select('draft').where('draft', 'is not', null).executeTakeFirstOrThrow()
  const president = await db
    .selectFrom('account')
    .select('id')
    .where('email', '=', 'president@hust.example')
    .executeTakeFirstOrThrow()
  await db.transaction().execute(async (tx) => {
    await beginDraft(tx, sampleText(held.draft!.typesetter, id), {
      kind: 'key',
      partner: queenMary.ror,
      at: Temporal.Now.instant(),
    })
    await saveSignatory(tx, id, 'seat-a', president.id)
  })
  return id
}

function stage(agreement: string): Stage {
  const approvers = { first: ['legal', 'vice_president'], second: ['partnerships_board'] }
  return { first: pair.first.office, second: pair.second.office, agreement, approvers }
}

const consents: Step = {
  name: 'both consent',
  async run({ first, second, agreement }) {
    for (const here of [first, second]) await consentStubbornly(here, agreement)
  },
}

/** Where the connection broke, the page says whether the consent was taken. */
async function consentStubbornly(here: Office, agreement: string): Promise<void> {
  try {
    await consentAt(here, agreement)
  } catch (problem) {
    if (!isBroken(problem)) throw problem
    const page = await (await here.as('president')).open(`${await sessionPath(here, agreement)}/sign`)
    if (page.html.includes('<passkey-assert')) await consentStubbornly(here, agreement)
  }
}

const play = [draftAndSend, answer, freeze, approveBoth, openSigning, consents, concluded]

async function playThrough(agreement: string): Promise<void> {
  const on = stage(agreement)
  try {
    for (const step of play) await step.run(on)
  } finally {
    for (const side of both) pair[side].wire.meddle({})
  }
  await settled()
  const [a, b] = [await keptFiles(on.first, agreement), await keptFiles(on.second, agreement)]
  assert.equal(sha256(a.agreement), sha256(b.agreement))
  for (const side of both) {
    const { db } = pair[side].database
    const found = await db.selectFrom('agreement').select('state').where('id', '=', agreement).executeTakeFirstOrThrow()
    assert.equal(found.state, 'concluded')
    const signatures = await db
      .selectFrom('journal')
      .select('id')
      .where('act', '=', 'signing.signed')
      .where('subject_id', '=', agreement)
      .execute()
    assert.equal(signatures.length, 2, `${side}: each seat signed once`)
    const partner = side === 'first' ? queenMary.ror : hust.ror
    const tie = await db
      .selectFrom('partnership')
      .select('state')
      .where('partner', '=', partner)
      .executeTakeFirstOrThrow()
    assert.equal(tie.state, 'key_partner')
  }
}

/** Both outboxes are empty. */
async function settled(): Promise<void> {
  const end = performance.now() + 60_000
  for (;;) {
    const open = await Promise.all(both.map((side) => openItems(pair[side].database.db)))
    if (open.every((n) => n === 0)) return
    assert.ok(performance.now() < end, `items left in the outboxes: ${open}`)
    await new Promise((done) => setTimeout(done, 25))
  }
}
