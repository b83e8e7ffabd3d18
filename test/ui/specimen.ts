/** One page holding every shared part, for tests that look at all of them. */
import { Hono } from 'hono'
import type { Language } from '#src/platform/i18n/words.ts'
import { Refusal } from '#src/platform/refusal.ts'
import * as ui from '#src/platform/ui/index.ts'
import type { House, WebEnv } from '#src/platform/web.ts'

const { html } = ui
const phrase = (en: string, zh: string) => ({ en, zh })
const at = Temporal.Instant.from('2021-09-06T14:20:00Z')
const digest = '9f41c0de77ab12e4aa0b55c190e3f7d2108844cc2be91f6607d3a5e41b2c9d80'
const name = { latin: 'Wang Xiaoming', native: '王小明' }
const places = [
  { zone: 'Europe/London', city: phrase('London', '伦敦') },
  { zone: 'Asia/Shanghai', city: phrase('Wuhan', '武汉') },
]

export const house: House = {
  name: phrase('Example University North', '北方示例大学'),
  short: phrase('Example North', '北方示例'),
  accent: { light: '#a52a25', dark: '#ec8f84' },
  zone: 'Asia/Shanghai',
  demonstration: true,
  tryIt: true,
}

function forms(language: Language): ui.Html {
  const body = html`
    ${ui.textField({ name: 'email', type: 'email', label: 'E-mail', hint: 'Yours', error: 'Not an address', value: '"<' })}
    ${ui.textArea({ name: 'note', label: 'Note', language, lang: 'en' })}
    ${ui.selectField({
      name: 'role',
      label: 'Role',
      value: 'b',
      options: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ],
    })}
    ${ui.fileField({ name: 'file', label: 'File', accept: 'application/pdf', required: true })}
    ${ui.pairField({ name: 'body', label: 'Clause', value: phrase('One', '一'), language, multiline: true, errors: { zh: 'Missing' } })}
    ${ui.checkbox({ name: 'read', label: 'I have read it', hint: 'All pages', error: 'Please read it' })}
    ${ui.radios({
      name: 'prevails',
      legend: 'Which',
      value: 'both',
      options: [
        { value: 'both', label: 'Both' },
        { value: 'en', label: 'English', hint: 'Only' },
      ],
    })}
    ${ui.hidden({ revision: '3' })}${ui.actions(ui.submit({ label: 'Save' }), ui.linkButton({ href: '/', label: 'Cancel', kind: 'quiet' }))}`
  return html`${ui.errorSummary({ language, errors: [{ field: 'email', message: 'Not an address' }] })}
    ${ui.form({ action: '/save', guard: true, language, multipart: true, body })}
    <div class="row">${ui.actButton({ action: '/x', label: 'Give', describe: 'to Anna', values: { to: 'anna' } })}
    ${ui.actWithReason({ id: 'end', action: '/end', open: 'End', title: 'End?', explain: 'For good.', confirm: 'End it', language, reason: { label: 'Reason', error: 'Missing' } })}</div>`
}

function lists(language: Language): ui.Html {
  return html`${ui.section({ title: 'Lists', note: '3', level: 2, id: 'lists', body: ui.register({ label: 'Waiting', items: [{ title: 'One', href: '/1', sub: 'Sub', note: '2 days', urgent: true, side: 'ours', act: { label: 'Open', href: '/1', describe: 'One' } }] }) })}
    ${ui.table({
      caption: 'Agreements',
      columns: [
        { label: 'Name', head: true },
        { label: 'Places', numeric: true },
      ],
      rows: [['Exchange', 12]],
    })}
    ${ui.table({ caption: 'Nothing', columns: [{ label: 'Name' }], rows: [], empty: 'None yet' })}
    ${ui.timeline({ label: 'History', places, language, entries: [{ at, what: 'Sent', who: ui.person(name), side: 'theirs', note: 'Kindly' }] })}
    ${ui.facts([{ label: 'Pages', value: 4, good: true }])}${ui.empty({ title: 'Empty', text: 'Begin here', acts: ui.tag('draft', 'warn') })}
    ${(['turn', 'waiting', 'note', 'warning', 'refusal', 'done'] as const).map((kind) => ui.notice({ kind, title: kind, body: 'Words' }))}
    ${ui.progress({ label: 'Typesetting', value: 1, max: 3 })}${ui.jsonScript('data', ['</script>'])}
    <p>${ui.inLanguage({ en: '', zh: '只有中文' }, language)} ${ui.day(at, { zone: 'Europe/London', language })} ${ui.hash(digest, { language })}</p>`
}

function signing(language: Language): ui.Html {
  const seat = { name, title: phrase('President', '校长') }
  const half = (side: ui.Side, state: ui.SeatState) => ({
    name: house.name,
    seal: 'EN',
    side,
    seats: [{ ...seat, state, at: '16:42', note: 'passkey' }],
  })
  const text = (kind: 'added' | 'removed') =>
    ui.diff(
      [
        { kind: 'same', text: 'x ' },
        { kind, text: 'y' },
      ],
      language,
    )
  const side = (body: ui.Content) => ({ heading: 'Purpose', body })
  return html`${ui.parallel({ label: 'Clauses', language, rows: [{ id: 'c1', number: 1, changed: true, remarks: { count: 2, href: '#r1' }, en: side(text('added')), zh: side(text('removed')) }] })}
    ${ui.room({ left: half('ours', 'signed'), right: half('theirs', 'consented'), language, action: 'Read' })}
    ${ui.sheets({ label: 'Pages', pages: [{ src: '/1.png', alt: 'Page 1', width: 595, height: 842 }] })}
    ${(['complete', 'partial', 'altered', 'unknown'] as const).map((state) => ui.verdict({ state, title: state, text: 'Words', signed: 1, of: 2, language }))}`
}

function aside(language: Language): ui.Html {
  return html`${ui.steps({
    title: 'Way',
    language,
    steps: [
      { label: 'Proposed', state: 'done', note: '12 Jul' },
      { label: 'Negotiating', state: 'half' },
      { label: ui.sideDot('ours', 'ours'), state: 'open' },
    ],
  })}
    ${ui.remarks({ title: 'Comments', remarks: [{ who: 'You', when: 'now', text: 'Yes', side: 'ours', id: 'r1', internal: 'internal' }] })}
    ${ui.panel({ title: 'Hash', body: ui.hash(digest, { language, groups: 4, side: 'theirs' }) })}`
}

/** An app whose pages hold every part: `/specimen`, `/refused`, `/missing`, `/failed`. `?language=zh` for Chinese. */
export function specimenApp(own: Partial<House> = {}): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.use(async (c, next) => {
    const account = { id: '1', email: 'a@example.edu', name, language: 'en' as const }
    c.set('house', { ...house, ...own })
    c.set('language', c.req.query('language') === 'zh' ? 'zh' : 'en')
    c.set('visitor', { account, roles: [], session: { id: '1', method: 'link', since: at } })
    c.set('nav', [{ key: 'agreements', href: '/agreements', label: 'Agreements' }])
    c.set('now', at)
    await next()
  })
  app.route('/', ui.assetRoutes())
  app.all('/specimen', (c) => {
    const { language } = c.var
    const head = ui.head({
      title: 'Specimen',
      second: '样本',
      secondLang: 'zh-CN',
      over: 'Over',
      meta: 'Meta',
      acts: 'Acts',
    })
    const body = html`${head}${forms(language)}${lists(language)}${signing(language)}`
    return ui.page(c, {
      title: 'Specimen',
      current: 'agreements',
      body,
      aside: aside(language),
      live: { url: '/live' },
    })
  })
  app.get('/refused', (c) =>
    ui.refusalPage(
      c,
      new Refusal('not_your_turn', { days: 2 }),
      { not_your_turn: { en: (d) => `Theirs since ${d.days} days`, zh: '对方处理中' } },
      '/back',
    ),
  )
  app.get('/missing', (c) => ui.notFoundPage(c))
  app.get('/failed', (c) => ui.failurePage(c, 'ab12'))
  return app
}
