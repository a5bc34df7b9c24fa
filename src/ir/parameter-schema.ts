/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface Described {
  readonly title?: string;
  readonly description?: string;
  readonly example?: Json;
}

/**
 * What a text means beyond its type, from the alias that the author wrote (`Quantity`, `Regex`, ...). OpenAPI cannot
 * say these; the reader of an assignment checks them.
 */
export type TextMeaning = "quantity" | "regex" | "image-pattern" | "port-range";

export interface StringSchema extends Described {
  readonly type: "string";
  readonly meaning?: TextMeaning;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export interface NumberSchema extends Described {
  readonly type: "integer" | "number";
  readonly enum?: readonly number[];
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface BooleanSchema extends Described {
  readonly type: "boolean";
}

export interface ArraySchema extends Described {
  readonly type: "array";
  readonly items: SchemaNode;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** An object with named members. */
export interface ObjectSchema extends Described {
  readonly type: "object";
  readonly properties: Readonly<Record<string, SchemaNode>>;
  readonly required: readonly string[];
}

/** `Record<string, T>`: any key, one type of value. */
export interface MapSchema extends Described {
  readonly type: "map";
  readonly values: SchemaNode;
}

export type SchemaNode = StringSchema | NumberSchema | BooleanSchema | ArraySchema | ObjectSchema | MapSchema;

/**
 * A rule's parameters. `required` members of `root` are those without `?` in the author's interface: the assignment must
 * set them, the CRD does not demand them (while one is absent, the rule is not configured). `defaults` has optional ones only.
 */
export interface ParameterSchema {
  readonly root: ObjectSchema;
  readonly defaults: Readonly<Record<string, Json>>;
}
