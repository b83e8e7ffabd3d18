#!/usr/bin/env node
/**
 * The command line: `chirograph serve | try | verify | import-ror | hand-over | take-over | rotate-secret-key | generate | self-test`.
 */
import { CannotStart } from '#src/platform/database/cannot-start.ts'

const usage = `chirograph: two universities, one agreement, on two nodes

  chirograph serve                       one node, configured by the environment (docs/configuration.md)
  chirograph try                         two nodes of the sample on this machine, to look around
  chirograph verify FILE.pdf [--trust ROOT.pem …] [--json]
                                         is this a complete, unaltered, signed agreement? exit 0 only if so
  chirograph import-ror FILE             fills the directory of institutions from a ROR dump
  chirograph hand-over ROR FILE          packs the node run here for a partner, to go on at its own server
  chirograph take-over FILE              begins a node with what a partner kept for us
  chirograph rotate-secret-key           seals all keys anew under a new secret key (docs/keys.md); the node must be stopped
  chirograph generate --scale N [--seed S]
                                         fills a trial node with an invented register, to measure or to look at
  chirograph self-test [--out DIR] [--json]
                                         two throw-away nodes sign an agreement: does this installation work?
`

type Command = (args: string[]) => Promise<number>

/** Each command is loaded when asked for, so that `verify` needs no database. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serve,
  try: async () => (await import('./try.ts')).tryOut,
  verify: async () => (await import('./verify.ts')).verify,
  'import-ror': async () => (await import('./import-ror.ts')).importRor,
  'hand-over': async () => (await import('./hand-over.ts')).handOverNode,
  'take-over': async () => (await import('./take-over.ts')).takeOverNode,
  'rotate-secret-key': async () => (await import('./rotate-secret-key.ts')).rotateSecretKey,
  generate: async () => (await import('./generate.ts')).generateLoad,
  'self-test': async () => (await import('./self-test.ts')).selfTest,
}

async function main([name, ...args]: string[]): Promise<number> {
  const load = name && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    console.error(usage)
    return name === undefined || name === 'help' || name === '--help' ? 0 : 2
  }
  try {
    return await (await load())(args)
  } catch (problem) {
    if (!(problem instanceof CannotStart)) throw problem
    console.error(problem.message)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
