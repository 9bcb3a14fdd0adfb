import { UsageError, type Command } from './command.ts'

/** Loaded when called for: a command starts without what the others need. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  import: () => import('./import.ts'),
  keys: () => import('./keys.ts'),
  plates: () => import('./plates.ts'),
}

async function main([name = '', ...args]: string[]): Promise<number> {
  const load = commands[name]
  if (!load) {
    console.error(`Usage: npm run tima -- <${Object.keys(commands).join(' | ')}> …`)
    return name && name !== '--help' ? 2 : 0
  }
  const { command } = await load()
  if (args.includes('--help')) {
    console.log(command.usage)
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
      console.error(`${(error as Error).message}\n\n${command.usage}`)
      return 2
    }
    throw error
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const slip = error instanceof TypeError || error instanceof ReferenceError || !(error instanceof Error)
  console.error(slip ? error : error.message)
  process.exitCode = 1
}
