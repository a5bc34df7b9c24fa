import { isObject, type JsonObject, textAt } from "../resources/json.js";
import { namespaceOf, typeOf } from "./object.js";

/** Kubernetes' own kinds that are in no namespace, as "<group>/<kind>". */
const clusterScoped: ReadonlySet<string> = new Set([
  ...["/Namespace", "/Node", "/PersistentVolume", "/ComponentStatus"],
  ...["rbac.authorization.k8s.io/ClusterRole", "rbac.authorization.k8s.io/ClusterRoleBinding"],
  ...["storage.k8s.io/StorageClass", "storage.k8s.io/CSIDriver", "storage.k8s.io/CSINode"],
  ...["storage.k8s.io/VolumeAttachment", "storage.k8s.io/VolumeAttributesClass"],
  "admissionregistration.k8s.io/MutatingWebhookConfiguration",
  "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
  "admissionregistration.k8s.io/MutatingAdmissionPolicy",
  "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
  ...["apiextensions.k8s.io/CustomResourceDefinition", "apiregistration.k8s.io/APIService"],
  ...["certificates.k8s.io/CertificateSigningRequest", "certificates.k8s.io/ClusterTrustBundle"],
  "flowcontrol.apiserver.k8s.io/FlowSchema",
  "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
  ...["networking.k8s.io/IngressClass", "networking.k8s.io/IPAddress", "networking.k8s.io/ServiceCIDR"],
  ...["node.k8s.io/RuntimeClass", "scheduling.k8s.io/PriorityClass", "policy/PodSecurityPolicy"],
  ...["resource.k8s.io/DeviceClass", "resource.k8s.io/ResourceSlice", "resource.k8s.io/DeviceTaintRule"],
  ...["internal.apiserver.k8s.io/StorageVersion", "storagemigration.k8s.io/StorageVersionMigration"],
  ...["authentication.k8s.io/TokenReview", "authentication.k8s.io/SelfSubjectReview"],
  ...["authorization.k8s.io/SubjectAccessReview", "authorization.k8s.io/SelfSubjectAccessReview"],
  "authorization.k8s.io/SelfSubjectRulesReview",
  ...["templates.gatekeeper.sh/ConstraintTemplate", "expansion.gatekeeper.sh/ExpansionTemplate"],
]);

/** Decides whether a kind has namespaces; kinds that nobody declares are taken to have one, as most do. */
export type ScopeOf = (object: JsonObject) => "Cluster" | "Namespaced";

/** Knows Kubernetes' own kinds, Gatekeeper's constraints, and the CustomResourceDefinitions among the objects. */
export function scopes(objects: readonly JsonObject[]): ScopeOf {
  const declared = new Map(
    objects
      .filter((object) => typeOf(object).kind === "CustomResourceDefinition")
      .map((crd) => [
        `${textAt(crd, "spec", "group")}/${textAt(crd, "spec", "names", "kind")}`,
        textAt(crd, "spec", "scope") === "Cluster" ? ("Cluster" as const) : ("Namespaced" as const),
      ]),
  );
  return (object) => {
    const { group, kind } = typeOf(object);
    const key = `${group}/${kind}`;
    if (clusterScoped.has(key) || group === "constraints.gatekeeper.sh") return "Cluster";
    return declared.get(key) ?? "Namespaced";
  };
}

/** The object in the namespace that kubectl would put it in: its own, or the one that is given for those without. */
export function inNamespace(object: JsonObject, namespace: string, scopeOf: ScopeOf): JsonObject {
  if (namespaceOf(object) !== "" || scopeOf(object) === "Cluster") return object;
  const metadata = object.metadata;
  return { ...object, metadata: { ...(isObject(metadata) ? metadata : {}), namespace } };
}
