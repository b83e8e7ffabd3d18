/** What a validator said of a file, and how to ask one. */
import { execFile } from 'node:child_process'

/** Paths of the files a validator is given. */
export interface Given {
  /** The agreement with all its signatures. */
  signed: string
  /** The same before the first of them. */
  revisionZero: string
  /** The certificates both sides' signers descend from, PEM. */
  roots: string[]
  /** A folder for files that are needed in between. */
  folder: string
}

export interface Row {
  tool: string
  version: string
  /** What was looked at: the agreement, revision 0, one signature. */
  about: string
  /** null where the tool did not run; `verdict` says why. */
  good: boolean | null
  verdict: string
  /** All the tool wrote. */
  output: string
}

export type Validator = (given: Given) => Promise<Row[]>

/** Runs a program. @returns its exit code (-1 where it is not installed) and everything it wrote */
export function run(program: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0
      resolve({ code, output: stdout + stderr })
    })
  })
}

/** The version a program names in its first line; null where it is not installed. */
export async function versionOf(program: string, flag = '--version'): Promise<string | null> {
  const { code, output } = await run(program, [flag])
  return code === -1 ? null : (output.trim().split('\n')[0] ?? '')
}

export function notRun(tool: string, why: string): Row[] {
  return [{ tool, version: '', about: '', good: null, verdict: `not run: ${why}`, output: '' }]
}

export const count = (output: string, words: string): number => output.split(words).length - 1
