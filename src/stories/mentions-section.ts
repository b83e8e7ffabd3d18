/** Mentions of our stories elsewhere, with what an editor can decide. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { actButton, type Content, html, link } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { StoryMention } from './mention-store.ts'
import { mentionStateWords, problemWords } from './state-words.ts'
import { listWords } from './words.ts'

/** @param titles headlines of our stories by id, where the list is about several */
export function mentionsSection(
  c: Context<WebEnv>,
  mentions: StoryMention[],
  mayEdit: boolean,
  titles?: Map<string, string>,
): Content {
  const { language } = c.var
  const w = speak(listWords, language)
  const items = mentions.map((mention) => {
    const { host } = new URL(mention.source)
    const about = titles?.get(mention.story)
    const state = mention.problem
      ? `${mentionStateWords[mention.state][language]}: ${problemWords(mention.problem)[language]}`
      : mentionStateWords[mention.state][language]
    return html`<li class="register-item"><span class="dot" aria-hidden="true"></span><div class="register-words"><p class="register-title"><a href="${link(mention.source)}" rel="nofollow ugc noreferrer">${mention.title || host}</a></p><p class="register-sub"><span translate="no">${host}</span>${about && html` · ${w.mentionOf(about)}`} · ${state}</p></div><div class="register-end row">${mayEdit && decisions(mention, w)}</div></li>`
  })
  return html`<ul class="register" aria-label="${w.mentions}">${items}</ul>`
}

function decisions(mention: StoryMention, w: { show: string; hide: string }): Content {
  if (mention.state === 'received' || mention.state === 'gone') return ''
  const act = (decision: 'approved' | 'rejected', label: string) =>
    mention.state !== decision &&
    actButton({
      action: `/stories/mentions/${mention.id}`,
      label,
      values: { decision },
      kind: 'quiet',
      describe: mention.title,
    })
  return html`${act('approved', w.show)}${act('rejected', w.hide)}`
}
