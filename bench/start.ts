/** How long `chirograph try` takes until both nodes answer, first and again, and what both nodes with their databases hold in memory. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const entry = join(import.meta.dirname, '..', 'src', 'command', 'chirograph.ts')

interface Run {
  milliseconds: number
  megabytes: number
}

/** Starts, waits for the line that says ready, measures, stops. */
async function once(folder: string): Promise<Run> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, 'try'], {
    env: { ...process.env, DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((done, fail) => {
    let said = ''
    child.stdout.on('data', (part) => {
      said += part
      if (said.includes('Both nodes are ready')) done()
    })
    child.once('exit', (code) => fail(new Error(`ended with ${code} before it was ready`)))
  })
  const milliseconds = Math.round(performance.now() - began)
  const megabytes = Math.round(residentOf(child.pid!, folder) / 1024)
  const over = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await over
  return { milliseconds, megabytes }
}

/** Kilobytes: the node's process, and every PostgreSQL process by its share of shared pages (PSS, from Linux's /proc). */
function residentOf(pid: number, folder: string): number {
  const processes = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, id, parent, args]) => ({ id: Number(id), parent: Number(parent), args: args! }))
  const roots = processes.filter((p) => p.id === pid || p.args.includes(folder)).map((p) => p.id)
  const all = new Set(roots)
  for (let before = 0; before !== all.size; ) {
    before = all.size
    for (const p of processes) if (all.has(p.parent)) all.add(p.id)
  }
  return [...all].map(share).reduce((sum, kilobytes) => sum + kilobytes, 0)
}

function share(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

const folder = mkdtempSync(join(tmpdir(), 'chirograph-bench-'))
try {
  const first = await once(folder)
  const again = await once(folder)
  console.log('                     time to ready   memory, both nodes and databases')
  console.log(
    `first start          ${String(first.milliseconds).padStart(8)} ms   ${String(first.megabytes).padStart(6)} MB`,
  )
  console.log(
    `second start         ${String(again.milliseconds).padStart(8)} ms   ${String(again.megabytes).padStart(6)} MB   (aim 2000 ms, 400 MB)`,
  )
  const figures = { first, again, aim: { milliseconds: 2000, megabytes: 400 } }
  console.log(JSON.stringify({ bench: 'start', units: { milliseconds: 'ms', megabytes: 'MB (PSS)' }, ...figures }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
