import { type ChildProcess, fork } from "node:child_process";
import { Socket } from "node:net";
import type { Call, CallResult } from "./messages.js";

/** What became of a call: the child's own words, or why there are none. */
export type HostResult =
  | CallResult
  /** The child ended first, or could not be started; `stderr` is the end of what it wrote. */
  | { readonly kind: "exited"; readonly cause: string; readonly stderr: string }
  | { readonly kind: "timed out"; readonly timeoutMs: number };

/** Runs calls in a child process, one after the other, and starts the child again when it has ended. */
export interface ProcessHost {
  /** Starts the child ahead of the first call. */
  readonly start: () => void;
  /** Always settles, and never rejects before `close`: the child's end, a closed channel and a timeout are results. */
  readonly call: (call: Call) => Promise<HostResult>;
  /** Ends the child. A call under way gets `exited`; a later one is our own mistake and rejects. */
  readonly close: () => Promise<void>;
}

interface Child {
  readonly process: ChildProcess;
  readonly stderr: () => string;
}

/** `entry` is the child's JavaScript file. An idle child does not keep this process alive. */
export function createProcessHost(entry: string, timeoutMs: number): ProcessHost {
  let child: Child | undefined;
  let previous: Promise<unknown> = Promise.resolve();
  let closed = false;

  const ensureChild = (): Child => {
    if (child && isAlive(child.process)) return child;
    child = startChild(entry);
    return child;
  };
  const next = (call: Call): Promise<HostResult> => {
    if (closed) throw new Error("the embedded OPA was closed");
    return exchange(ensureChild(), call, timeoutMs);
  };
  return {
    start: () => void ensureChild(),
    call: (call) => {
      const result = previous.then(() => next(call));
      previous = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      closed = true;
      if (child && isAlive(child.process)) await end(child.process);
    },
  };
}

function exchange({ process: child, stderr }: Child, call: Call, timeoutMs: number): Promise<HostResult> {
  return new Promise((resolve) => {
    const settle = (result: HostResult): void => {
      clearTimeout(timer);
      child.off("message", onMessage).off("disconnect", onDisconnect).off("close", onClose).off("error", onError);
      letGo(child);
      resolve(result);
    };
    // Only the child, which sends nothing but CallResult, is at the other end of the channel.
    const onMessage = (message: unknown): void => settle(message as CallResult);
    const onDisconnect = (): void => void child.kill("SIGKILL"); // and then comes close
    const onClose = (code: number | null, signal: string | null): void =>
      settle({ kind: "exited", cause: signal ?? `exit code ${code}`, stderr: stderr() });
    const onError = (error: Error): void => {
      child.kill("SIGKILL");
      settle({ kind: "exited", cause: error.message, stderr: stderr() });
    };
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      settle({ kind: "timed out", timeoutMs });
    }, timeoutMs);
    child.on("message", onMessage).on("disconnect", onDisconnect).on("close", onClose).on("error", onError);
    hold(child);
    child.send(call, (error) => error && onError(error));
  });
}

const STDERR_CHARACTERS = 4096;
const children = new Set<ChildProcess>();

/** The child sees none of our Node options, and what it writes is kept from the user's terminal. */
function startChild(entry: string): Child {
  const { NODE_OPTIONS: _ours, ...env } = process.env;
  const child = fork(entry, [], {
    env,
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-STDERR_CHARACTERS);
  });
  child.on("error", () => {}); // nobody may be waiting; the next call starts another child
  endWithUs(child);
  letGo(child);
  return { process: child, stderr: () => stderr };
}

function isAlive(child: ChildProcess): boolean {
  return child.connected && !child.killed && child.exitCode === null && child.signalCode === null;
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    hold(child);
    child.once("close", () => resolve());
    child.kill("SIGKILL");
  });
}

/** While a call is under way the child keeps this process alive. */
function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
  if (child.stderr instanceof Socket) child.stderr.ref();
}

function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
}

/** A child at work would not notice that this process has ended. */
function endWithUs(child: ChildProcess): void {
  if (children.size === 0) process.on("exit", endChildren);
  children.add(child);
  child.once("exit", () => {
    children.delete(child);
    if (children.size === 0) process.off("exit", endChildren);
  });
}

function endChildren(): void {
  for (const child of children) child.kill("SIGKILL");
}
