/** Every address and every form, given what no browser of an honest person sends: a refusal or nothing found, never a failure of ours. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sampleNodes } from '#cast/nodes.ts'
import { freePort } from '#src/command/self-test/free-port.ts'
import type { Stage } from '#src/command/self-test/play.ts'
import { stageOf } from '#src/command/self-test.ts'
import { startSample } from '#src/command/try.ts'
import { readConfig } from '#src/config.ts'
import type { RunningNode } from '#src/main.ts'

const folder = mkdtempSync(join(tmpdir(), 'chirograph-odd-'))
let nodes: RunningNode[]
let stage: Stage

before(async () => {
  const ports: [number, number] = [await freePort(), await freePort()]
  nodes = await startSample(sampleNodes({ folder, ports }).map((environment) => readConfig(environment)))
  stage = stageOf(nodes)
})
after(async () => {
  for (const node of nodes ?? []) await node.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A zero byte, half an escape, a name every object has, a number too large for any column, a very long one. */
const odd = ['%00', '%ff', '__proto__', '9'.repeat(30), 'x'.repeat(2000)]
const parameter = /:\w+(\{.*?\}(?=\/|$))?/

const pathsOf = (method: string) => [
  ...new Set(
    nodes[0]!.routes
      .filter((r) => r.method === method && !r.path.includes('*') && r.path !== '/sign-out')
      .map((r) => r.path),
  ),
]

/** The route with each odd value in place of its parameters; those after an agreement's id also beside a real one. */
function variants(path: string): string[] {
  const real = path.replace(/^\/agreements\/:id/, `/agreements/${stage.agreement}`)
  const all = [path, real].flatMap((one) => odd.map((value) => one.replaceAll(new RegExp(parameter, 'g'), value)))
  return [...new Set(all)]
}

test('odd addresses and queries', async () => {
  for (const who of ['officer', 'administrator']) {
    const browser = await stage.first.as(who)
    for (const path of pathsOf('GET')) {
      const plain = path.replace(/^\/agreements\/:id/, `/agreements/${stage.agreement}`).replace(parameter, '1')
      const names = ['version', 'since', 'show', 'clause', 'next', 'partner', 'done']
      const queries = odd.map((value) => `${plain}?${names.map((name) => `${name}=${value}`).join('&')}`)
      for (const address of [...variants(path), ...queries]) {
        const { status } = await browser.open(address)
        assert.ok(status < 500 || status === 503, `${address.slice(0, 120)} as ${who}: ${status}`)
      }
    }
  }
})

const fields = [
  ...['reason', 'body', 'note', 'title_en', 'title_zh', 'type_en', 'reference', 'clause', 'step', 'text_hash', 'seat'],
  ...[
    'account',
    'email',
    'name',
    'latin',
    'native',
    'role',
    'address',
    'fingerprint',
    'same',
    'code',
    'response',
    'date',
  ],
  ...[
    'time',
    'revision',
    'partner',
    'kind',
    'language',
    'next',
    'act',
    'clause_1_id',
    'clause_1_body_en',
    'seat_0_order',
  ],
]

test('odd forms', async () => {
  for (const who of ['officer', 'administrator', 'president']) {
    const browser = await stage.first.as(who)
    for (const path of pathsOf('POST')) {
      for (const address of variants(path)) {
        for (const value of ['', 'a\u0000b']) {
          const { status } = await browser.post(address, Object.fromEntries(fields.map((name) => [name, value])))
          const said = `${address.slice(0, 120)} as ${who} with ${JSON.stringify(value)}: ${status}`
          assert.ok(status < 500 || status === 503, said)
        }
      }
    }
  }
})
