/** `chirograph try`: the two universities of the sample on this machine, each with its own database, keys and data folder. */
import { join } from 'node:path'
import { loadSample } from '#cast/load-sample.ts'
import { sampleNodes } from '#cast/nodes.ts'
import { typesetterIdentity } from '#src/agreements/index.ts'
import { type Config, readConfig } from '#src/config.ts'
import { pinPeer } from '#src/federation/index.ts'
import { approvalSteps } from '#src/house.ts'
import { type RunningNode, startNode } from '#src/main.ts'
import {
  approverDuties,
  type ListedAccount,
  listAccounts,
  roleName,
  trySignInPath,
} from '#src/platform/people/index.ts'
import { openTypesetter } from '#src/platform/typeset/index.ts'
import { untilTold } from './until-told.ts'

export async function tryOut(): Promise<number> {
  const folder = process.env.DATA ?? join(process.cwd(), 'data')
  const began = performance.now()
  const nodes = await startSample(sampleNodes({ folder }).map((environment) => readConfig(environment)))
  for (const node of nodes) await introduce(node)
  console.log(
    `Both nodes are ready after ${((performance.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops them; the data stays in ${folder}.`,
  )
  await untilTold((line) => console.log(line))
  for (const node of nodes) await node.stop()
  return 0
}

/** Starts the sample's nodes side by side and pairs them. If one cannot start, none is left running. */
export async function startSample(configs: Config[], { pair = true } = {}): Promise<RunningNode[]> {
  const typesetter = openTypesetter()
  const prepare: NonNullable<Parameters<typeof startNode>[0]['prepare']> = (db, own, at) =>
    loadSample(db, typesetterIdentity(own), at)
  const log = (line: string) => console.error(line)
  const started = await Promise.allSettled(
    configs.map((config) => startNode({ config, typesetter, tryIt: true, prepare, log })),
  )
  const nodes = started.flatMap((s) => (s.status === 'fulfilled' ? [s.value] : []))
  const failed = started.find((s) => s.status === 'rejected')
  if (failed) {
    for (const node of nodes) await node.stop()
    throw failed.reason
  }
  if (pair) await pairAll(nodes)
  return nodes
}

async function pairAll(nodes: RunningNode[]): Promise<void> {
  for (const node of nodes) {
    for (const other of nodes.filter((n) => n !== node)) {
      const at = Temporal.Now.instant()
      const own = node.own.document
      await node.db.transaction().execute((tx) => pinPeer(tx, { own, peer: other.own.document, by: 'sample', at }))
    }
  }
}

async function introduce({ config, db }: RunningNode): Promise<void> {
  console.log(`\n${config.institution.name.en}  ${config.institution.name.zh}\n  ${config.publicUrl}\n`)
  const steps = await approverDuties(db, approvalSteps(config))
  const people = (await listAccounts(db)).filter((a) => !a.endedAt)
  for (const { account, roles } of people.sort(byRoles)) {
    const what = roles.map((r) => roleName(r, steps, 'en')).join(', ')
    const who = account.name.native ? `${account.name.native} ${account.name.latin}` : account.name.latin
    console.log(`  ${what.padEnd(40)} ${config.publicUrl}${trySignInPath(account.id)}  (${who})`)
  }
  console.log(`  ${'mailbox'.padEnd(40)} ${config.publicUrl}/mailbox\n`)
}

const order = ['officer', 'approver', 'signatory', 'reader', 'administrator']
const rank = (a: ListedAccount) => Math.min(...a.roles.map((r) => order.indexOf(r.name)))
const byRoles = (a: ListedAccount, b: ListedAccount) => rank(a) - rank(b)
