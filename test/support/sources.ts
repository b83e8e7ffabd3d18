/** Our own TypeScript files, for tests about the code itself. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

export interface Source {
  /** From the root, with slashes. */
  path: string
  text: string
}

let known: Source[] | undefined

export function sources(): Source[] {
  known ??= globSync('{src,islands,cast,test,bench,scripts}/**/*.ts', { cwd: root })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  return known
}

export const isTest = (path: string): boolean => path.endsWith('.test.ts')
