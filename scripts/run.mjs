/**
 * What the npm scripts call, on whatever Node the machine has (20 or later): installs the packages where they are
 * not as the lock file says, then runs the product's own Node, which comes as one of them.
 *
 *   node scripts/run.mjs try | test [ARGS] | chirograph COMMAND [ARGS] | bench NAME [ARGS]
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const entries = {
  try: (args) => ['src/command/chirograph.ts', 'try', ...args],
  test: (args) => ['test/run.ts', ...args],
  chirograph: (args) => ['src/command/chirograph.ts', ...args],
  bench: ([name, ...args]) => [`bench/${name}.ts`, ...args],
}

const [what, ...args] = process.argv.slice(2)
if (!Object.hasOwn(entries, what ?? '')) stop('Which? try, test, chirograph or bench', 2)
const [script, ...rest] = entries[what](args)
if (!existsSync(join(root, script))) stop(`There is no ${script}.`, 2)
// Those who only run a node need no test tools.
const development = what === 'test' || what === 'bench'
if (!installed(development)) install(development)
run(join(root, script), rest)

/** Whether every package of the lock file lies there in its version. Those for other kinds of machines may be missing. */
function installed(development) {
  const present = lockOf(join(root, 'node_modules', '.package-lock.json'))
  if (!present || !existsSync(ownNode)) return false
  const wanted = Object.entries(lockOf(join(root, 'package-lock.json')) ?? {})
  return wanted.every(([name, { version, optional, devOptional, dev }]) => {
    const mayMiss = name === '' || optional || devOptional || (dev && !development)
    return present[name] ? present[name].version === version : mayMiss
  })
}

function lockOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

function install(development) {
  console.error('Installing the packages as package-lock.json says. This takes a minute or two, once.')
  const include = development ? ['--include=dev'] : []
  const result = npm(['ci', ...include])
  if (result.status !== 0) stop(`npm cannot install the packages${reason(result)}. Is the registry within reach?`, 1)
  if (!existsSync(ownNode))
    stop('npm ran no install scripts (ignore-scripts?), and Chirograph needs those package.json allows.', 1)
}

function npm(args) {
  return spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: { ...process.env, PATH: machinePath() },
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
}

function reason({ error }) {
  return error ? `: ${error.message}` : ''
}

/** PATH without packages' programs: `npm ci` takes away the very folder they run from. */
function machinePath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.filter((folder) => !folder.includes('node_modules')).join(delimiter)
}

function run(script, args) {
  const child = spawn(ownNode, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, once(signal, child))
  child.on('error', (error) => stop(`Node does not run here: ${error.message}`, 1))
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
}

/** Passes a signal on, but not twice at once: a terminal tells the child itself, and npm repeats what it heard. */
function once(signal, child) {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const fromTerminal = signal === 'SIGINT' && process.stdin.isTTY
    if (!fromTerminal && performance.now() - last > 1_000) child.kill(signal)
    last = performance.now()
  }
}

function stop(sentence, code) {
  console.error(sentence)
  process.exit(code)
}
