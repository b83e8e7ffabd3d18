/** `chirograph serve`: one node for one university, configured by the environment. */
import { describe, readConfig } from '#src/config.ts'
import { startNode } from '#src/main.ts'
import { CannotStart } from '#src/platform/database/cannot-start.ts'
import { firstAdministrator } from './first-administrator.ts'
import { untilTold } from './until-told.ts'

export async function serve(): Promise<number> {
  const config = readConfig(process.env)
  if (!config.smtpUrl) throw new CannotStart('SMTP_URL must be set: people sign in and are told of their turn by mail.')
  for (const line of describe(config)) console.log(line)
  const node = await startNode({
    config,
    log: (line) => console.error(line),
    prepare: (db, _, at) => firstAdministrator(db, config, at),
  })
  console.log(`ready at ${config.publicUrl}`)
  await untilTold((line) => console.log(line))
  await node.stop()
  return 0
}
