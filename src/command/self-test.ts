/** `chirograph self-test`: two throw-away nodes play a whole agreement through their front doors. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sampleAgreementId } from '#cast/agreement.ts'
import { sampleNodes } from '#cast/nodes.ts'
import { accounts } from '#cast/people.ts'
import { readConfig } from '#src/config.ts'
import { verifyPackage } from '#src/evidence/index.ts'
import type { RunningNode } from '#src/main.ts'
import { sha256 } from '#src/platform/canonical.ts'
import { verifyDocument } from '#src/platform/pades/index.ts'
import { freePort } from './self-test/free-port.ts'
import { officeOf } from './self-test/office.ts'
import { evidenceOf, keptFiles, type Stage, wholePlay } from './self-test/play.ts'
import { startSample } from './try.ts'

interface Timing {
  step: string
  milliseconds: number
}

/** @returns 0 where both nodes end with the same, fully signed file; 1 where not */
export async function selfTest(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { out: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const say = values.json ? () => {} : (line: string) => console.log(line)
  const folder = await mkdtemp(join(tmpdir(), 'chirograph-self-test-'))
  const timings: Timing[] = []
  const timed = async <T>(step: string, run: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const result = await run()
    timings.push({ step, milliseconds: Math.round(performance.now() - began) })
    say(`${String(timings.at(-1)!.milliseconds).padStart(7)} ms  ${step}`)
    return result
  }
  let nodes: RunningNode[] = []
  try {
    nodes = await timed('start two nodes with empty databases', () => startThrowAway(folder))
    const stage = stageOf(nodes)
    for (const { name, run } of wholePlay) await timed(name, () => run(stage))
    const result = await timed('compare and verify what both nodes keep', () => compare(stage, nodes))
    const packages = await timed('both evidence packages', () => packagesOf(stage))
    const evidence = (await Promise.all(packages.map(judged))).map(({ state }) => state)
    const summary = { ...result.summary, evidence, timings }
    if (values.out) await leave(resolve(values.out), { ...result.files, 'evidence.zip': packages[0]! }, summary)
    console.log(values.json ? JSON.stringify(summary, null, 2) : closing(summary))
    const whole = evidence.every((state) => state === 'complete')
    return summary.same && summary.state === 'complete' && whole ? 0 : 1
  } finally {
    for (const node of nodes) await node.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function startThrowAway(folder: string): Promise<RunningNode[]> {
  const ports: [number, number] = [await freePort(), await freePort()]
  const configs = sampleNodes({ folder, ports }).map((environment) => readConfig(environment))
  return startSample(configs, { pair: false })
}

/** The sample's people, by part, on a stage of two running nodes. */
export function stageOf(nodes: RunningNode[]): Stage {
  const [first, second] = nodes.map((node) => {
    const people = accounts[node.config.institution.ror]!
    return officeOf(node, Object.fromEntries(people.map((p) => [p.key, p.email])))
  })
  return {
    first: first!,
    second: second!,
    agreement: sampleAgreementId,
    approvers: { first: ['legal', 'vice_president'], second: ['partnerships_board'] },
  }
}

const packagesOf = ({ first, second, agreement }: Stage) =>
  Promise.all([first, second].map((here) => evidenceOf(here, agreement)))

const judged = (bytes: Uint8Array) => verifyPackage(bytes, { roots: [], at: Temporal.Now.instant() })

async function compare(stage: Stage, nodes: RunningNode[]) {
  const [a, b] = [await keptFiles(stage.first, stage.agreement), await keptFiles(stage.second, stage.agreement)]
  const roots = nodes.map((n) => n.own.document.rootCertificate)
  const verdict = await verifyDocument(a.agreement, { roots, at: Temporal.Now.instant() })
  const hashes = (file: 'agreement' | 'revisionZero') => ({ a: sha256(a[file]), b: sha256(b[file]) })
  const both = { agreement: hashes('agreement'), revisionZero: hashes('revisionZero') }
  const same = both.agreement.a === both.agreement.b && both.revisionZero.a === both.revisionZero.b
  const summary = {
    same,
    state: verdict.state,
    signed: verdict.signed,
    of: verdict.of,
    demonstration: verdict.demonstration,
    level: verdict.level,
    sha256: both,
  }
  return {
    summary,
    files: {
      'agreement.pdf': a.agreement,
      'revision-0.pdf': a.revisionZero,
      'root-a.pem': roots[0]!,
      'root-b.pem': roots[1]!,
    },
  }
}

async function leave(folder: string, files: Record<string, Uint8Array | string>, summary: unknown): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
}

function closing({
  same,
  state,
  signed,
  of,
  sha256: { agreement },
}: {
  same: boolean
  state: string
  signed: number
  of: number
  sha256: { agreement: { a: string; b: string } }
}) {
  return [
    '',
    `agreement.pdf on the first node   ${agreement.a}`,
    `agreement.pdf on the second node  ${agreement.b}`,
    same && state === 'complete'
      ? `The same bytes on both nodes, signed by ${signed} of ${of}. This installation works.`
      : `NOT AS IT SHOULD BE: ${same ? state : 'the nodes hold different files'}`,
  ].join('\n')
}
