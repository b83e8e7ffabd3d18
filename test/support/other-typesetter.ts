/** The typesetter of another release. */
import type { Typesetter } from '#src/platform/typeset/index.ts'

/** The same, but it ends every document with one more hairline. */
export const otherwise = (typesetter: Typesetter): Typesetter => ({
  ...typesetter,
  typeset: (job) => typesetter.typeset({ ...job, template: `${job.template}\n#line(length: 20%)` }),
})
