import type { Json, ObjectSchema, ParameterSchema, SchemaNode, StringSchema } from "./parameter-schema.js";

export type SchemaText = { readonly [key: string]: Json };

/** Where the schema languages that we write differ: JSON Schema for editors, OpenAPI for the API server. */
export interface SchemaDialect {
  /** Title, description and example of a node. */
  readonly described: (node: SchemaNode) => SchemaText;
  readonly patterns: (node: StringSchema) => SchemaText;
  /** What else an object with named members says. */
  readonly ofObjects: SchemaText;
  /** Whether the parameters that an assignment must set are demanded. */
  readonly demandsParameters: boolean;
}

/** The schema of a rule's `parameters`, each with its default. */
export function writeParameters({ root, defaults }: ParameterSchema, dialect: SchemaDialect): SchemaText {
  const withDefault = (name: string): SchemaText =>
    Object.hasOwn(defaults, name) ? { default: defaults[name] ?? null } : {};
  const required = dialect.demandsParameters ? root.required : [];
  return writeObject({ ...root, required }, dialect, withDefault);
}

function writeNode(node: SchemaNode, dialect: SchemaDialect): SchemaText {
  const described = dialect.described(node);
  switch (node.type) {
    case "string": {
      const limits = given(node, ["enum", "minLength", "maxLength"]);
      return { type: "string", ...described, ...limits, ...dialect.patterns(node) };
    }
    case "integer":
    case "number":
      return { type: node.type, ...described, ...given(node, ["enum", "minimum", "maximum"]) };
    case "boolean":
      return { type: "boolean", ...described };
    case "array": {
      const limits = given(node, ["minItems", "maxItems"]);
      return { type: "array", ...described, ...limits, items: writeNode(node.items, dialect) };
    }
    case "object":
      return writeObject(node, dialect, () => ({}));
    case "map":
      return { type: "object", ...described, additionalProperties: writeNode(node.values, dialect) };
  }
}

function writeObject(node: ObjectSchema, dialect: SchemaDialect, extra: (name: string) => SchemaText): SchemaText {
  const properties = Object.entries(node.properties).map(([name, member]): [string, Json] => [
    name,
    { ...writeNode(member, dialect), ...extra(name) },
  ]);
  return {
    type: "object",
    ...dialect.described(node),
    ...(node.required.length === 0 ? {} : { required: node.required }),
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...dialect.ofObjects,
  };
}

function given<N extends object, K extends string & keyof N>(node: N, keys: readonly K[]): SchemaText {
  const present = keys.filter((key) => node[key] !== undefined);
  return Object.fromEntries(present.map((key) => [key, node[key] as Json])); // the keys named above hold JSON
}
