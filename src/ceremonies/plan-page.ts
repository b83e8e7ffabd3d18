/** The page of one ceremony: one plan of two universities, in the local times of both. */
import type { Context } from 'hono'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  type Content,
  type Html,
  head,
  html,
  inLanguage,
  linkButton,
  moments,
  notice,
  page,
  section,
  tag,
  timeline,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { asideWords } from './aside-words.ts'
import type { Refused } from './change-page.ts'
import { told } from './journal-words.ts'
import { runningOrderSection } from './order-page.ts'
import { planAside } from './plan-aside.ts'
import { planNotices } from './plan-notices.ts'
import { type Done, doneWords, planWords } from './plan-words.ts'
import type { PlanView } from './read-plan.ts'
import { type Reader, readerOf } from './reader.ts'
import { sidesSection } from './sides-page.ts'
import { kindWords, stateWords } from './value-words.ts'
import { registerWords } from './words.ts'

/** What else there is to say: that an act was done, or refused with what was typed; and what later rooms of this area add. */
export interface Said {
  done?: Done
  problem?: Refused & { status: Refusal['status'] }
  /** Sections below the plan: replies, papers, what comes after. */
  more?: Content
}

export function planPage(c: Context<WebEnv>, v: PlanView, said: Said): Response {
  const reader = readerOf(v, c.var.language, c.var.now)
  const { problem, done } = said
  const body = html`${done && notice({ kind: 'done', title: doneWords[done][reader.language], answer: true })}
    ${problem && notice({ kind: 'refusal', answer: true, title: problem.text })}
    ${planHead(v, reader)}
    ${planNotices(v, reader)}
    ${runningOrderSection(v, reader)}
    ${sidesSection(v, reader)}
    ${said.more ?? ''}
    ${historySection(v, reader)}`
  const aside = html`${planAside(v, reader, problem)}`
  const title = v.plan.title[reader.language] || v.plan.title.en || v.plan.title.zh
  return page(c, { title, current: 'ceremonies', body, aside }, problem?.status)
}

function planHead(v: PlanView, reader: Reader): Html {
  const { plan } = v
  const w = speak(planWords, reader.language)
  const [first, second] = reader.language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  const [from, to] = v.took ? [v.took.startedAt, v.took.endedAt] : [plan.startsAt, plan.endsAt]
  const minutes = Math.round(from.until(to).total('minutes'))
  const partner = v.staff
    ? html`<a href="/partners/${v.partner.ror}">${inLanguage(v.partner.name, reader.language)}</a>`
    : inLanguage(v.partner.name, reader.language)
  return head({
    title: plan.title[first] || plan.title[second],
    titleLang: htmlLang[plan.title[first] ? first : second],
    second: plan.title[first] && plan.title[second] ? plan.title[second] : undefined,
    secondLang: htmlLang[second],
    over: html`<a href="/ceremonies">${registerWords.title[reader.language]}</a> · ${partner} · ${kindWords[plan.kind][reader.language]}`,
    meta: html`<p class="plan-when">${moments(from, { places: reader.places, language: reader.language })}</p>
      <p>${tag(stateWords[plan.state][reader.language], plan.state === 'confirmed' ? 'good' : plan.state === 'live' ? 'warn' : 'plain')} ${w.minutes(minutes)} · ${plan.open ? w.publicMay : w.publicMayNot}${agreementLine(v, reader)}</p>`,
    acts: headActs(v, reader),
  })
}

function agreementLine({ plan, agreementTitle, staff }: PlanView, { language }: Reader): Content {
  if (!plan.agreement || !agreementTitle) return ''
  const w = speak(planWords, language)
  const words = w.agreement(agreementTitle[language] || agreementTitle.en || agreementTitle.zh)
  return staff ? html` · <a href="/agreements/${plan.agreement}">${words}</a>` : html` · ${words}`
}

function headActs({ plan, may }: PlanView, { language }: Reader): Content {
  const w = speak(planWords, language)
  const at = `/ceremonies/${plan.id}`
  return html`${may.frame && linkButton({ href: `${at}/frame/edit`, label: w.editFrame })}
    ${may.sheet && linkButton({ href: `${at}/sheet/edit`, label: w.editSheet })}`
}

/** The journal of this ceremony, latest first. */
function historySection(v: PlanView, reader: Reader): Content {
  if (v.history.length === 0) return ''
  const w = speak(asideWords, reader.language)
  const entries = v.history.map((entry) => {
    const side = ({ partner: 'theirs', account: 'ours', node: undefined } as const)[entry.actor_kind]
    const party = side === 'theirs' ? reader.partner : reader.us
    return {
      at: entry.at,
      what: told(entry, reader.language),
      who: side ? w.by(reader.short(party), entry.actor_name) : w.node,
      side,
    }
  })
  const list = timeline({ entries, places: reader.places, language: reader.language, label: w.history })
  return section({ title: w.history, id: 'history', body: list })
}
