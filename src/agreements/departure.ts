/** Where a text departs from the template it was begun from. Rules only. */
import type { TemplateVersion } from '#src/procedures/index.ts'
import { type ClauseChange, clauseChanges } from './changes.ts'
import type { AgreementText } from './text.ts'

/** Clauses that are not as the template has them: changed, put in, taken out, moved. */
export function departures(version: Pick<TemplateVersion, 'clauses'>, text: AgreementText): ClauseChange[] {
  return clauseChanges({ ...text, clauses: version.clauses }, text).filter(({ kind }) => kind !== 'same')
}
