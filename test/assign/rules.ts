import type { AssignableRule, RegexCheck } from "../../src/assign/assign.js";
import type { ResourceType } from "../../src/ir/metadata.js";
import type { Json, ObjectSchema, SchemaNode } from "../../src/ir/parameter-schema.js";

const pod: ResourceType = { group: "", version: "v1", kind: "Pod" };
const service: ResourceType = { group: "", version: "v1", kind: "Service" };

const text: SchemaNode = { type: "string" };
const textList: SchemaNode = { type: "array", items: text };
const exclusions: Record<string, SchemaNode> = {
  excludedContainers: { ...textList, description: "Names of containers that this rule does not look at." },
  excludedImages: {
    type: "array",
    description: "Images that this rule does not look at.",
    items: { type: "string", meaning: "image-pattern" },
  },
};
const noExclusions: Record<string, Json> = { excludedContainers: [], excludedImages: [] };

function object(properties: Record<string, SchemaNode>, required: readonly string[] = []): ObjectSchema {
  return { type: "object", properties, required };
}

function rule(
  name: string,
  on: readonly ResourceType[],
  root: ObjectSchema,
  defaults: Record<string, Json> = {},
): AssignableRule {
  const words = name.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const localized = (english: string) => ({ en: english, ja: `${english} (日本語)` });
  return {
    metadata: {
      name,
      kind: `Gatewright${words.join("")}`,
      title: localized(`Title of ${name}`),
      description: localized(`What ${name} demands.`),
      securityControl: localized("Manage access and permissions"),
      severity: "Medium",
      remediation: localized("Mend it."),
      on,
    },
    parameters: { root, defaults },
  };
}

const ranges = object(
  {
    ranges: {
      ...{ type: "array", maxItems: 3 },
      items: object({ min: { type: "integer", minimum: 0 }, max: { type: "integer", minimum: -1 } }, ["min", "max"]),
    },
  },
  ["ranges"],
);

/** Rules that resemble the shipped ones, and one (`labels`) for the schemas that none of them has. Not in order. */
export const rules: readonly AssignableRule[] = [
  rule(
    "service-allowed-ports",
    [service],
    object(
      {
        allowedServicePortsList: {
          type: "array",
          minItems: 1,
          items: { type: "string", meaning: "port-range" },
          example: ["80"],
        },
      },
      ["allowedServicePortsList"],
    ),
  ),
  rule(
    "container-resource-limits",
    [pod],
    object(
      {
        cpuLimit: { type: "string", meaning: "quantity", title: "Highest cpu limit", example: "500m" },
        memoryLimit: { type: "string", meaning: "quantity" },
        ...exclusions,
      },
      ["cpuLimit", "memoryLimit"],
    ),
    noExclusions,
  ),
  rule(
    "container-allowed-images",
    [pod],
    object(
      {
        allowedContainerImagesRegex: { type: "string", meaning: "regex" },
        excludedContainers: textList,
      },
      ["allowedContainerImagesRegex"],
    ),
    { excludedContainers: [] },
  ),
  rule("container-no-privilege", [pod], object(exclusions), noExclusions),
  rule(
    "allowed-users-groups",
    [pod],
    object({
      runAsUserRule: { type: "string", enum: ["MustRunAs", "MustRunAsNonRoot", "RunAsAny"] },
      runAsUserRanges: ranges,
      ...exclusions,
    }),
    { ...noExclusions, runAsUserRule: "MustRunAsNonRoot", runAsUserRanges: { ranges: [] } },
  ),
  rule(
    "host-network-ports",
    [pod],
    object({
      allowHostNetwork: { type: "boolean" },
      minPort: { type: "integer", minimum: 0, maximum: 65535 },
      maxPort: { type: "integer", minimum: 0, maximum: 65535 },
    }),
    { allowHostNetwork: false, minPort: 0, maxPort: 0 },
  ),
  rule(
    "labels",
    [pod, service],
    object({
      expected: { type: "map", values: { type: "string", meaning: "regex" } },
      prefix: { type: "string", pattern: "^[a-z]+$", minLength: 2, maxLength: 8 },
      share: { type: "number", maximum: 1 },
      level: { type: "integer", enum: [1, 2, 3] },
      // biome-ignore lint/suspicious/noThenProperty: a parameter may be called like a keyword of JSON Schema.
      then: { type: "boolean" },
    }),
  ),
];

/** RE2 is not at hand in a unit test. JavaScript's own judge comes near, but for what only RE2 refuses. */
export const regexIsLegal: RegexCheck = async (patterns) => patterns.map(complaint);

function complaint(pattern: string): string | undefined {
  if (/\(\?<?[=!]/.test(pattern)) return "invalid or unsupported Perl syntax";
  try {
    new RegExp(pattern);
    return undefined;
  } catch {
    return "it does not parse";
  }
}
