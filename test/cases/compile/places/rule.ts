import { containers, defineRule, field, violation } from "../../../../src/authoring/gatewright.js";
import { text } from "../thing.js";

export default defineRule()({
  name: "places",
  kind: "CasePlaces",
  on: ["v1/Pod"],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  *check({ object: pod }) {
    const spec = pod.spec;
    const volumes = pod.spec?.volumes ?? [];
    const given = pod.spec?.volumes;
    const hosts = volumes.filter((volume) => volume.hostPath !== undefined);
    for (const volume of volumes) yield violation(`1 ${volume.name}`, { field: field(volume, "hostPath", "path") });
    for (const volume of hosts) yield violation(`2 ${volume.name}`, { field: field(volume, "hostPath", "path"), found: volume.hostPath?.path });
    for (const volume of hosts.filter((each) => each.hostPath?.type === "File")) yield violation(`3 ${volume.name}`, { field: field(volume) });
    if (given !== undefined) for (const volume of given) yield violation(`4 ${volume.name}`, { field: field(volume, "name") });
    if (spec !== undefined) {
      yield violation("5", { field: field(spec, "hostNetwork") });
      for (const volume of spec.volumes ?? []) if (volume.hostPath !== undefined) yield violation("6", { field: field(volume.hostPath, "type") });
    }
    for (const container of containers(pod)) {
      const context = container.securityContext;
      const at = field(container, "securityContext", "privileged");
      const place = context?.privileged === true ? at : field(container, "securityContext", "runAsUser");
      yield violation(`7 ${container.name} at ${at}`, { container, field: place });
      yield violation(`8 ${place}`, { container, field: context === undefined ? field(container) : field(context) });
      for (const mount of container.volumeMounts ?? []) {
        const named = volumes.filter((volume) => volume.name === mount.name);
        if (named.length === 0) continue;
        for (const volume of named) yield violation(`9 ${mount.mountPath}`, { container, field: field(mount, "readOnly"), found: `${field(volume)}` });
        yield violation(`10 ${mount.mountPath}`, { field: field(mount), found: named.map((volume) => field(volume, "hostPath")) });
      }
      for (const { containerPort, name } of container.ports ?? []) {
        yield violation(`11 ${containerPort}`, { container, field: field(container, "ports"), found: name ?? containerPort });
      }
      if ((container.env ?? []).some((entry) => describe(field(entry, "value"), entry.value) === "absent at spec.containers[0].env[1].value")) {
        yield violation("12", { container });
      }
    }
    yield violation(describe(field(pod, "metadata", "labels", "example.com/x"), pod.metadata?.labels?.["example.com/x"]), { field: field(pod) });
  },
});

function describe(at: string, value: string | undefined): string {
  return `${value === undefined ? "absent" : "present"} at ${at}`;
}
