/** A story the partner asks us to approve: read it with its photographs, then say yes or what to change. */
import type { Context } from 'hono'
import type { Institution } from '#src/partners/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  actButton,
  actWithReason,
  type Content,
  cut,
  head,
  html,
  moments,
  notice,
  page,
  tag,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { isEditor } from './access.ts'
import { mayAnswer } from './answer-offer.ts'
import { storyArticle } from './article.ts'
import { headlineOf } from './content.ts'
import type { Offer } from './offer-store.ts'
import { placesOf } from './places.ts'
import { previewOf } from './preview.ts'
import { offerStateWords } from './state-words.ts'
import { tabTitle } from './tab-title.ts'

export const offerWords = {
  stories: { en: 'Stories', zh: '新闻' },
  from: { en: (who: string) => `${who} asks us to approve`, zh: (who: string) => `${who}请我方审批` },
  sentBy: { en: 'Sent by', zh: '发送人：' },
  embargo: { en: 'Embargo until', zh: '禁发期至' },
  approve: { en: 'Approve it for our side', zh: '代表我方批准' },
  approveNote: {
    en: 'Your approval is of exactly what stands here. When they change anything, it ends.',
    zh: '批准的对象仅为此处所示内容，对方如有改动，批准即失效。',
  },
  ask: { en: 'Ask for changes', zh: '要求修改' },
  askTitle: { en: 'What should be changed?', zh: '需要修改什么？' },
  askExplain: { en: 'They get your words and send a new text.', zh: '对方将收到您的意见并发来新文本。' },
  reason: { en: 'What to change', zh: '修改意见' },
  send: { en: 'Send', zh: '发送' },
  editorsOnly: { en: 'An editor of ours answers.', zh: '由我方编辑答复。' },
  answered: { en: (who: string) => `Answered by ${who}.`, zh: (who: string) => `由${who}答复。` },
  gone: {
    en: 'They have taken this text back or are changing it. A new one comes here when it is ready.',
    zh: '对方已收回或正在修改该文本，新文本完成后将送达此处。',
  },
  forgotten: { en: 'Its photographs are no longer kept here.', zh: '其图片已不再保存于本节点。' },
  approvedNow: { en: 'Approved. Their node has been told.', zh: '已批准，并已通知对方节点。' },
  askedNow: { en: 'Sent to their editors.', zh: '已发送给对方编辑。' },
}

export interface OfferView {
  offer: Offer
  /** Its photographs that are still here, by their hash. */
  here: string[]
  us: Institution
  partner: Institution
  done?: 'approved' | 'asked'
  problem?: { text: string; status: Refusal['status']; typed: string }
}

export function offerPage(c: Context<WebEnv>, view: OfferView): Response {
  const { language, house } = c.var
  const w = speak(offerWords, language)
  const { offer, partner } = view
  const at = `/stories/offers/${offer.story}`
  const photos = offer.content.photos.filter(({ shared }) => view.here.includes(shared))
  const forgotten = photos.length < offer.content.photos.length
  const story = previewOf({ id: offer.story, content: { ...offer.content, photos }, sizes: () => [1600] }, c.var.now)
  const image = ({ number }: { number: number }) => `${at}/photos/${number}.jpg`
  const shown = (one: 'en' | 'zh') =>
    storyArticle(story, one, { heading: 2, preview: true, image, zone: house.zone, links: false })
  const meta = html`<span>${tag(offerStateWords[offer.state][language], offer.state === 'approved' ? 'good' : 'plain')}</span><span>${w.sentBy} <span translate="no">${offer.byName}</span></span>${embargo(c, view)}`
  const done =
    view.done && notice({ kind: 'done', title: view.done === 'approved' ? w.approvedNow : w.askedNow, answer: true })
  const body = html`${head({
    title: headlineOf(offer.content.translations, language),
    over: html`<a href="/stories">${w.stories}</a> · ${w.from(partner.short[language])}`,
    meta,
  })}${done}${view.problem && notice({ kind: 'refusal', answer: true, title: view.problem.text })}${answer(c, view)}
    ${forgotten && html`<p class="muted">${w.forgotten}</p>`}<div class="story-pair">${shown('en')}${cut()}${shown('zh')}</div>`
  const title = tabTitle(headlineOf(offer.content.translations, language))
  return page(c, { title, current: 'stories', body }, view.problem?.status ?? 200)
}

function embargo(c: Context<WebEnv>, { offer, us, partner }: OfferView): Content {
  if (!offer.embargoUntil) return ''
  const { language } = c.var
  const until = moments(offer.embargoUntil, { places: placesOf({ us, partner }), language })
  return html`<span>${speak(offerWords, language).embargo} ${until}</span>`
}

function answer(c: Context<WebEnv>, { offer, problem }: OfferView): Content {
  const { language } = c.var
  const w = speak(offerWords, language)
  if (!mayAnswer(offer)) return notice({ kind: 'note', title: w.gone })
  const was = offer.answered && html`<p class="muted">${w.answered(offer.answered.by)} ${offer.words}</p>`
  if (!isEditor(c.var.visitor)) return html`${was}<p class="muted">${w.editorsOnly}</p>`
  const action = `/stories/offers/${offer.story}/answer`
  const values = { hash: offer.hash }
  const yes =
    offer.state !== 'approved' &&
    actButton({ action, label: w.approve, kind: 'primary', values: { ...values, decision: 'approved' } })
  const ask = actWithReason({
    ...{ id: 'ask', action, open: w.ask, title: w.askTitle, explain: w.askExplain, confirm: w.send, language },
    kind: 'plain',
    values: { ...values, decision: 'changes_asked' },
    reason: { name: 'words', label: w.reason, error: problem?.text, value: problem?.typed },
  })
  return html`${was}<p class="muted">${w.approveNote}</p><div class="story-acts">${yes}${ask}</div>`
}
