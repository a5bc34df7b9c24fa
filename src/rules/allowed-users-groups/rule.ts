import { containers, defineRule, type Exclusions, field, isExcluded, isWindows, violation } from "gatewright";

/** A range of ids, both ends included. */
export interface IdRange {
  /**
   * The lowest id.
   * @minimum 0
   */
  min: number;
  /**
   * The highest id; -1 means that there is no upper bound.
   * @minimum -1
   */
  max: number;
}

/** Ranges of ids; an id in any of them is allowed. */
export interface IdRanges {
  /** The ranges. */
  ranges: IdRange[];
}

export interface Parameters extends Exclusions {
  /** MustRunAs: a user in the ranges is demanded. MustRunAsNonRoot: any but root. RunAsAny: no rule. */
  runAsUserRule?: "MustRunAs" | "MustRunAsNonRoot" | "RunAsAny";
  /** The users that MustRunAs allows. */
  runAsUserRanges?: IdRanges;
  /** MustRunAs: a group in the ranges is demanded. MayRunAs: it must be in the ranges where it is set. RunAsAny: no rule. */
  runAsGroupRule?: "MustRunAs" | "MayRunAs" | "RunAsAny";
  /** The groups that runAsGroupRule allows. */
  runAsGroupRanges?: IdRanges;
  /** As runAsGroupRule, for every supplemental group. */
  supplementalGroupsRule?: "MustRunAs" | "MayRunAs" | "RunAsAny";
  /** The groups that supplementalGroupsRule allows. */
  supplementalGroupsRanges?: IdRanges;
  /** As runAsGroupRule, for the group that owns the pod's volumes. */
  fsGroupRule?: "MustRunAs" | "MayRunAs" | "RunAsAny";
  /** The groups that fsGroupRule allows. */
  fsGroupRanges?: IdRanges;
}

export default defineRule<Parameters>()({
  name: "allowed-users-groups",
  kind: "GatewrightAllowedUsersGroups",
  on: ["v1/Pod"],
  title: {
    en: "Running containers as root user should be avoided",
    ja: "コンテナーをルート ユーザーとして実行しない",
  },
  description: {
    en: "Root inside a container is root on the node as soon as anything else goes wrong. Every container must be kept from running as root, by `runAsNonRoot: true` or by a `runAsUser` above 0; a container's own security context overrides the pod's, field by field. Rules for users and groups by range can be set. The rule for users does not apply to Windows pods.",
    ja: "コンテナー内の root は、ほかに一つでも不備があればノードの root になります。すべてのコンテナーは `runAsNonRoot: true` または 0 より大きい `runAsUser` により、root で実行されないようにする必要があります。コンテナーのセキュリティ コンテキストは、フィールドごとにポッドのものより優先されます。ユーザーとグループの範囲も指定できます。ユーザーの規則は Windows のポッドには適用されません。",
  },
  securityControl: { en: "Manage access and permissions", ja: "アクセスおよびアクセス許可の管理" },
  severity: "High",
  remediation: {
    en: "Set `runAsNonRoot: true` or a `runAsUser` above 0 in the container's or the pod's security context, and the groups that the message names.",
    ja: "コンテナーまたはポッドのセキュリティ コンテキストに `runAsNonRoot: true` または 0 より大きい `runAsUser` を設定し、メッセージに示されたグループを設定します。",
  },
  link: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  defaults: {
    excludedContainers: [],
    excludedImages: [],
    runAsUserRule: "MustRunAsNonRoot",
    runAsUserRanges: { ranges: [] },
    runAsGroupRule: "RunAsAny",
    runAsGroupRanges: { ranges: [] },
    supplementalGroupsRule: "RunAsAny",
    supplementalGroupsRanges: { ranges: [] },
    fsGroupRule: "RunAsAny",
    fsGroupRanges: { ranges: [] },
  },
  *check({ object: pod, parameters }) {
    const context = pod.spec?.securityContext;
    const users = parameters.runAsUserRanges.ranges.map(asText);
    const groups = parameters.runAsGroupRanges.ranges.map(asText);
    for (const container of containers(pod)) {
      if (isExcluded(container, parameters)) continue;

      const user = container.securityContext?.runAsUser ?? context?.runAsUser;
      const nonRoot = container.securityContext?.runAsNonRoot ?? context?.runAsNonRoot;
      const userField = field(container, "securityContext", "runAsUser");
      if (parameters.runAsUserRule === "MustRunAsNonRoot" && !isWindows(pod)) {
        if (user === 0) {
          yield violation(`Container ${container.name} runs as user 0 (root); allowed: any user above 0`, {
            container,
            field: userField,
            found: 0,
          });
        } else if (nonRoot !== true && !isNonRoot(user)) {
          yield violation(
            `Container ${container.name} may run as root: neither runAsNonRoot: true nor a runAsUser above 0 is set`,
            { container, field: field(container, "securityContext", "runAsNonRoot"), found: nonRoot, allowed: true },
          );
        }
      }
      if (parameters.runAsUserRule === "MustRunAs" && !isWindows(pod)) {
        if (user === undefined) {
          yield violation(`Container ${container.name} sets no runAsUser; allowed: ${list(users)}`, {
            container,
            field: userField,
            allowed: users,
          });
        } else if (!inRanges(user, parameters.runAsUserRanges.ranges)) {
          yield violation(`Container ${container.name} runs as user ${user}; allowed: ${list(users)}`, {
            container,
            field: userField,
            found: user,
            allowed: users,
          });
        }
      }

      const group = container.securityContext?.runAsGroup ?? context?.runAsGroup;
      const groupField = field(container, "securityContext", "runAsGroup");
      if (group === undefined) {
        if (parameters.runAsGroupRule === "MustRunAs") {
          yield violation(`Container ${container.name} sets no runAsGroup; allowed: ${list(groups)}`, {
            container,
            field: groupField,
            allowed: groups,
          });
        }
      } else if (parameters.runAsGroupRule !== "RunAsAny" && !inRanges(group, parameters.runAsGroupRanges.ranges)) {
        yield violation(`Container ${container.name} runs as group ${group}; allowed: ${list(groups)}`, {
          container,
          field: groupField,
          found: group,
          allowed: groups,
        });
      }
    }

    const everyone = containers(pod);
    const allExcluded = everyone.length > 0 && everyone.every((container) => isExcluded(container, parameters));
    if (allExcluded) return;
    const supplemental = context?.supplementalGroups ?? [];
    const supplementalAllowed = parameters.supplementalGroupsRanges.ranges.map(asText);
    const supplementalField = field(pod, "spec", "securityContext", "supplementalGroups");
    if (supplemental.length === 0 && parameters.supplementalGroupsRule === "MustRunAs") {
      yield violation(`The pod sets no supplementalGroups; allowed: ${list(supplementalAllowed)}`, {
        field: supplementalField,
        allowed: supplementalAllowed,
      });
    }
    if (parameters.supplementalGroupsRule !== "RunAsAny") {
      for (const id of supplemental) {
        if (inRanges(id, parameters.supplementalGroupsRanges.ranges)) continue;
        yield violation(`The pod has supplemental group ${id}; allowed: ${list(supplementalAllowed)}`, {
          field: supplementalField,
          found: id,
          allowed: supplementalAllowed,
        });
      }
    }
    const fsGroup = context?.fsGroup;
    const fsGroups = parameters.fsGroupRanges.ranges.map(asText);
    const fsGroupField = field(pod, "spec", "securityContext", "fsGroup");
    if (fsGroup === undefined) {
      if (parameters.fsGroupRule === "MustRunAs") {
        yield violation(`The pod sets no fsGroup; allowed: ${list(fsGroups)}`, {
          field: fsGroupField,
          allowed: fsGroups,
        });
      }
    } else if (parameters.fsGroupRule !== "RunAsAny" && !inRanges(fsGroup, parameters.fsGroupRanges.ranges)) {
      yield violation(`The pod has fsGroup ${fsGroup}; allowed: ${list(fsGroups)}`, {
        field: fsGroupField,
        found: fsGroup,
        allowed: fsGroups,
      });
    }
  },
});

function isNonRoot(user: number | undefined): boolean {
  return user !== undefined && user > 0;
}

function asText(range: IdRange): string {
  if (range.max === -1) return `${range.min} and above`;
  return range.min === range.max ? `${range.min}` : `${range.min} to ${range.max}`;
}

function list(ranges: readonly string[]): string {
  return ranges.length > 0 ? ranges.join(", ") : "none";
}

/** A `max` of -1 has no upper bound, as Azure's own text has it. */
function inRanges(id: number, ranges: readonly IdRange[]): boolean {
  return ranges.some((range) => id >= range.min && (range.max === -1 || id <= range.max));
}
