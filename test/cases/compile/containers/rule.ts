import { containers, defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text } from "../thing.js";

export default defineRule()({
  name: "containers",
  kind: "CaseContainers",
  on: ["v1/Pod"],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: pod }) {
    const everyone = containers(pod);
    const privileged = everyone.filter((container) => container.securityContext?.privileged === true);
    const inits = containers(pod, ["initContainers"]);
    for (const container of containers(pod)) yield violation(`1 ${container.name}`, { container });
    for (const container of containers(pod, ["ephemeralContainers", "containers"])) yield violation(`2 ${container.name}`, { container, field: field(container, "image") });
    for (const container of privileged) yield violation(`3 ${container.name}`, { container, found: container.image });
    for (const container of everyone.filter((each) => each.image === "a")) yield violation(`4 ${container.name}`, { container });
    for (const container of privileged.filter(({ image }) => image !== "a")) yield violation(`5 ${container.name}`, { container });
    if (privileged.length > 1) yield violation(`6 ${privileged.length} of ${everyone.length}`, { field: field(pod, "spec") });
    if (everyone.some((container) => container.image === undefined)) yield violation("7", { field: field(pod, "spec") });
    if (everyone.every((container) => container.image !== undefined)) yield violation("8", { field: field(pod, "spec") });
    if (inits.length === 0) yield violation("9", { field: field(pod, "spec", "initContainers") });
    for (const container of everyone) {
      for (const other of everyone) {
        if (container.name !== other.name && container.image !== undefined && container.image === other.image) {
          yield violation(`10 ${container.name} and ${other.name}`, { container: other, field: field(container, "image") });
        }
      }
    }
    const names = everyone.map((container) => container.name);
    yield violation(`11 ${names.join(",")} ${inits.map(({ name }) => name).join(",")}`, { field: field(pod), found: names });
    yield violation("12", {
      field: field(pod, "metadata"),
      found: everyone.filter((each) => each.image !== "a").map((each) => field(each, "image")),
      allowed: privileged.map((each) => `${each.name} ${field(each)}`),
    });
    if (names.includes("init")) yield violation("13", { field: field(pod) });
  },
});
