/** All viewers of a measurement, in a process of their own so that the server is measured and not they. */
import { type Target, Viewer } from './viewer.ts'

export type ClientOrder =
  | { order: 'open'; target: Target; count: number }
  | { order: 'stall'; target: Target; count: number }
  | { order: 'forget' }
  | { order: 'figures'; last: number }
  | { order: 'return'; target: Target }
  | { order: 'whole'; last: number; patience: number }
  | { order: 'close' }

export interface Figures {
  arrived: number
  p50: number
  p99: number
  max: number
  /** Viewers that have not seen the last message. */
  behind: number
}

/** Connections begun in one step; the next follows when these are up. */
const step = 100

const latencies: number[] = []
let viewers: Viewer[] = []
let stalled: Viewer[] = []

async function openAll(made: Viewer[]): Promise<void> {
  for (let i = 0; i < made.length; i += step) {
    const some = made.slice(i, i + step)
    for (const viewer of some) viewer.open()
    while (!some.every(({ ready }) => ready)) await new Promise(setImmediate)
  }
}

const make = (target: Target, count: number) =>
  Array.from({ length: count }, () => new Viewer(target, latencies, () => {}))

function figures(last: number): Figures {
  const sorted = Float64Array.from(latencies).sort()
  const share = (of: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? Number.NaN) / 1000
  const behind = viewers.filter((viewer) => viewer.last !== last).length
  return { arrived: sorted.length, p50: share(0.5), p99: share(0.99), max: share(1), behind }
}

/** Waits until every viewer has seen the last message. @returns milliseconds, and how many never did */
async function whole(last: number, patience: number) {
  const began = performance.now()
  const behind = () => viewers.filter((viewer) => viewer.last < last).length
  while (behind() > 0 && performance.now() - began < patience) await new Promise((done) => setTimeout(done, 5))
  return { ms: performance.now() - began, behind: behind() }
}

async function obey(said: ClientOrder): Promise<unknown> {
  switch (said.order) {
    case 'open':
      viewers = make(said.target, said.count)
      return openAll(viewers)
    case 'stall':
      stalled = make(said.target, said.count)
      await openAll(stalled)
      for (const viewer of stalled) viewer.stall()
      return
    case 'forget':
      latencies.length = 0
      return
    case 'figures':
      return figures(said.last)
    case 'return':
      for (const viewer of viewers) viewer.close()
      return openAll(viewers)
    case 'whole':
      return whole(said.last, said.patience)
    case 'close':
      for (const viewer of [...viewers, ...stalled]) viewer.close()
      viewers = []
      stalled = []
  }
}

process.on('message', async (said: ClientOrder) => {
  const began = performance.now()
  const result = await obey(said)
  process.send!({ result, ms: performance.now() - began })
})
process.on('disconnect', () => process.exit(0))
process.send!({ ready: true })
