/**
 * The stage before thousands: `npm run bench -- stage` (5,000 viewers, 4 changes a second), `npm run bench -- stage short` for a look.
 * Server on one core, viewers on the other, on bare sockets in a process of their own; the same viewers against Socket.IO and Nchan.
 */
import type { Figures } from './stage/client.ts'
import { type Client, type Measured, pins, startClient, startNchan, startOurs } from './stage/processes.ts'

const short = process.argv[2] === 'short'
const plan = short
  ? { viewers: 200, seconds: 2, crowd: 50, stalled: 20 }
  : { viewers: 5_000, seconds: 10, crowd: 50, stalled: 100 }
const usual = { rate: 4, bytes: 300 }
/** What is offered to those who do not read: 13 MB to each, unless they keep up. */
const heavy = { rate: 50, bytes: 65_536, seconds: short ? 1 : 4 }

const round = (n: number, digits = 1) => (Number.isFinite(n) ? Number(n.toFixed(digits)) : null)

async function measure(start: () => Promise<Measured | null>) {
  const server = await start()
  if (!server) return null
  const client = await startClient()
  try {
    const steady = await measureSteady(server, client)
    const back = await measureReturn(server, client)
    await client.ask({ order: 'close' })
    return { name: server.name, ...steady, ...back }
  } finally {
    client.end()
    server.end()
  }
}

const targetOf = ({ port, path, protocol }: Measured) => ({ port, path, protocol })

async function measureSteady(server: Measured, client: Client) {
  const idle = await server.usage()
  const joined = await client.ask({ order: 'open', target: targetOf(server), count: plan.viewers })
  await new Promise((done) => setTimeout(done, 1_000))
  const full = await server.usage()
  // The first messages warm the code up and are not counted.
  const warm = await server.publish({ ...usual, seconds: 1 })
  await client.ask({ order: 'whole', last: warm, patience: 10_000 })
  await client.ask({ order: 'forget' })
  const before = await server.usage()
  const last = await server.publish({ ...usual, seconds: plan.seconds })
  await client.ask({ order: 'whole', last, patience: 10_000 })
  const after = await server.usage()
  const { result } = await client.ask<Figures>({ order: 'figures', last })
  const deliveries = plan.viewers * usual.rate * plan.seconds
  return {
    joinedMs: round(joined.ms, 0),
    kibPerConnection: round((full.rss - idle.rss) / plan.viewers),
    p50: round(result.p50),
    p99: round(result.p99),
    max: round(result.max),
    cpuPerDelivery: round(((after.cpu - before.cpu) * 1e6) / deliveries),
    missing: deliveries - result.arrived,
  }
}

/** All drop at once and come back while changes go on; whole again when every one has seen the last change. */
async function measureReturn(server: Measured, client: Client) {
  const began = performance.now()
  const publishing = server.publish({ ...usual, seconds: 3 })
  const back = await client.ask({ order: 'return', target: targetOf(server) })
  const last = await publishing
  const settled = performance.now()
  const { result } = await client.ask<{ ms: number; behind: number }>({ order: 'whole', last, patience: 20_000 })
  const wholeMs = Math.max(back.ms, settled - began - 3_000 + result.ms)
  return { backMs: round(back.ms, 0), wholeMs: round(wholeMs, 0), lost: result.behind }
}

/**
 * Others' latency and the server's memory without viewers that do not read, while the network still takes what is meant for them, and
 * when it takes no more. Each the median of a few runs: one run's 99th percentile is the machine's as much as the server's.
 */
async function measureStalled(start: () => Promise<Measured | null>) {
  const server = await start()
  if (!server) return null
  const client = await startClient()
  try {
    await client.ask({ order: 'open', target: targetOf(server), count: plan.crowd })
    const warm = await server.publish({ ...heavy, seconds: 1 })
    await client.ask({ order: 'whole', last: warm, patience: 5_000 })
    const alone = await heavyRuns(server, client)
    await client.ask({ order: 'stall', target: targetOf(server), count: plan.stalled })
    const filling = await heavyRun(server, client)
    const beside = await heavyRuns(server, client)
    return {
      name: server.name,
      p99Alone: round(alone.p99),
      p99Filling: round(filling.p99),
      p99Beside: round(beside.p99),
      mbAlone: round(alone.grown / 1024),
      mbBeside: round((filling.grown + beside.grown) / 1024),
    }
  } finally {
    client.end()
    server.end()
  }
}

const middle = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!

/** The memory is what all of them together took. */
async function heavyRuns(server: Measured, client: Client) {
  const runs = []
  for (let n = 0; n < (short ? 1 : 3); n++) runs.push(await heavyRun(server, client))
  return { p99: middle(runs.map(({ p99 }) => p99)), grown: runs.reduce((sum, { grown }) => sum + grown, 0) }
}

async function heavyRun(server: Measured, client: Client) {
  await client.ask({ order: 'forget' })
  const before = await server.usage()
  const last = await server.publish(heavy)
  await client.ask({ order: 'whole', last, patience: 5_000 })
  const after = await server.usage()
  const { result } = await client.ask<Figures>({ order: 'figures', last })
  return { p99: result.p99, grown: after.rss - before.rss }
}

const ours = () => startOurs('our-server.ts', 'Chirograph', '/live/stage/events', 'sse')
const socketIo = () =>
  startOurs('socket-io-server.ts', 'Socket.IO 4.8', '/socket.io/?EIO=4&transport=websocket', 'socket.io')

type Row = Record<string, unknown> & { name: string }

function show(title: string, rows: (Row | null)[], columns: [key: string, label: string][]): void {
  console.log(`\n${title}`)
  console.log(
    ['', ...columns.map(([, label]) => label)].map((text, i) => (i ? text.padStart(13) : text.padEnd(16))).join(''),
  )
  for (const row of rows.filter((one) => one !== null)) {
    const cells = columns.map(([key]) => String(row[key] ?? '–').padStart(13))
    console.log(row.name.padEnd(16) + cells.join(''))
  }
}

const steady: (Row | null)[] = []
for (const start of [ours, socketIo, startNchan]) steady.push(await measure(start))
const stalled: (Row | null)[] = []
for (const start of [ours, socketIo]) stalled.push(await measureStalled(start))

const nchan = steady.at(-1) ? '' : '\nNchan is not on this machine (nginx with its module): no row for it.'
show(
  `${plan.viewers} viewers, ${usual.rate} changes a second, ${usual.bytes} bytes; milliseconds, KiB, microseconds${pins ? '' : ' (processes not pinned: no taskset)'}`,
  steady,
  [
    ['p50', 'p50 ms'],
    ['p99', 'p99 ms'],
    ['max', 'max ms'],
    ['kibPerConnection', 'KiB/conn'],
    ['cpuPerDelivery', 'µs/delivery'],
    ['joinedMs', 'all join ms'],
    ['missing', 'missing'],
  ],
)
show('All drop and come back while changes go on', steady, [
  ['backMs', 'all back ms'],
  ['wholeMs', 'whole ms'],
  ['lost', 'lost'],
])
show(
  `${plan.stalled} that do not read beside ${plan.crowd} that do, ${heavy.bytes} bytes ${heavy.rate} times a second`,
  stalled,
  [
    ['p99Alone', 'p99 without'],
    ['p99Filling', 'p99 filling'],
    ['p99Beside', 'p99 with'],
    ['mbAlone', 'MB without'],
    ['mbBeside', 'MB with'],
  ],
)
if (nchan) console.log(nchan)
console.log(
  JSON.stringify({
    bench: 'stage',
    short,
    plan,
    usual,
    heavy,
    units: { p50: 'ms', cpuPerDelivery: 'µs' },
    steady,
    stalled,
  }),
)
