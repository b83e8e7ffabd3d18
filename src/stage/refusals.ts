/** Words for every refusal an act behind the stage can meet, its own and those of what it uses. */
import { ceremonyRefusalWords } from '#src/ceremonies/index.ts'
import { fileRefusalWords } from '#src/platform/files/index.ts'
import { peopleRefusalWords } from '#src/platform/people/index.ts'
import { renderRefusalWords } from '#src/platform/render/index.ts'
import type { RefusalWords } from '#src/platform/ui/index.ts'
import { stageRefusalWords } from './refusal-words.ts'

export const backstageRefusals: RefusalWords = {
  ...peopleRefusalWords,
  ...fileRefusalWords,
  ...renderRefusalWords,
  ...ceremonyRefusalWords,
  ...stageRefusalWords,
}
