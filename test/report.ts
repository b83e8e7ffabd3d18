/** What the test runner prints: a line for each file, failures in full, skipped tests with their reasons. */

import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect, stripVTControlCharacters } from 'node:util'

export interface Report {
  hear(event: TestEvent): void
  /** Prints what is left to say, and the counts as the last line. @returns whether all is well */
  end(): boolean
}

/**
 * @param files those that are run: one of which nothing is heard has failed
 * @param print takes lines without their line break
 */
export function openReport(root: string, files: string[], print: (line: string) => void): Report {
  const path: string[] = []
  const failures: string[] = []
  const skipped: string[] = []
  const failed = new Map<string, number>()
  const unheard = new Set(files)
  const said = new Map<string, string>()
  const count = { passed: 0, failed: 0, skipped: 0 }
  const shown = (file: string | undefined) => relative(root, file ?? root)

  const fail = (file: string | undefined, text: string) => {
    count.failed++
    failures.push(text)
    if (file) failed.set(file, (failed.get(file) ?? 0) + 1)
  }
  const finished = ({ type, data }: TestEvent & { type: 'test:pass' | 'test:fail' }) => {
    const { name, nesting, file, details, skip, todo } = data
    // A file as a whole: told by its summary, or by the lack of one.
    if (name === file) return
    const title = `${shown(file)}: ${[...path.slice(0, nesting), name].join(' › ')}`
    const suite = details.type === 'suite'
    if (skip !== undefined && skip !== false) {
      count.skipped++
      skipped.push(`${title}${typeof skip === 'string' && skip ? ` (${skip})` : ''}`)
    } else if (type === 'test:fail' && !todo) {
      // A suite fails with its tests: those are counted and told.
      const { error } = details as { error: Error & { failureType?: string } }
      if (error.failureType === 'subtestsFailed') return
      fail(file, `${title}\n${inspect(error.cause ?? error)}`)
    } else if (!suite) count.passed++
  }

  return {
    hear(event) {
      if (event.type === 'test:start') path[event.data.nesting] = event.data.name
      if (event.type === 'test:pass' || event.type === 'test:fail') finished(event)
      // Says what went wrong after a test had ended.
      if (event.type === 'test:diagnostic' && event.data.file && /^Error/.test(event.data.message))
        said.set(event.data.file, `${said.get(event.data.file) ?? ''}${event.data.message}\n`)
      if (event.type === 'test:stdout' || event.type === 'test:stderr')
        said.set(event.data.file, (said.get(event.data.file) ?? '') + event.data.message)
      if (event.type === 'test:summary' && event.data.file) {
        const { file, counts, duration_ms, success } = event.data
        if (counts.tests > 0) unheard.delete(file)
        if (!success) failed.set(file, failed.get(file) ?? 0)
        print(`${success ? 'ok    ' : 'FAILED'} ${shown(file)} (${counts.tests}, ${(duration_ms / 1000).toFixed(1)} s)`)
        if (!success && said.has(file)) print(stripVTControlCharacters(said.get(file)!).slice(-4_000))
      }
    },
    end() {
      for (const file of unheard)
        fail(file, `${shown(file)}: ended before its tests did, or has none\n${said.get(file) ?? ''}`)
      // What went wrong after a test had ended is in what the file printed.
      for (const [file, told] of failed)
        if (told === 0) fail(file, `${shown(file)}: something failed outside its tests`)
      for (const failure of failures) print(`\nFAILED ${failure}`)
      if (skipped.length > 0) print(`\nSkipped:\n${skipped.map((line) => `  ${line}`).join('\n')}`)
      if (count.passed + count.failed === 0) print('\nNo test was run.')
      print(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
      return count.failed === 0 && count.passed > 0
    },
  }
}
