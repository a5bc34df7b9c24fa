import type { Terminal } from "../../src/cli/terminal.js";

export interface FakeTerminal extends Terminal {
  readonly printed: { out: string; err: string };
}

/** A terminal that keeps what is printed. */
export function fakeTerminal(cwd: string, color = false): FakeTerminal {
  const printed = { out: "", err: "" };
  return {
    cwd,
    printed,
    color,
    interactive: false,
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
  };
}
