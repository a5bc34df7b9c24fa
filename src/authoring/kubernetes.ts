import type * as admissionregistration from "kubernetes-types/admissionregistration/v1.js";
import type * as apiextensions from "kubernetes-types/apiextensions/v1.js";
import type * as apps from "kubernetes-types/apps/v1.js";
import type * as autoscaling from "kubernetes-types/autoscaling/v1.js";
import type * as autoscalingV2 from "kubernetes-types/autoscaling/v2.js";
import type * as batch from "kubernetes-types/batch/v1.js";
import type * as certificates from "kubernetes-types/certificates/v1.js";
import type * as coordination from "kubernetes-types/coordination/v1.js";
import type * as core from "kubernetes-types/core/v1.js";
import type * as discovery from "kubernetes-types/discovery/v1.js";
import type * as events from "kubernetes-types/events/v1.js";
import type * as flowcontrol from "kubernetes-types/flowcontrol/v1.js";
import type * as networking from "kubernetes-types/networking/v1.js";
import type * as node from "kubernetes-types/node/v1.js";
import type * as policy from "kubernetes-types/policy/v1.js";
import type * as rbac from "kubernetes-types/rbac/v1.js";
import type * as scheduling from "kubernetes-types/scheduling/v1.js";
import type * as storage from "kubernetes-types/storage/v1.js";

/**
 * The built-in resources that a rule can look at, as "<version>/<kind>" for the core group and "<group>/<version>/<kind>"
 * for the others. Their types are those of kubernetes-types. For a custom resource see `resource`.
 */
export interface KubernetesResources {
  "admissionregistration.k8s.io/v1/MutatingWebhookConfiguration": admissionregistration.MutatingWebhookConfiguration;
  "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy": admissionregistration.ValidatingAdmissionPolicy;
  "admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration": admissionregistration.ValidatingWebhookConfiguration;
  "apiextensions.k8s.io/v1/CustomResourceDefinition": apiextensions.CustomResourceDefinition;
  "apps/v1/ControllerRevision": apps.ControllerRevision;
  "apps/v1/DaemonSet": apps.DaemonSet;
  "apps/v1/Deployment": apps.Deployment;
  "apps/v1/ReplicaSet": apps.ReplicaSet;
  "apps/v1/StatefulSet": apps.StatefulSet;
  "autoscaling/v1/HorizontalPodAutoscaler": autoscaling.HorizontalPodAutoscaler;
  "autoscaling/v2/HorizontalPodAutoscaler": autoscalingV2.HorizontalPodAutoscaler;
  "batch/v1/CronJob": batch.CronJob;
  "batch/v1/Job": batch.Job;
  "certificates.k8s.io/v1/CertificateSigningRequest": certificates.CertificateSigningRequest;
  "coordination.k8s.io/v1/Lease": coordination.Lease;
  "discovery.k8s.io/v1/EndpointSlice": discovery.EndpointSlice;
  "events.k8s.io/v1/Event": events.Event;
  "flowcontrol.apiserver.k8s.io/v1/FlowSchema": flowcontrol.FlowSchema;
  "flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration": flowcontrol.PriorityLevelConfiguration;
  "networking.k8s.io/v1/Ingress": networking.Ingress;
  "networking.k8s.io/v1/IngressClass": networking.IngressClass;
  "networking.k8s.io/v1/NetworkPolicy": networking.NetworkPolicy;
  "node.k8s.io/v1/RuntimeClass": node.RuntimeClass;
  "policy/v1/PodDisruptionBudget": policy.PodDisruptionBudget;
  "rbac.authorization.k8s.io/v1/ClusterRole": rbac.ClusterRole;
  "rbac.authorization.k8s.io/v1/ClusterRoleBinding": rbac.ClusterRoleBinding;
  "rbac.authorization.k8s.io/v1/Role": rbac.Role;
  "rbac.authorization.k8s.io/v1/RoleBinding": rbac.RoleBinding;
  "scheduling.k8s.io/v1/PriorityClass": scheduling.PriorityClass;
  "storage.k8s.io/v1/CSIDriver": storage.CSIDriver;
  "storage.k8s.io/v1/CSINode": storage.CSINode;
  "storage.k8s.io/v1/CSIStorageCapacity": storage.CSIStorageCapacity;
  "storage.k8s.io/v1/StorageClass": storage.StorageClass;
  "storage.k8s.io/v1/VolumeAttachment": storage.VolumeAttachment;
  "v1/ConfigMap": core.ConfigMap;
  "v1/Endpoints": core.Endpoints;
  "v1/Event": core.Event;
  "v1/LimitRange": core.LimitRange;
  "v1/Namespace": core.Namespace;
  "v1/Node": core.Node;
  "v1/PersistentVolume": core.PersistentVolume;
  "v1/PersistentVolumeClaim": core.PersistentVolumeClaim;
  "v1/Pod": core.Pod;
  "v1/PodTemplate": core.PodTemplate;
  "v1/ReplicationController": core.ReplicationController;
  "v1/ResourceQuota": core.ResourceQuota;
  "v1/Secret": core.Secret;
  "v1/Service": core.Service;
  "v1/ServiceAccount": core.ServiceAccount;
}
