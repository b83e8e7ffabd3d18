/** Validators we did not write, asked in a test. */
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { Given, Row, Validator } from '#scripts/validating/row.ts'

/** Fails unless the validator is content with all it looked at; skips, saying why, where it is not installed. */
export async function content(t: TestContext, validator: Validator, given: Given): Promise<Row[]> {
  const rows = await validator(given)
  assert.ok(rows.length > 0, 'it looked at nothing')
  const missing = rows.find(({ good }) => good === null)
  if (missing) t.skip(`${missing.tool} ${missing.verdict}`)
  else for (const { about, good, output } of rows) assert.ok(good, `${about}\n${output}`)
  return missing ? [] : rows
}
