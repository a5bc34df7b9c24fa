import { elements } from "./elements.js";

/** The number of a port. */
export type Port = number;

/** The number of a port ("80"), or the first and the last of several ("3000-5000"). "-1" is no port. */
export type PortRange = string;

const portNumber = /^(?:0|[1-9][0-9]{0,4})$/;

/**
 * Tells whether one of the ranges allows the port. An entry that is no range (see `PortRange`; numbers have at most
 * five digits and no leading zero) allows nothing, and neither does an absent port.
 */
export function portInRanges(port: Port | undefined, ranges: readonly PortRange[]): boolean {
  return typeof port === "number" && Number.isInteger(port) && elements(ranges).some((range) => holds(range, port));
}

function holds(range: unknown, port: Port): boolean {
  if (typeof range !== "string") return false;
  const ends = range.split("-");
  if (ends.length > 2 || !ends.every((end) => portNumber.test(end))) return false;
  return Number(ends[0]) <= port && port <= Number(ends.at(-1));
}
