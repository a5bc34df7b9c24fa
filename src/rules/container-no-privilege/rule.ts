import { containers, defineRule, type Exclusions, field, isExcluded, violation } from "gatewright";

export interface Parameters extends Exclusions {}

export default defineRule<Parameters>()({
  name: "container-no-privilege",
  kind: "GatewrightNoPrivilege",
  on: ["v1/Pod"],
  title: {
    en: "Privileged containers should be avoided",
    ja: "特権コンテナーの使用を避ける",
  },
  description: {
    en: "A privileged container has every capability and every device of its node: whoever is inside owns the node. No container of a pod, init and ephemeral ones included, may set `privileged: true`.",
    ja: "特権コンテナーはノードのすべての機能とデバイスを使えるため、侵入されるとノード全体が奪われます。init コンテナーとエフェメラル コンテナーを含め、ポッドのどのコンテナーも `privileged: true` を設定できません。",
  },
  securityControl: { en: "Manage access and permissions", ja: "アクセスおよびアクセス許可の管理" },
  severity: "Medium",
  remediation: {
    en: "Remove `securityContext.privileged`, or set it to false. Where a workload needs one privilege of the node, grant that capability alone.",
    ja: "`securityContext.privileged` を削除するか false に設定します。ノードの権限が必要な場合は、必要な機能だけを個別に付与します。",
  },
  link: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  defaults: { excludedContainers: [], excludedImages: [] },
  *check({ object: pod, parameters }) {
    for (const container of containers(pod)) {
      if (isExcluded(container, parameters)) continue;
      if (container.securityContext?.privileged === true) {
        yield violation(`Container ${container.name} is privileged; privileged containers are not allowed`, {
          container,
          field: field(container, "securityContext", "privileged"),
          found: true,
          allowed: false,
        });
      }
    }
  },
});
