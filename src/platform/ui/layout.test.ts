import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { specimenApp } from '#test/ui/specimen.ts'
import { html } from './html.ts'
import { page } from './layout.ts'
import { islandsIn } from './shelf.ts'

const app = specimenApp()
const rules = JSON.parse(readFileSync('.htmlvalidate.json', 'utf8'))

async function read(path: string, own: Parameters<typeof specimenApp>[0] = {}): Promise<string> {
  return (await specimenApp(own).request(path)).text()
}

for (const language of ['en', 'zh'])
  for (const path of ['/specimen', '/refused', '/missing', '/failed'])
    test(`${path} is valid HTML in ${language}`, async () => {
      const report = await new HtmlValidate(rules).validateString(await read(`${path}?language=${language}`))
      const found = report.results.flatMap((result) =>
        result.messages.map((m) => `${m.line}: ${m.ruleId} ${m.message}`),
      )
      assert.deepEqual(found, [])
    })

test('the page is in its language, with one h1 and the islands it needs', async () => {
  const drawn = await read('/specimen?language=zh')
  assert.match(drawn, /^<!DOCTYPE html>\n<html lang="zh-CN">/)
  assert.equal(drawn.split('<h1').length, 2)
  assert.deepEqual(islandsIn(drawn).sort(), ['confirm-dialog', 'copy-text', 'dirty-form', 'live-region'])
  for (const name of islandsIn(drawn))
    assert.match(drawn, new RegExp(`<script type="module" src="/assets/${name}\\.[0-9a-f]{12}\\.js">`))
})

test('nothing in a page needs inline styles, scripts or a foreign host', async () => {
  const drawn = await read('/specimen')
  assert.doesNotMatch(drawn, /\sstyle="|<style|\son[a-z]+="|src="https?:|href="https?:/)
  assert.deepEqual(drawn.match(/<script(?! type="application\/json"| type="module" src)/g), null)
})

test('the language switch keeps page and query', async () => {
  const drawn = await read('/specimen?show=clean&language=en&page=2')
  assert.ok(drawn.includes('href="/specimen?show=clean&amp;language=zh&amp;page=2"'))
})

test('after a form the switch leads to the page the form stood on', async () => {
  const post = (referer: string) =>
    app.request('http://node.example/specimen', { method: 'POST', headers: { referer } })
  assert.match(
    await (await post('http://node.example/agreements/7?show=clean')).text(),
    /href="\/agreements\/7\?show=clean&amp;language=zh"/,
  )
  assert.match(await (await post('http://evil.example/away')).text(), /href="\/\?language=zh"/)
})

test('a path with two slashes does not lead to another host', async () => {
  const strange = specimenApp().get('*', (c) => page(c, { title: 'x', body: html`x` }))
  const answer = await (await strange.request('http://node.example//evil.example/y')).text()
  assert.match(answer, /href="\/evil.example\/y\?language=zh"/)
})

test('a demonstration says so on every page, in both languages; others do not', async () => {
  for (const path of ['/specimen', '/missing?language=zh'])
    assert.match(await read(path), /<span lang="en">Demonstration<\/span> <span lang="zh-CN">示例<\/span>/)
  assert.doesNotMatch(await read('/specimen', { demonstration: false }), /示例<\/span>/)
})

test('the mailbox is there only where it exists', async () => {
  assert.match(await read('/specimen'), /href="\/mailbox"/)
  assert.doesNotMatch(await read('/specimen', { tryIt: false }), /mailbox/)
})

test('a refusal answers in words, with its status and a way back', async () => {
  const answer = await app.request('/refused')
  const drawn = await answer.text()
  assert.equal(answer.status, 409)
  assert.match(drawn, /Theirs since 2 days/)
  assert.match(drawn, /href="\/back"/)
  assert.match(await read('/refused?language=zh'), /对方处理中/)
  assert.equal((await app.request('/missing')).status, 404)
  assert.equal((await app.request('/failed')).status, 500)
})
