/** The typesetting process, seen from the node: at most one, there only while there is work. */
import { type ChildProcess, fork, type StdioOptions } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Refusal } from '#src/platform/refusal.ts'
import type { Job, Outcome } from './messages.ts'

/**
 * Environment of the process: nothing of ours, proxies that lead nowhere so that no package can be fetched, no system
 * fonts.
 */
const nowhere = 'http://127.0.0.1:1'
const environment = {
  HTTP_PROXY: nowhere,
  HTTPS_PROXY: nowhere,
  ALL_PROXY: nowhere,
  HOME: '/nonexistent',
  FONTCONFIG_FILE: fileURLToPath(new URL('./fonts.conf', import.meta.url)),
}

/** One process at a time, started when needed and ended when idle, overdue or told to. */
export function oneProcess(idleLimit: number) {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined

  const start = (): ChildProcess => {
    const started = startProcess()
    started.once('exit', () => {
      if (child === started) child = undefined
    })
    return started
  }
  const end = async (): Promise<void> => {
    clearTimeout(idle)
    const ending = child
    child = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise((resolve) => ending.once('exit', resolve))
    ending.ref()
    ending.kill('SIGKILL')
    await gone
  }
  const run = async (job: Job, timeLimit: number): Promise<Outcome> => {
    clearTimeout(idle)
    child ??= start()
    hold(child, true)
    try {
      return await answerOf(child, job, timeLimit)
    } catch (error) {
      await end()
      throw error
    } finally {
      if (child) hold(child, false)
      idle = setTimeout(end, idleLimit).unref()
    }
  }
  return { run, end }
}

function startProcess(): ChildProcess {
  const path = fileURLToPath(new URL('./compiler.ts', import.meta.url))
  const stdio: StdioOptions = ['ignore', 'ignore', 'ignore', 'ipc']
  return fork(path, { env: environment, execArgv: [], serialization: 'advanced', stdio })
}

/** A process at work keeps the node alive; an idle one does not. */
function hold(child: ChildProcess, atWork: boolean): void {
  if (atWork) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}

function answerOf(child: ChildProcess, job: Job, timeLimit: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      act()
    }
    const onMessage = (message: unknown) => settle(() => resolve(message as Outcome))
    const onExit = () => settle(() => reject(new Refusal('typesetting_failed', { message: 'the process ended' }, 503)))
    const tooLong = () => new Refusal('typesetting_took_too_long', { seconds: timeLimit / 1000 }, 503)
    const timer = setTimeout(() => settle(() => reject(tooLong())), timeLimit)
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.send(job)
  })
}
