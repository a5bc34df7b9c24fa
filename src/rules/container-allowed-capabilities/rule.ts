import { containers, defineRule, type Exclusions, field, isExcluded, isWindows, violation } from "gatewright";

export interface Parameters extends Exclusions {
  /**
   * Capabilities that a container may add, in any letter case, with or without `CAP_`; `*` allows all.
   * @example ["NET_BIND_SERVICE"]
   */
  allowedCapabilities?: string[];
  /**
   * Capabilities that every container must drop; dropping `ALL` drops them too.
   * @example ["NET_RAW"]
   */
  requiredDropCapabilities?: string[];
}

export default defineRule<Parameters>()({
  name: "container-allowed-capabilities",
  kind: "GatewrightAllowedCapabilities",
  on: ["v1/Pod"],
  title: {
    en: "Least privileged Linux capabilities should be enforced for containers",
    ja: "コンテナーで最小限の特権を持つ Linux 機能を適用する必要がある",
  },
  description: {
    en: "A capability is a part of root's power. A container may add only the capabilities that are allowed, and must drop those that are required to be dropped. Letter case and the prefix `CAP_` do not matter. Adding `ALL` needs `*`. Windows pods have no capabilities and pass.",
    ja: "Linux の機能 (capability) は root の権限の一部です。コンテナーが追加できるのは許可された機能だけで、削除が必須の機能は削除しなければなりません。大文字と小文字、`CAP_` の有無は区別しません。`ALL` の追加には `*` が必要です。Windows のポッドは対象外です。",
  },
  securityControl: { en: "Manage access and permissions", ja: "アクセスおよびアクセス許可の管理" },
  severity: "Medium",
  remediation: {
    en: "Remove the capability from `securityContext.capabilities.add`, and list the required ones (or `ALL`) under `securityContext.capabilities.drop`.",
    ja: "`securityContext.capabilities.add` からその機能を削除し、必須の機能 (または `ALL`) を `securityContext.capabilities.drop` に追加します。",
  },
  link: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  defaults: {
    excludedContainers: [],
    excludedImages: [],
    allowedCapabilities: [],
    requiredDropCapabilities: [],
  },
  *check({ object: pod, parameters }) {
    if (isWindows(pod)) return;
    const allowsAll = parameters.allowedCapabilities.includes("*");
    const allowed = parameters.allowedCapabilities.map(normalise).filter((name) => name !== "ALL");
    for (const container of containers(pod)) {
      if (isExcluded(container, parameters)) continue;
      for (const added of container.securityContext?.capabilities?.add ?? []) {
        if (allowsAll || allowed.includes(normalise(added))) continue;
        yield violation(
          `Container ${container.name} adds capability ${added}; allowed: ${list(parameters.allowedCapabilities)}`,
          {
            container,
            field: field(container, "securityContext", "capabilities", "add"),
            found: added,
            allowed: parameters.allowedCapabilities,
          },
        );
      }
      const dropped = (container.securityContext?.capabilities?.drop ?? []).map(normalise);
      for (const required of parameters.requiredDropCapabilities) {
        if (dropped.includes("ALL") || dropped.includes(normalise(required))) continue;
        yield violation(`Container ${container.name} does not drop capability ${required}, which is required`, {
          container,
          field: field(container, "securityContext", "capabilities", "drop"),
          allowed: parameters.requiredDropCapabilities,
        });
      }
    }
  },
});

function list(names: readonly string[]): string {
  return names.length > 0 ? names.join(", ") : "none";
}

/** `cap_net_raw`, `NET_RAW` and `CAP_NET_RAW` are one capability. */
function normalise(name: string): string {
  const capital = name.toUpperCase();
  return capital.startsWith("CAP_") ? capital.slice("CAP_".length) : capital;
}
