import { containers, defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text } from "../thing.js";

export default defineRule()({
  name: "templates",
  kind: "CaseTemplates",
  on: ["apps/v1/Deployment"],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: deployment }) {
    const template = deployment.spec?.template;
    if (template === undefined) return;
    for (const container of containers(template)) {
      yield violation(`deployed ${container.name}`, { container });
      for (const port of container.ports ?? []) yield violation(`port ${port.containerPort}`, { container, field: field(port, "containerPort") });
    }
    for (const volume of template.spec?.volumes ?? []) yield violation(`volume ${volume.name}`, { field: field(volume, "hostPath", "path") });
    const named = containers(template).map((container) => `${field(container)}=${container.name}`);
    yield violation(named.join(" "), { field: field(template, "spec", "containers"), found: named });
  },
});
