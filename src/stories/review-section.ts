/** Handing in, approving, asking for changes: whatever is open to this reader now. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { actButton, actWithReason, type Content, html, section } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { mayApprove, mayDo } from './access.ts'
import type { StoryView } from './read-story.ts'
import { isOut } from './story.ts'
import type { Said } from './story-page.ts'
import { storyWords } from './story-words.ts'

export function reviewSection(c: Context<WebEnv>, view: StoryView, said: Said): Content {
  const parts = [submitting(c, view), approving(c, view), askingForChanges(c, view, said)].filter(Boolean)
  if (parts.length === 0) return ''
  return section({ title: speak(storyWords, c.var.language).review, body: html`<div class="stack">${parts}</div>` })
}

function submitting(c: Context<WebEnv>, { seen: { visitor, story } }: StoryView): Content {
  const w = speak(storyWords, c.var.language)
  if (!mayDo(visitor, story, 'submit')) return ''
  const act = actButton({ action: `/stories/${story.id}/submit`, label: w.submit })
  return html`<div><p class="muted">${w.submitNote}</p><div class="story-acts">${act}</div></div>`
}

function approving(c: Context<WebEnv>, view: StoryView): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  const { seen, approvals, hash, changedSince } = view
  const { visitor, story, wrote, partner } = seen
  const who = partner?.short[language] ?? ''
  if (approvals.some(({ side }) => side === 'ours')) {
    const waits = story.joint && !approvals.some(({ side }) => side === 'theirs')
    return waits && html`<p>${w.offered(who)}</p>`
  }
  if (!mayDo(visitor, story, 'approve') || (isOut(story) && !changedSince)) return ''
  if (!mayApprove(visitor, story, wrote)) return html`<p class="muted">${w.youWrote}</p>`
  const act = actButton({ action: `/stories/${story.id}/approve`, label: w.approve, values: { hash } })
  return html`<div><p class="muted">${w.approveNote} ${story.joint && w.approveJoint(who)}</p><div class="story-acts">${act}</div></div>`
}

function askingForChanges(c: Context<WebEnv>, { seen: { visitor, story } }: StoryView, said: Said): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  if (!mayDo(visitor, story, 'ask_changes')) return ''
  const wrong = said.problem?.act === 'ask' ? said.problem : undefined
  return actWithReason({
    id: 'ask-changes',
    action: `/stories/${story.id}/changes`,
    open: w.askChanges,
    title: w.askTitle,
    explain: w.askExplain,
    confirm: w.send,
    language,
    kind: 'plain',
    reason: { label: w.reason, error: wrong?.text, value: wrong?.typed.reason },
  })
}
