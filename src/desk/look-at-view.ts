/** Partners somebody should look at: due diligence that ends, partnerships dormant by their record. The first few of each. */
import type { Context } from 'hono'
import { topicWords } from '#src/partners/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, html, inLanguage, type RegisterItem, register, section } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { onDay } from './brief-part.ts'
import type { Today } from './read-today.ts'
import { words } from './words.ts'

const shown = 4
type LookAt = NonNullable<Today['lookAt']>

export function lookAtList(c: Context<WebEnv>, { lookAt, day }: Today): Content {
  if (!lookAt || lookAt.answers.length + lookAt.dormant.total === 0) return ''
  const w = speak(words, c.var.language)
  const items = [
    ...lookAt.answers.slice(0, shown).map((one) => answerItem(c, one, day)),
    ...lookAt.dormant.rows.map((one) => dormantItem(c, one)),
  ]
  const more = (n: number, mark: string, label: string) =>
    n > shown && html`<p class="small"><a href="/partners?mark=${mark}">${label}</a></p>`
  const all = html`${more(lookAt.answers.length, 'diligence', w.allAnswers(lookAt.answers.length))}${more(lookAt.dormant.total, 'dormant', w.allDormant(lookAt.dormant.total))}`
  return section({ title: w.lookAt, body: html`${register({ items, label: w.lookAt })}${all}` })
}

function answerItem(c: Context<WebEnv>, one: LookAt['answers'][number], day: Temporal.PlainDate): RegisterItem {
  const { language } = c.var
  const w = speak(words, language)
  const over = Temporal.PlainDate.compare(one.expires_on, day) < 0
  const [topic, end] = [topicWords[one.topic][language], onDay(one.expires_on, language)]
  const href = `/partners/${one.institution}/facts`
  return {
    title: inLanguage({ en: one.name_en, zh: one.name_zh }, language),
    href,
    sub: over ? w.diligenceEnded(topic, end) : w.diligenceEnds(topic, end),
    urgent: over,
    act: { label: w.open, href, describe: topic },
  }
}

function dormantItem(c: Context<WebEnv>, one: LookAt['dormant']['rows'][number]): RegisterItem {
  const { language } = c.var
  const w = speak(words, language)
  const href = `/partners/${one.partner}/activity`
  return {
    title: inLanguage({ en: one.name_en, zh: one.name_zh }, language),
    href,
    sub: w.dormant,
    note: one.last ? w.lastRecorded(onDay(one.last, language)) : w.neverRecorded,
    act: { label: w.open, href, describe: language === 'en' ? one.name_en : one.name_zh || one.name_en },
  }
}
