/** Programs we did not write, and a place for the files they read. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Answer {
  code: number
  output: string
}

/** Runs a program. @returns its exit code (-1 where it is not installed) and everything it wrote */
export function run(program: string, args: string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(program, args, { encoding: 'utf8' }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0
      resolve({ code, output: stdout + stderr })
    })
  })
}

export async function installed(program: string): Promise<boolean> {
  return (await run(program, ['--help'])).code !== -1
}

/** A folder that goes when the process does. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chirograph-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
