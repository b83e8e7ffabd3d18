/** Sets the papers of a ceremony. */
import { readFileSync } from 'node:fs'
import type { Typesetter } from '#src/platform/typeset/index.ts'

export type Paper = 'programme' | 'place-cards' | 'names' | 'briefing' | 'minutes'

const read = (name: string) => readFileSync(new URL(`./paper-${name}.typ`, import.meta.url), 'utf8')
const common = read('common')
const templates: Record<Paper, string> = {
  programme: read('programme'),
  'place-cards': read('place-cards'),
  names: read('names'),
  briefing: read('briefing'),
  minutes: read('minutes'),
}

/** @throws Refusal `glyph_missing` naming the character and where it stands */
export async function setPaper(typesetter: Typesetter, paper: Paper, data: unknown): Promise<Uint8Array> {
  // A folded card has the same name twice, once upside down: there is no one order in which to read it aloud.
  const standard = paper === 'place-cards' ? 'a-2u' : 'a-2a'
  const { pdf } = await typesetter.typeset({ template: `${common}\n${templates[paper]}`, data, standard })
  return pdf
}
