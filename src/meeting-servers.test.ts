import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { describe, readConfig } from './config.ts'
import { meetingsOf } from './meeting-servers.ts'

const folder = mkdtempSync(join(tmpdir(), 'chirograph-meetings-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const least = { INSTITUTION_ROR: '026zzn846', INSTITUTION_NAME_EN: 'Queen Mary University of London' }
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const bbb = {
  BBB_URL: 'https://bbb.example.edu/bigbluebutton/api/',
  BBB_SECRET_FILE: file('bbb', ' a shared secret\n'),
}

test('without meeting servers a node still starts, and links are all it offers', () => {
  const { kinds, opensBefore } = meetingsOf(readConfig(least))
  assert.deepEqual([kinds, opensBefore], [[], 30])
})

test('servers are those of the configuration, their secrets read from files and never shown', async () => {
  const jitsi = {
    JITSI_URL: 'https://meet.example.edu',
    JITSI_APP_ID: 'x',
    JITSI_SECRET_FILE: file('jitsi', 'another'),
  }
  const config = readConfig({ ...least, ...bbb, ...jitsi, MEETING_OPENS: '45' })
  const made = meetingsOf(config)
  assert.deepEqual([made.kinds, made.opensBefore], [['bigbluebutton', 'jitsi'], 45])
  assert.equal(made.origin('bigbluebutton'), 'https://bbb.example.edu')
  const person = { name: 'Ana', key: 'a', moderates: false }
  const address = await made.join(
    'jitsi',
    { id: 'r', title: 'R' },
    person,
    Temporal.Instant.from('2026-09-23T08:00:00Z'),
  )
  assert.match(address, /^https:\/\/meet\.example\.edu\/r\?jwt=/)
  assert.doesNotMatch(describe(config).join('\n'), /a shared secret|another/)
})

test('a server without its secret, and a secret that is not there or empty, stop the start with one sentence', () => {
  assert.throws(() => readConfig({ ...least, BBB_URL: bbb.BBB_URL }), /BBB_SECRET_FILE must be set, because BBB_URL is/)
  const missing = readConfig({ ...least, ...bbb, BBB_SECRET_FILE: join(folder, 'nothing') })
  assert.throws(() => meetingsOf(missing), /BBB_SECRET_FILE .* cannot be read/)
  const empty = readConfig({ ...least, ...bbb, BBB_SECRET_FILE: file('empty', '\n') })
  assert.throws(() => meetingsOf(empty), /BBB_SECRET_FILE .* is empty/)
})
