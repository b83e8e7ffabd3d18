import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { house } from '#test/ui/specimen.ts'
import { contrast, hue, readable } from './colour.ts'
import { ground } from './ground.ts'
import { houseStyle } from './house-style.ts'

/** The value of a custom property in each of a stylesheet's `:root` blocks: light, dark, print. */
function values(css: string, name: string): string[] {
  return [...css.matchAll(new RegExp(`${name}:\\s*(#[0-9a-f]{6})`, 'g'))].map((found) => found[1]!)
}

test('contrast is WCAG’s', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48')
  assert.equal(contrast('#ffffff', '#777777'), contrast('#777777', '#ffffff'))
})

test('a colour that can be read stays, another is changed no further than needed', () => {
  assert.equal(readable('#a52a25', '#ffffff', '#000000'), '#a52a25')
  const changed = readable('#ffcc00', '#ffffff', '#1c1a17')
  assert.ok(contrast(changed, '#ffffff') >= 4.5 && contrast(changed, '#ffffff') < 5)
})

test('every accent can be read on every ground, light and dark, and the partner never looks like the house', () => {
  for (const colour of ['#a52a25', '#1d4c86', '#ffee00', '#ffffff', '#000000', '#00aa55', '#7700cc']) {
    const { css } = houseStyle({ ...house, accent: { light: colour, dark: colour } })
    for (const name of ['--house', '--partner']) {
      const [light, dark] = values(css, name) as [string, string]
      for (const on of [ground.light.paper, ground.light.sheet])
        assert.ok(contrast(light, on) >= 4.5, `${name} ${light} on ${on}`)
      for (const on of [ground.dark.paper, ground.dark.sheet])
        assert.ok(contrast(dark, on) >= 4.5, `${name} ${dark} on ${on}`)
    }
    assert.notEqual(values(css, '--house')[0], values(css, '--partner')[0])
  }
})

test('a blue house meets a red partner, any other a blue one', () => {
  const partner = (light: string) =>
    hue(values(houseStyle({ ...house, accent: { light, dark: '#ffffff' } }).css, '--partner')[0]!)
  assert.ok(partner('#1d4c86') < 30)
  assert.ok(partner('#a52a25') > 180)
})

test('the grounds accents are measured on are those of the stylesheet', () => {
  const tokens = readFileSync(join(import.meta.dirname, 'styles', 'tokens.css'), 'utf8')
  for (const name of ['paper', 'sheet', 'ink'] as const)
    assert.deepEqual(values(tokens, `--${name}`), [ground.light[name], ground.dark[name]])
})

test('text in every ink of the stylesheet can be read on every ground', () => {
  const tokens = readFileSync(join(import.meta.dirname, 'styles', 'tokens.css'), 'utf8')
  const pairs: [string, string[]][] = [
    ['ink', ['paper', 'sheet', 'lifted']],
    ['muted', ['paper', 'sheet', 'lifted']],
    ['good', ['paper', 'sheet', 'good-tint']],
    ['bad', ['paper', 'sheet', 'bad-tint']],
    ['warn', ['paper', 'sheet', 'warn-tint']],
    ['on-band', ['band']],
  ]
  for (const [ink, grounds] of pairs)
    for (const on of grounds)
      for (const mode of [0, 1]) {
        const [a, b] = [values(tokens, `--${ink}`)[mode]!, values(tokens, `--${on}`)[mode]!]
        assert.ok(contrast(a, b) >= 4.5, `${ink} ${a} on ${on} ${b}: ${contrast(a, b).toFixed(2)}`)
      }
})
