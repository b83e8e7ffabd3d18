import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { test } from 'node:test'

/** Stops when told, and is not done before its input ends: a node that takes its time. */
const program = `
  import { untilTold } from '#src/command/until-told.ts'
  const told = untilTold((line) => console.log(line))
  const ended = new Promise((done) => process.stdin.on('end', done).resume())
  console.log('waiting')
  await told
  await ended
  console.log('stopped')
  process.exit(0)
`

test('a second signal does not end a node in the middle of stopping', async () => {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const said: string[] = []
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    if (said.length <= 2) child.kill('SIGINT')
    if (said.length === 3) child.stdin.end()
  }
  assert.deepEqual(await ended, [0, null])
  assert.deepEqual(
    said.map((line) => line.split(/\W/)[0]),
    ['waiting', 'Stopping', 'Still', 'stopped'],
  )
})
