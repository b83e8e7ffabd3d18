import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { attribute, html, inBoth, inLanguage, isSafeLink, jsonScript, link } from './html.ts'

test('strings are escaped, in text and in attributes', () => {
  const evil = `"><script>'&`
  assert.equal(
    String(html`<p title="${evil}">${evil}</p>`),
    '<p title="&quot;&gt;&lt;script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;&#39;&amp;</p>',
  )
})

test('html is taken as it is, lists are joined, nothing prints nothing, zero prints', () => {
  assert.equal(
    String(html`${html`<b>1</b>`}${['a', html`<i>&amp;</i>`]}${null}${undefined}${false}${0}`),
    '<b>1</b>a<i>&amp;</i>0',
  )
})

test('a promise in a page is a mistake, told at once', () => {
  assert.throws(() => html`${Promise.resolve('late')}`, TypeError)
})

test('attributes: quoted and escaped, bare for true, nothing for the absent', () => {
  const drawn = html`<a${attribute('title', '"x"')}${attribute('hidden', true)}${attribute('lang', undefined)}${attribute('min', 0)}>`
  assert.equal(String(drawn), '<a title="&quot;x&quot;" hidden min="0">')
})

test('only http, https, mailto and addresses of this site are links', () => {
  for (const good of [
    'https://example.edu/a?b#c',
    'HTTP://x.y',
    'mailto:a@example.edu',
    '/a/b:c',
    '?page=2',
    '#top',
    'pages/1.png',
  ])
    assert.equal(link(good), good)
  const bad = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
  ]
  for (const one of bad) {
    assert.equal(isSafeLink(one), false, JSON.stringify(one))
    assert.equal(link(one), '#')
  }
})

test('data for islands cannot leave its script and comes back as it was', () => {
  const data = { words: '</script><script>alert(1)</script><!--', line: '\u2028', amp: '&"' }
  const drawn = String(jsonScript('data', data))
  assert.equal(drawn.split('<').length, 3)
  assert.deepEqual(JSON.parse(drawn.slice(drawn.indexOf('>') + 1, drawn.lastIndexOf('<'))), data)
})

test('a missing language falls back to the other, marked', () => {
  assert.equal(String(inLanguage({ en: 'Yes', zh: '是' }, 'zh')), '是')
  assert.equal(String(inLanguage({ en: 'Yes', zh: '' }, 'zh')), '<span lang="en">Yes</span>')
  assert.equal(String(inLanguage({ en: '', zh: '<是>' }, 'en')), '<span lang="zh-CN">&lt;是&gt;</span>')
  assert.equal(String(inBoth({ en: 'Yes', zh: '' }, 'zh')), '<span class="both"><span lang="en">Yes</span></span>')
})

test('raw( stands in html.ts and nowhere else', () => {
  const files = globSync('src/**/*.ts').filter((file) =>
    /\braw\(|\{[^}]*\braw\b[^}]*\} from 'hono\/(html|utils\/html)'/.test(readFileSync(file, 'utf8')),
  )
  assert.deepEqual(
    files.filter((file) => !file.endsWith('.test.ts')),
    ['src/platform/ui/html.ts'],
  )
})
