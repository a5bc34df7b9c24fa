import { containers, defineRule, field, isQuantity, parseInteger, portInRanges, quantityExceeds, violation } from "../../../../src/authoring/gatewright.js";
import { text } from "../thing.js";

export default defineRule()({
  name: "numbers",
  kind: "CaseNumbers",
  on: ["v1/Pod"],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: pod }) {
    for (const container of containers(pod)) {
      const user = container.securityContext?.runAsUser;
      if (user !== undefined) yield violation(`user ${user}`, { container, found: user });
      if (user !== undefined && user >= 1000 && user < 10000001) yield violation("in range", { container, found: user });
      if (user === 10000000) yield violation("ten million", { container });
      if (!(user !== undefined && user > 0)) yield violation("not above zero", { container });
      if (user !== undefined && !(user > 999)) yield violation("not above 999", { container });
      if (user !== undefined && user <= -1) yield violation("negative", { container });
      for (const port of container.ports ?? []) {
        yield violation(`port ${port.containerPort} ${port.hostPort ?? 0}`, { container, found: port.containerPort });
        if (portInRanges(port.containerPort, ["80-100", "443"])) yield violation(`allowed ${port.containerPort}`, { container });
      }
      const cpu = container.resources?.limits?.cpu;
      const memory = container.resources?.limits?.["memory"] ?? "0";
      if (cpu === undefined) yield violation("no cpu", { container });
      else if (!isQuantity(cpu)) yield violation(`no quantity ${cpu}`, { container, found: cpu });
      else if (quantityExceeds(cpu, "750m")) yield violation(`cpu ${cpu}`, { container, found: cpu });
      if (cpu === "1") yield violation("cpu is one", { container });
      yield violation(`memory ${memory}, ${limitOf(memory)}`, { container, found: memory });
      if ((cpu ?? "").endsWith("m")) yield violation("in milli", { container });
      for (const entry of container.env ?? []) {
        const number = parseInteger(entry.value ?? "");
        if (number === undefined) yield violation(`${entry.name} is no number`, { container, found: parseInteger("12") });
        else if (number > 0) yield violation(`${entry.name} is ${number}`, { container, found: number });
      }
      yield violation(["1", "x", "-5"].map((each) => parseInteger(each)).map((each) => `${each ?? "none"}`).join(" "), { container });
    }
  },
});

function limitOf(memory: string | number): string {
  return memory === "1Gi" ? "one" : `another, ${memory}`;
}
