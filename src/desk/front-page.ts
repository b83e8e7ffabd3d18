/** What a signed-out visitor sees first: what this node is, and the two things anyone may do here. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { actions, chirograph, head, html, linkButton, page } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { words } from './words.ts'

export function frontPage(c: Context<WebEnv>): Response {
  const { language, house } = c.var
  const w = speak(words, language)
  const [first, second] = language === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  const title = house.name[first]
  const body = html`${head({ title, second: house.name[second], secondLang: second === 'zh' ? 'zh-CN' : 'en', over: w.welcome, meta: w.welcomeText })}
    ${chirograph({ state: 'both', language })}
    ${actions(linkButton({ href: '/sign-in', label: w.signIn, kind: 'primary' }), linkButton({ href: '/verify', label: w.verify }))}`
  return page(c, { title, body, kind: 'plain' })
}
