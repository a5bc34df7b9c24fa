import type { ResolvedAssignment } from "../../src/assign/records.js";
import { aggregateModule } from "../../src/emit-rego/aggregate.js";
import type { FixtureTest } from "../../src/fixtures/fixture.js";
import { readFixture } from "../../src/fixtures/read-fixture.js";
import type { CompiledRule } from "../../src/ir/compiled-rule.js";
import type { ParameterSchema } from "../../src/ir/parameter-schema.js";
import type { Bundle } from "../../src/manifest/manifest.js";
import { policyModules } from "../../src/manifest/policy-modules.js";

/** Two rules as a compiler could have made them: one with libraries and every kind of parameter, one without any. */

const textLibrary = {
  name: "text",
  text: `package lib.text

starts_with_any(value, prefixes) if {
	some prefix in prefixes
	startswith(value, prefix)
}
`,
};

const imageParameters: ParameterSchema = {
  root: {
    type: "object",
    required: ["registries"],
    properties: {
      registries: {
        type: "array",
        description: "Registries that images may come from, such as `registry.example/`.",
        minItems: 1,
        items: { type: "string", minLength: 1, maxLength: 200 },
      },
      mode: { type: "string", enum: ["on", "off"], description: "Off | on: both are words of YAML 1.1." },
      excludedImages: { type: "array", items: { type: "string", meaning: "image-pattern" } },
      limits: {
        type: "map",
        title: "Limits",
        values: {
          type: "object",
          required: ["cpu"],
          properties: {
            cpu: { type: "string", meaning: "quantity", example: "500m" },
            ports: {
              type: "array",
              items: { type: "string", meaning: "port-range", pattern: "^[0-9-]+$" },
              maxItems: 3,
            },
            share: { type: "number", minimum: 0, maximum: 0.5 },
            enabled: { type: "boolean" },
            level: { type: "integer", enum: [1, 2] },
            match: { type: "string", meaning: "regex" },
          },
        },
      },
    },
  },
  defaults: { mode: "on", excludedImages: [], limits: { web: { cpu: "1" } } },
};

const images: CompiledRule = {
  metadata: {
    name: "example-images",
    kind: "GatewrightExampleImages",
    title: { en: "Images come from known registries", ja: "イメージは既知のレジストリから取得する" },
    description: {
      en: "An image of an unknown registry may hold anything: yes, <anything>. `registries` lists the known ones.",
      ja: "未知のレジストリのイメージは何でも含む可能性があります。",
    },
    securityControl: { en: "Remediate vulnerabilities", ja: "脆弱性の修復" },
    severity: "High",
    remediation: { en: "Use an image of a known registry.", ja: "既知のレジストリのイメージを使用します。" },
    link: "https://kubernetes.io/docs/concepts/containers/images/",
    on: [
      { group: "", version: "v1", kind: "Pod" },
      { group: "apps", version: "v1", kind: "Deployment" },
      { group: "", version: "v1", kind: "ReplicationController" },
    ],
  },
  parameters: imageParameters,
  source: {
    file: "src/rules/example-images/rule.ts",
    text: "// The text of the rule; ``` in it needs a longer fence.\nexport default 1;\n",
    digest: `sha256:${"1".repeat(64)}`,
  },
  rego: {
    package: "gatewright.example_images",
    module: `# METADATA
# description: Images come from known registries
package gatewright.example_images

import data.lib.text

# METADATA
# entrypoint: true
violation contains {"msg": msg, "details": {"rule": "example-images"}} if {
	some container in input.review.object.spec.containers
	not text.starts_with_any(container.image, input.parameters.registries)
	msg := sprintf("Container %v uses the image %v (not allowed)", [container.name, container.image])
}

# A builtin that OPA's WebAssembly leaves to its host, so that policy.json has one to list.
violation contains {"msg": msg, "details": {"rule": "example-images"}} if {
	some text in input.parameters.registries
	not yaml.is_valid(text)
	msg := "A registry is no YAML"
}
`,
    libraries: [textLibrary],
  },
};

const hostNetwork: CompiledRule = {
  metadata: {
    name: "example-host-network",
    kind: "GatewrightExampleHostNetwork",
    title: { en: "Pods stay off the network of their node", ja: "ポッドはノードのネットワークを使用しない" },
    description: {
      en: "The node's network bypasses every network policy.",
      ja: "ノードのネットワークはネットワーク ポリシーを回避します。",
    },
    securityControl: { en: "Restrict unauthorized network access", ja: "承認されていないネットワーク アクセスの制限" },
    severity: "Medium",
    remediation: { en: "Remove `hostNetwork`.", ja: "`hostNetwork` を削除します。" },
    on: [{ group: "", version: "v1", kind: "Pod" }],
  },
  parameters: { root: { type: "object", required: [], properties: {} }, defaults: {} },
  source: {
    file: "src/rules/example-host-network/rule.ts",
    text: "export default 2;\n",
    digest: `sha256:${"2".repeat(64)}`,
  },
  rego: {
    package: "gatewright.example_host_network",
    module: `package gatewright.example_host_network

# METADATA
# entrypoint: true
violation contains {"msg": "The pod is on the network of its node", "details": {"rule": "example-host-network"}} if {
	input.review.object.spec.hostNetwork == true
}
`,
    libraries: [],
  },
};

const rules = [hostNetwork, images];

const imageFixture = `description: "Two registries: yes and no."
parameters: { registries: ["registry.example/", "0777"] }
cases:
  known:
    object: &pod
      apiVersion: v1
      kind: Pod
      metadata: { name: web, labels: { on: "off", octal: "0777" } }
      spec: { containers: [{ name: web, image: registry.example/web }] }
    violations: []
  unknown:
    object:
      <<: *pod
      spec: { containers: [{ name: web, image: other.example/web }, { name: log, image: "null" }] }
    violations:
      - Container web uses the image other.example/web (not allowed)
      - Container log uses the image null (not allowed)
  update:
    object:
      apiVersion: admission.k8s.io/v1
      kind: AdmissionReview
      request: { operation: UPDATE, object: *pod, oldObject: *pod }
    violations: []
`;

const hostNetworkFixture = `cases:
  off:
    object: { apiVersion: v1, kind: Pod, metadata: { name: web }, spec: { containers: [] } }
    violations: []
  on:
    object: { apiVersion: v1, kind: Pod, metadata: { name: web }, spec: { hostNetwork: true, containers: [] } }
    violations: [The pod is on the network of its node]
`;

const assignment: ResolvedAssignment = {
  name: "default",
  file: "assignments/default.yaml",
  description: "What every cluster gets.",
  constraints: [
    {
      rule: "example-images",
      kind: "GatewrightExampleImages",
      name: "default-example-images",
      enforcementAction: "dryrun",
      on: images.metadata.on,
      excludedNamespaces: ["kube-system", "y"],
      parameters: { registries: ["registry.example/"], mode: "off" },
    },
    {
      rule: "example-host-network",
      kind: "GatewrightExampleHostNetwork",
      name: "default-example-host-network",
      enforcementAction: "deny",
      on: hostNetwork.metadata.on,
      excludedNamespaces: [],
      parameters: {},
    },
  ],
  disabled: [],
  notConfigured: [],
};

const onlyOne: ResolvedAssignment = {
  name: "only-one",
  file: "assignments/only-one.yaml",
  constraints: assignment.constraints
    .slice(0, 1)
    .map((constraint) => ({ ...constraint, name: "only-one-example-images", parameters: {} })),
  disabled: ["example-host-network"],
  notConfigured: [{ rule: "example-images", missing: ["registries"] }],
};

/** What to compile for the example's policy.wasm. */
export const exampleModules = policyModules(rules, aggregateModule(rules));

export const exampleBundle: Bundle = {
  rulesFolder: "src/rules",
  rules,
  fixtures: new Map([
    ["example-images", [fixture("images", "src/rules/example-images/cases/images.yaml", imageFixture)]],
    ["example-host-network", [fixture("pods", "src/rules/example-host-network/cases/pods.yaml", hostNetworkFixture)]],
  ]),
  assignments: [assignment, onlyOne],
};

function fixture(name: string, file: string, text: string): FixtureTest {
  const { test, diagnostics } = readFixture(name, file, text);
  if (test === undefined) throw new Error(JSON.stringify(diagnostics));
  return test;
}
