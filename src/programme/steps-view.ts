/** What an officer may do with a programme now. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { actWithReason, type Content, html, selectField } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { programmeName } from './programmes-page.ts'
import type { ReadProgramme } from './read-programme.ts'
import { programmeActWords, programmeWords } from './words.ts'

export function stepActs(c: Context<WebEnv>, { acts, programme, others }: ReadProgramme): Content {
  const { language } = c.var
  const w = speak(programmeWords, language)
  const options = others.map((o) => ({ value: o.id, label: programmeName(o, language) }))
  const buttons = acts
    .filter((act) => act !== 'renew' || options.length > 0)
    .map((act) => {
      const words = speak(programmeActWords[act], language)
      return actWithReason({
        id: act,
        action: `/programmes/${programme.id}/steps`,
        open: words.open,
        title: words.open,
        explain: words.explain,
        confirm: words.open,
        kind: act === 'close' ? 'danger' : 'plain',
        values: { act },
        reason: { label: w.reason },
        more: act === 'renew' && selectField({ name: 'successor', label: w.successor, options }),
        language,
      })
    })
  return html`${buttons}`
}
