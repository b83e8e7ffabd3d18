/**
 * Damages everything that comes from outside, very often, and has it judged: documents, signatures, time-stamps, notes, proofs, messages, packages.
 * Nothing may fall over, take longer than two seconds, or be taken for what it is not. The damage comes from the seed; keys are new in every run.
 *
 *   npm run bench -- fuzz [--cases 100000] [--seed 1] [--from 0]
 */
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { fuzz, mostMilliseconds, openTargets } from '#test/attacks/fuzz/index.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: process.argv.includes('--short') ? '1000' : '100000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    short: { type: 'boolean' },
  },
})
const [cases, seed, first] = [values.cases, values.seed, values.from].map(Number) as [number, number, number]

/**
 * Ends the run where a case never comes back, which the thread that waits for it cannot. A minute of computing, or a quarter of an hour of waiting:
 * a busy machine is not taken for a case that hangs.
 */
const clock = new SharedArrayBuffer(4)
const running = new Int32Array(clock)
const watch = `
  const { workerData } = require('node:worker_threads')
  const running = new Int32Array(workerData)
  const computed = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000
  }
  let [last, since, used] = [0, Date.now(), computed()]
  setInterval(() => {
    const now = Atomics.load(running, 0)
    if (now !== last) [last, since, used] = [now, Date.now(), computed()]
    if (computed() - used < 60_000 && Date.now() - since < 900_000) return
    require('node:fs').writeSync(2, 'case ' + last + ' does not come back\\n')
    process.kill(process.pid, 'SIGKILL')
  }, 1_000)
`

const { targets, close } = await openTargets()
const watcher = new Worker(watch, { eval: true, workerData: clock })
const began = performance.now()
try {
  const { tallies, failures } = await fuzz(targets, {
    ...{ cases, seed, first },
    begun: (number) => Atomics.store(running, 0, number),
  })
  const seconds = (performance.now() - began) / 1_000
  console.log('                          cases   refused  harmless   mean ms  slowest ms')
  for (const { target, cases: own, outcomes, milliseconds, slowest } of tallies) {
    const counts = [own, outcomes.refused, outcomes.harmless].map((count) => String(count).padStart(9)).join(' ')
    const times = `${(milliseconds / Math.max(own, 1)).toFixed(2).padStart(9)} ${slowest.milliseconds.toFixed(0).padStart(11)}`
    console.log(`${target.padEnd(22)}${counts} ${times}`)
  }
  for (const { target, number, kind, what } of failures.slice(0, 20)) {
    console.log(`\n${kind}, ${target}: --seed ${seed} --from ${number} --cases 1\n${what}`)
  }
  console.log(
    `\n${cases} cases in ${seconds.toFixed(0)} s: ${failures.length} failures (aim 0, none over ${mostMilliseconds} ms)`,
  )
  console.log(JSON.stringify({ bench: 'fuzz', seed, first, cases, seconds, tallies, failures: failures.length }))
  if (failures.length > 0) process.exitCode = 1
} finally {
  await watcher.terminate()
  await close()
}
