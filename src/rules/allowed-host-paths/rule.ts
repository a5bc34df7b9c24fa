import { containers, defineRule, type Exclusions, field, isExcluded, violation } from "gatewright";

/** A folder of the node that pods may mount. */
export interface HostPath {
  /**
   * The folder; what is below it counts too. `/` covers everything.
   * @pattern ^/
   */
  pathPrefix: string;
  /** Every mount must be read-only. */
  readOnly?: boolean;
}

export interface Parameters extends Exclusions {
  /**
   * The folders of the node that pods may mount; without any, every hostPath volume violates.
   * @example { "paths": [{ "pathPrefix": "/var/log", "readOnly": true }] }
   */
  allowedHostPaths?: {
    /** The folders. */
    paths: HostPath[];
  };
}

export default defineRule<Parameters>()({
  name: "allowed-host-paths",
  kind: "GatewrightAllowedHostPaths",
  on: ["v1/Pod"],
  title: {
    en: "Usage of pod HostPath volume mounts should be restricted to a known list",
    ja: "ポッド HostPath ボリューム マウントの使用は既知のリストに制限する必要がある",
  },
  description: {
    en: "A hostPath volume opens the node's own files to a pod. Such a volume must lie under an allowed folder, compared by whole path segments (`/var` does not cover `/variant`), and where that folder is allowed for reading only, every mount of the volume must be read-only.",
    ja: "hostPath ボリュームはノード自身のファイルをポッドに公開します。ボリュームは許可されたフォルダーの下になければならず、パスはセグメント単位で比較されます (`/var` は `/variant` を含みません)。読み取り専用で許可されたフォルダーの場合は、すべてのマウントが読み取り専用でなければなりません。",
  },
  securityControl: { en: "Manage access and permissions", ja: "アクセスおよびアクセス許可の管理" },
  severity: "Medium",
  remediation: {
    en: "Use another kind of volume (configMap, emptyDir, a PersistentVolumeClaim), mount an allowed folder, or set `readOnly: true` on the mount.",
    ja: "別の種類のボリューム (configMap、emptyDir、PersistentVolumeClaim) を使うか、許可されたフォルダーをマウントするか、マウントに `readOnly: true` を設定します。",
  },
  link: "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath",
  defaults: { excludedContainers: [], excludedImages: [], allowedHostPaths: { paths: [] } },
  *check({ object: pod, parameters }) {
    const everyone = containers(pod);
    const allExcluded = everyone.length > 0 && everyone.every((container) => isExcluded(container, parameters));
    if (allExcluded) return;
    for (const volume of pod.spec?.volumes ?? []) {
      if (volume.hostPath === undefined) continue;
      const path = volume.hostPath.path;
      const covering = parameters.allowedHostPaths.paths.filter((entry) => covers(entry.pathPrefix, path));
      if (covering.length === 0) {
        const prefixes = parameters.allowedHostPaths.paths.map((entry) => entry.pathPrefix);
        yield violation(`Volume ${volume.name} mounts host path ${path}; allowed: ${list(prefixes)}`, {
          field: field(volume, "hostPath", "path"),
          found: path,
          allowed: prefixes,
        });
        continue;
      }
      if (covering.some((entry) => entry.readOnly !== true)) continue;
      for (const container of containers(pod)) {
        if (isExcluded(container, parameters)) continue;
        for (const mount of container.volumeMounts ?? []) {
          if (mount.name === volume.name && mount.readOnly !== true) {
            yield violation(
              `Container ${container.name} mounts volume ${volume.name} (host path ${path}) for writing; allowed: read-only`,
              { container, field: field(mount, "readOnly"), found: mount.readOnly ?? false, allowed: true },
            );
          }
        }
      }
    }
  },
});

function list(prefixes: readonly string[]): string {
  return prefixes.length > 0 ? prefixes.join(", ") : "none";
}

/** Whole segments are compared, so that `/var` covers `/var/log` and not `/variant`; a path that climbs is under `/` alone. */
function covers(prefix: string, path: string): boolean {
  const folder = segments(prefix);
  if (path.split("/").includes("..")) return folder === "/";
  return segments(path).startsWith(folder);
}

/** `/var//log/` and `/var/log` are one folder: "/var/log/". */
function segments(path: string): string {
  const names = path.split("/").filter((name) => name !== "" && name !== ".");
  return `/${names.map((name) => `${name}/`).join("")}`;
}
