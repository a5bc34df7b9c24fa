import { spawnSync } from "node:child_process";

/** Runs a command as a whole process and gives its wall time in seconds. Throws when it fails: a failure is no figure. */
export function wallTime({ command, args, cwd, env }) {
  const start = process.hrtime.bigint();
  const done = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, encoding: "utf8", maxBuffer: 1 << 28 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(" ")} ended with ${done.status}\n${done.stdout}${done.stderr}`);
  return seconds;
}

/** Measures several contenders by turns, so that a busy moment of the machine hits all of them; gives the medians. */
export function medians(contenders, rounds) {
  const times = contenders.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    contenders.forEach((contender, index) => {
      contender.before?.();
      times[index].push(wallTime(contender));
    });
  }
  return times.map((each) => each.sort((left, right) => left - right)[Math.floor(each.length / 2)]);
}

export function seconds(value) {
  return `${value.toFixed(2)} s`;
}
