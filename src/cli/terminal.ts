/** What a command may know of the world; passed in, so that a test can look at what was written. */
export interface Terminal {
  readonly cwd: string;
  /** Results. One call per whole line or block, line feed included. */
  readonly out: (text: string) => void;
  /** Diagnostics, progress, summaries that are no result. */
  readonly err: (text: string) => void;
  /** Colour is wanted: a terminal, and neither NO_COLOR nor --no-color. */
  readonly color: boolean;
  /** Standard error is a terminal: progress may be drawn. */
  readonly interactive: boolean;
}

/** 0: done and healthy. 1: done, and something failed (findings, a failed case, drift). 2: bad input or usage. */
export type ExitCode = 0 | 1 | 2;
