/** What a node remembers about its embedded PostgreSQL, in `postgres.json` of the data folder, readable by it alone. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import { clusterFolder, type ServerUser } from './embedded-place.ts'

export interface EmbeddedState {
  /** Folder of the cluster; relative to the data folder when it lies inside. */
  cluster: string
  port: number | null
  /** Passwords of the roles `postgres` (superuser) and `chirograph` (owner of the database). */
  adminPassword: string
  password: string
  /** True once role and database exist: from then on a missing cluster is a loss, not a beginning. */
  ready: boolean
}

const file = (folder: string) => join(folder, 'postgres.json')

/**
 * Reads the state, or begins one.
 * @throws CannotStart when state and cluster do not belong together
 */
export function readState(folder: string, user: ServerUser | undefined): EmbeddedState {
  if (existsSync(file(folder))) {
    const state = JSON.parse(readFileSync(file(folder), 'utf8')) as EmbeddedState
    if (state.ready && !existsSync(join(clusterPath(folder, state), 'PG_VERSION')))
      throw new CannotStart(
        `The database of ${resolve(folder)} should lie in ${clusterPath(folder, state)}: it is gone.`,
      )
    return state
  }
  const cluster = clusterFolder(folder, user)
  if (existsSync(join(resolve(folder, cluster), 'PG_VERSION')))
    throw new CannotStart(`${resolve(folder)} holds a database, but its postgres.json is missing. Restore that file.`)
  const password = () => randomBytes(24).toString('base64url')
  const state = { cluster, port: null, adminPassword: password(), password: password(), ready: false }
  writeState(folder, state)
  return state
}

/** Replaces the file in one step, so that a crash leaves the old one or the new one. */
export function writeState(folder: string, state: EmbeddedState): void {
  const draft = `${file(folder)}.new`
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(draft, file(folder))
}

export const clusterPath = (folder: string, state: EmbeddedState): string => resolve(folder, state.cluster)
