import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Opa } from "../../src/opa/opa.js";
import { expectValue } from "../opa/running-opa.js";

/** Three rules by hand, in the layout that the build gives a bundle. */
const rules = [
  {
    name: "no-privilege",
    kind: "TestNoPrivilege",
    package: "gatewright.no_privilege",
    severity: "High",
    control: "Manage access",
    rego: `package gatewright.no_privilege

violation contains {"msg": msg, "details": {"container": container.name}} if {
	some container in input.review.object.spec.containers
	container.securityContext.privileged
	msg := sprintf("Container %s is privileged", [container.name])
}
`,
  },
  {
    name: "one-tier",
    kind: "TestOneTier",
    package: "gatewright.one_tier",
    severity: "Low",
    control: "Manage access",
    // Two labels named tier-* end the evaluation in a conflict: that is what it is here for.
    rego: `package gatewright.one_tier

tier := value if {
	some name, value in input.review.object.metadata.labels
	startswith(name, "tier-")
}

violation contains {"msg": msg} if msg := sprintf("Tier %s", [tier])
`,
  },
  {
    name: "owner-label",
    kind: "TestOwnerLabel",
    package: "gatewright.owner_label",
    severity: "Medium",
    control: "Know your owners",
    rego: `package gatewright.owner_label

violation contains {"msg": "Not configured: set label", "details": {"notConfigured": ["label"]}} if {
	not input.parameters.label
}

violation contains {"msg": msg} if {
	not input.review.object.metadata.labels[input.parameters.label]
	msg := sprintf("No label %s, as level %d wants", [input.parameters.label, input.parameters.level])
}
`,
  },
] as const;

const aggregate = `package gatewright.bundle

${rules
  .map(
    ({ kind, package: name }) => `violations contains {"kind": "${kind}", "name": name, "violation": finding} if {
	some name in input.constraints.${kind}
	scoped := {"review": input.review, "parameters": data.constraints.${kind}[name]}
	some finding in data.${name}.violation with input as scoped
}`,
  )
  .join("\n\n")}
`;

/** `spec` of the constraint of each rule that the assignment has. */
export type AssignedSpecs = Readonly<Partial<Record<(typeof rules)[number]["kind"], string>>>;

const template = ({ kind, rego, name }: (typeof rules)[number]) => `apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: {name: ${kind.toLowerCase()}, annotations: {gatewright.dev/rule: ${name}}}
spec:
  crd:
    spec:
      names: {kind: ${kind}}
      validation:
        openAPIV3Schema: {type: object, properties: {label: {type: string}, level: {type: integer, default: 3}}}
  targets:
    - target: admission.k8s.gatekeeper.sh
      code: [{engine: Rego, source: {version: v1, rego: ${JSON.stringify(rego)}}}]
`;

const constraint = (kind: string, spec: string) =>
  `apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: ${kind}\nmetadata: {name: ${kind.toLowerCase()}}\nspec: ${spec}\n`;

/** Writes the bundle with an assignment "test" into a folder. */
export async function writeBundle(opa: Opa, folder: string, specs: AssignedSpecs): Promise<void> {
  const put = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  const entrypoint = (name: string) => `${name.replaceAll(".", "/")}/violation`;
  const wasm = expectValue(
    await opa.compile({
      modules: {
        "policy.rego": aggregate,
        ...Object.fromEntries(rules.map(({ name, rego }) => [`rules/${name}.rego`, rego])),
      },
      entrypoints: ["gatewright/bundle/violations", ...rules.map((rule) => entrypoint(rule.package))],
      regoVersion: "v1",
    }),
  );
  put("policy.wasm", wasm);
  put("policy.rego", aggregate);
  put("policy.json", JSON.stringify(manifest(wasm, entrypoint)));
  put("index.json", JSON.stringify({ rules: rules.map(describeRule) }));
  for (const rule of rules) {
    put(`rules/${rule.name}/template.yaml`, template(rule));
    const spec = specs[rule.kind];
    if (spec === undefined) continue;
    put(`assignments/test/templates/${rule.name}.yaml`, template(rule));
    put(`assignments/test/constraints/${rule.name}.yaml`, constraint(rule.kind, spec));
  }
}

function manifest(wasm: Uint8Array, entrypoint: (name: string) => string) {
  return {
    formatVersion: 1,
    opa: { version: "1.22.2" },
    module: { file: "policy.wasm", digest: `sha256:${createHash("sha256").update(wasm).digest("hex")}` },
    entrypoints: { all: "gatewright/bundle/violations" },
    hostBuiltins: ["sprintf"],
    rules: rules.map(({ name, kind, package: path }) => {
      return { name, kind, entrypoint: entrypoint(path), package: path, on: ["v1/Pod"] };
    }),
  };
}

function describeRule({ name, kind, severity, control }: (typeof rules)[number]) {
  const title = { en: `Title of ${name}`, ja: `${name} の名前` };
  return { name, kind, severity, title, securityControl: { en: control, ja: control } };
}
