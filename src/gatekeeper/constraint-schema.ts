import type { Schema } from "./schema.js";

const text: Schema = { type: "string" };
const texts: Schema = { type: "array", items: text };
const wildcard: Schema = { type: "string", pattern: "^\\*?[-:a-z0-9]*\\*?$" };
const wildcards: Schema = { type: "array", items: wildcard };

const selector: Schema = {
  type: "object",
  properties: {
    matchLabels: { type: "object", additionalProperties: text },
    matchExpressions: {
      type: "array",
      items: {
        type: "object",
        required: ["key", "operator"],
        properties: { key: text, operator: text, values: texts },
      },
    },
  },
};

const match: Schema = {
  type: "object",
  properties: {
    excludedNamespaces: wildcards,
    kinds: { type: "array", items: { type: "object", properties: { apiGroups: texts, kinds: texts } } },
    labelSelector: selector,
    name: wildcard,
    namespaceSelector: selector,
    namespaces: wildcards,
    scope: text,
    source: { type: "string", enum: ["All", "Generated", "Original"] },
  },
};

const scopedEnforcementActions: Schema = {
  type: "array",
  items: {
    type: "object",
    properties: {
      action: text,
      enforcementPoints: { type: "array", items: { type: "object", properties: { name: text } } },
    },
  },
};

/**
 * The schema of a template's constraints: CreateSchema in frameworks/constraint/pkg/client/crds, with Gatekeeper's
 * match.
 */
export function constraintSchema(parameters: Schema | undefined): Schema {
  const spec: Schema = {
    match,
    enforcementAction: { type: "string", default: "deny" },
    scopedEnforcementActions,
    ...(parameters === undefined ? {} : { parameters }),
  };
  return {
    type: "object",
    properties: {
      metadata: { type: "object", properties: { name: { type: "string", maxLength: 63 } } },
      spec: { type: "object", properties: spec },
      status: { "x-kubernetes-preserve-unknown-fields": true },
    },
  };
}
