/** Makes a new cluster of the embedded PostgreSQL. */
import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from './cannot-start.ts'
import type { ServerUser } from './embedded-place.ts'

/**
 * Collation: ICU's root order, so that both languages sort alike on every machine. `LC_CTYPE=C.UTF-8`, because
 * with `C` the trigrams of `pg_trgm` find nothing in Chinese.
 */
const flags = [
  ...['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8'],
  ...['--locale-provider=icu', '--icu-locale=und', '--locale=C'],
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
]

/**
 * Runs `initdb` beside `cluster` and moves the result there, so that a crash leaves no half-made cluster.
 * Does nothing when the cluster exists.
 */
export async function makeCluster(
  cluster: string,
  { programs, user, adminPassword }: { programs: string; user: ServerUser | undefined; adminPassword: string },
): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return
  const draft = `${cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 })
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid)
  try {
    await promisify(execFile)(
      join(programs, 'bin', 'initdb'),
      [...flags, `--pwfile=${passwordFile}`, `--pgdata=${draft}`],
      {
        ...(user && { uid: user.uid, gid: user.gid }),
        cwd: '/',
        env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      },
    )
  } catch (error) {
    throw new CannotStart(
      `PostgreSQL could not make its database in ${cluster}: ${(error as { stderr?: string }).stderr}`,
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, cluster)
}
