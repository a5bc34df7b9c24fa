import { containers, defineRule, field, isWindows, violation } from "../../../../src/authoring/gatewright.js";
import { text } from "../thing.js";

export default defineRule()({
  name: "ill-typed",
  kind: "CaseIllTyped",
  on: ["v1/Pod"],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: pod }) {
    const at = field(pod, "spec");
    if (isWindows(pod)) return;
    if (pod.spec?.hostNetwork !== true) yield violation("no host network", { field: at });
    yield violation(`pod ${pod.metadata?.name ?? "nameless"} ${pod.spec?.priority ?? 0}`, { field: at, found: pod.spec?.nodeName });
    for (const container of containers(pod)) {
      const context = container.securityContext;
      yield violation(`container ${container.name} ${container.image ?? "no image"}`, { container, found: container.args });
      if (context?.privileged === true) yield violation("privileged", { container });
      if (context?.privileged !== false) yield violation("not unprivileged", { container });
      if (context?.runAsUser === undefined) yield violation("no user", { container });
      if ((context?.runAsUser ?? 1) > 0) yield violation("above zero", { container });
      if (context?.capabilities?.add?.includes("ALL") ?? false) yield violation("adds all", { container });
      if ((context?.capabilities?.drop ?? []).length === 0) yield violation("drops nothing", { container });
      if (!(context?.capabilities?.drop ?? []).every((name) => name.toUpperCase() !== "ALL")) yield violation("drops all", { container });
      yield violation(`args ${(container.args ?? []).join(" ")}`, { container, found: (container.args ?? []).map((arg) => arg.slice(1)) });
      for (const port of container.ports ?? []) {
        yield violation(`port ${port.containerPort} ${port.name ?? ""}`, { container, field: field(port, "containerPort"), found: port.containerPort });
      }
      for (const { name, value } of container.env ?? []) yield violation(`env ${name}=${value ?? ""}`, { container });
      if (container.args !== undefined) yield violation("args", { container, found: container.args.filter((arg) => arg !== "x") });
      if (container.args === undefined) yield violation("no args", { container });
    }
    for (const volume of pod.spec?.volumes ?? []) {
      yield violation(`volume ${volume.name}`, { field: field(volume, "hostPath", "path") });
      if (volume.hostPath === undefined) continue;
      yield violation(`path ${volume.hostPath.path} ${volume.hostPath.path.split("/").length}`, { field: field(volume, "hostPath") });
      if (volume.hostPath.path === "") yield violation("no path", { field: field(volume, "hostPath") });
      if (volume.hostPath.path !== "") yield violation("a path", { field: field(volume, "hostPath") });
      if (!volume.hostPath.path.startsWith("/var")) yield violation("not below /var", { field: field(volume, "hostPath") });
    }
    for (const key of ["app", "x"]) if (pod.metadata?.labels?.[key] !== undefined) yield violation(`label ${key}`, { field: field(pod, "metadata") });
  },
});
