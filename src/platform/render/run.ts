/** Runs one job in a drawing process. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Job, Outcome, Result } from './messages.ts'
import { refuseRender } from './words.ts'

const program = fileURLToPath(new URL('./drawing.ts', import.meta.url))
const environment = { HOME: '/nonexistent' }

/** One after the other: a drawing process takes up to 200 MB while it works, and none is kept waiting for the next. */
let queue: Promise<unknown> = Promise.resolve()

/** @throws Refusal `document_not_drawable` {message}, `drawing_took_too_long` {seconds} */
export function run(job: Job, timeLimit: number): Promise<Result> {
  const turn = queue.then(() => runNow(job, timeLimit))
  queue = turn.catch(() => undefined)
  return turn
}

function runNow(job: Job, timeLimit: number): Promise<Result> {
  const child = fork(program, {
    env: environment,
    execArgv: ['--max-old-space-size=256'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise<Outcome | 'too_long' | 'ended'>((resolve) => {
    const timer = setTimeout(() => resolve('too_long'), timeLimit)
    child.once('exit', () => clearTimeout(timer))
    child.once('exit', () => resolve('ended'))
    child.once('error', () => resolve('ended'))
    child.once('message', (outcome) => resolve(outcome as Outcome))
    child.send(job, () => {})
  }).then((outcome) => {
    child.kill('SIGKILL')
    if (outcome === 'too_long') return refuseRender('drawing_took_too_long', { seconds: timeLimit / 1000 }, 503)
    if (outcome === 'ended') return refuseRender('document_not_drawable', { message: 'the process ended' }, 422)
    return outcome.done ? outcome.result : refuseRender('document_not_drawable', { message: outcome.message }, 422)
  })
}
