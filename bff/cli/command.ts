/** What `npm run tima -- <name>` runs. `run` answers the exit code; an Error it throws is told to the person in one sentence. */
export type Command = { usage: string; run: (args: string[]) => Promise<number> }

/** A mistake in how a command was called; answered with its usage. */
export class UsageError extends Error {}
