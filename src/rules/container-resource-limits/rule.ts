import {
  containers,
  defineRule,
  type Exclusions,
  field,
  isExcluded,
  isQuantity,
  type Quantity,
  quantityExceeds,
  violation,
} from "gatewright";

export interface Parameters extends Exclusions {
  /**
   * The highest cpu limit that a container may set; equal passes.
   * @example "500m"
   */
  cpuLimit: Quantity;
  /**
   * The highest memory limit that a container may set, in bytes where it has no suffix; equal passes.
   * @example "1Gi"
   */
  memoryLimit: Quantity;
}

export default defineRule<Parameters>()({
  name: "container-resource-limits",
  kind: "GatewrightResourceLimits",
  on: ["v1/Pod"],
  title: {
    en: "Container CPU and memory limits should be enforced",
    ja: "コンテナーの CPU とメモリの制限を強制する必要がある",
  },
  description: {
    en: "A container without limits can starve everything else on its node. Every container and init container must set a cpu and a memory limit, and neither may be above the maximum. Ephemeral containers are not looked at: these fields cannot be set there.",
    ja: "制限のないコンテナーは、ノード上のほかのすべてのワークロードの資源を使い果たすことがあります。すべてのコンテナーと init コンテナーは CPU とメモリの制限を設定し、その値は最大値以下でなければなりません。エフェメラル コンテナーにはこのフィールドがないため、対象外です。",
  },
  securityControl: { en: "Protect applications against DDoS attack", ja: "DDoS 攻撃からのアプリケーションの保護" },
  severity: "Medium",
  remediation: {
    en: "Set `resources.limits.cpu` and `resources.limits.memory` of the container, each at most the maximum that the message names.",
    ja: "コンテナーの `resources.limits.cpu` と `resources.limits.memory` を、メッセージに示された最大値以下に設定します。",
  },
  link: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
  defaults: { excludedContainers: [], excludedImages: [] },
  *check({ object: pod, parameters }) {
    const maxima = [
      { resource: "cpu", maximum: parameters.cpuLimit },
      { resource: "memory", maximum: parameters.memoryLimit },
    ];
    for (const container of containers(pod, ["containers", "initContainers"])) {
      if (isExcluded(container, parameters)) continue;
      for (const { resource, maximum } of maxima) {
        const limit = container.resources?.limits?.[resource];
        const at = field(container, "resources", "limits", resource);
        if (limit === undefined) {
          yield violation(`Container ${container.name} has no ${resource} limit; the maximum is ${maximum}`, {
            container,
            field: at,
            allowed: maximum,
          });
        } else if (!isQuantity(limit)) {
          yield violation(
            `Container ${container.name} has a ${resource} limit of ${limit}, which is no quantity; the maximum is ${maximum}`,
            {
              container,
              field: at,
              found: limit,
              allowed: maximum,
            },
          );
        } else if (quantityExceeds(limit, maximum)) {
          yield violation(
            `Container ${container.name} has a ${resource} limit of ${limit}; the maximum is ${maximum}`,
            { container, field: at, found: limit, allowed: maximum },
          );
        }
      }
    }
  },
});
