/** What a script may rely on. */
export const EXIT = {
  done: 0,
  /** Something unexpected. */
  failed: 1,
  /** The command was not understood. */
  usage: 2,
  /** The operator can mend it: a missing space, a wrong branch, an unreachable database. */
  refused: 3,
  /** Done, and something needs attention: `verify` found damage, an import reports conflicts. */
  findings: 4,
  /** Stopped with Ctrl+C; the same command goes on. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_HELP = `Exit codes
  0    done
  1    unexpected failure
  2    the command was not understood
  3    refused: the message says what to do
  4    done, but something needs attention
  130  stopped with Ctrl+C; running the command again goes on`;
