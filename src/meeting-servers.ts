/** The meeting servers of the configuration, with the secrets read from their files. */
import { readFileSync } from 'node:fs'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import { type Meetings, meetings } from '#src/platform/meetings/index.ts'
import type { Config } from './config.ts'

/** @throws CannotStart where a secret's file cannot be read or is empty */
export function meetingsOf({ meetings: configured }: Pick<Config, 'meetings'>): Meetings {
  const { bigBlueButton: bbb, jitsi, opensBefore } = configured
  const tokens = jitsi?.tokens
  return meetings({
    bigBlueButton: bbb && { url: bbb.url, secret: secretIn(bbb.secretFile, 'BBB_SECRET_FILE') },
    jitsi: jitsi && {
      url: jitsi.url,
      tokens: tokens ? { appId: tokens.appId, secret: secretIn(tokens.secretFile, 'JITSI_SECRET_FILE') } : null,
    },
    opensBefore,
  })
}

function secretIn(file: string, variable: string): string {
  let held: string
  try {
    held = readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new CannotStart(`${variable} ${file} cannot be read: ${(error as Error).message}`)
  }
  if (!held) throw new CannotStart(`${variable} ${file} is empty.`)
  return held
}
