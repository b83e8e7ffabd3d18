/** One node for one data folder: a lock the operating system lets go of when the process ends, however it ends. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CannotStart } from './cannot-start.ts'

export interface FolderLock {
  release(): void
}

/**
 * Holds `folder` (made if missing) for this process. Node has no `flock`, but SQLite locks a file the same way
 * on every system; the process id beside it is only for the sentence, never the proof.
 * @throws CannotStart naming the folder and the process that holds it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true })
  const pidFile = join(folder, 'node.pid')
  const lock = new DatabaseSync(join(folder, 'node.lock'))
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== 5) throw error
    throw new CannotStart(
      `The data folder ${resolve(folder)} is in use by another node (process ${readPid(pidFile)}). ` +
        'Stop that one first, or name another folder in DATA.',
    )
  }
  writeFileSync(pidFile, `${process.pid}\n`)
  return {
    release() {
      rmSync(pidFile, { force: true })
      lock.close()
    },
  }
}

function readPid(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || 'unknown'
  } catch {
    return 'unknown'
  }
}
