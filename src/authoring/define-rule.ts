import type { KubernetesResources } from "./kubernetes.js";
import type { Violation } from "./violation.js";

declare const resourceBrand: unique symbol;

/** The name of a custom resource, with the type of its objects. */
export type CustomResource<T extends object> = string & { readonly [resourceBrand]: T };

/** Names a resource that kubernetes-types does not know: `resource<Widget>("example.com/v1/Widget")`. */
export function resource<T extends object>(name: `${string}/${string}/${string}`): CustomResource<T> {
  // The brand exists in types alone.
  return name as unknown as CustomResource<T>;
}

/** What a rule looks at: "v1/Pod", "apps/v1/Deployment", or a custom `resource`. */
export type ResourceName = keyof KubernetesResources | CustomResource<object>;

type ObjectOf<Name> = Name extends keyof KubernetesResources
  ? KubernetesResources[Name]
  : Name extends CustomResource<infer T>
    ? T
    : never;

/** A text in English and Japanese. */
export interface Localized {
  readonly en: string;
  readonly ja: string;
}

type OptionalKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];
type Defaults<T> = { readonly [K in OptionalKeys<T>]?: Exclude<T[K], undefined> };
type NoOthers<D, T> = { readonly [K in Exclude<keyof D, OptionalKeys<T>>]: never };
/** The parameters as `check` sees them: what has a default is there. */
type Seen<T, D> = { readonly [K in keyof T as K extends keyof D ? K : never]-?: Exclude<T[K], undefined> } & {
  readonly [K in keyof T as K extends keyof D ? never : K]: T[K];
};

/** What `check` is given. `object` has the type that `on` says; several resources give a union. */
export interface CheckInput<Target, Parameters> {
  readonly object: Target;
  readonly parameters: Parameters;
}

export interface RuleDefinition<P extends object, On extends readonly ResourceName[], D> {
  /** Lower-case words joined by hyphens; unique in the rule package. */
  readonly name: string;
  /** Kind of the rule's constraints, in PascalCase; unique in the cluster. */
  readonly kind: string;
  /** What the rule looks at. Group and kind count; objects of other versions are judged too. */
  readonly on: On;
  readonly title: Localized;
  /** What the rule decides, and why. */
  readonly description: Localized;
  /** The group in which reports show the rule. */
  readonly securityControl: Localized;
  readonly severity: "Low" | "Medium" | "High";
  /** How to mend an object that violates the rule. */
  readonly remediation: Localized;
  /** A page that says more. */
  readonly link?: string;
  /** Values of optional parameters that are not set; `check` sees these as present. */
  readonly defaults?: D & Defaults<P> & NoOthers<D, P>;
  /** Yields a violation for each thing that is wrong with the object. */
  check(input: CheckInput<ObjectOf<On[number]>, Seen<P, D>>): Iterable<Violation>;
}

/** A rule as Node can run it; what was defined, unchanged. */
export interface Rule {
  readonly name: string;
  readonly kind: string;
  readonly on: readonly string[];
  readonly defaults?: object;
  check(input: CheckInput<object, object>): Iterable<Violation>;
}

/** A rule's parameters when it has none. */
export type NoParameters = Record<never, never>;

/**
 * Defines a rule: `export default defineRule<Parameters>()({ ... })`. The first call takes the type of the parameters,
 * the second infers the rest. A required member of `Parameters` must be set by the assignment; while it is not, the
 * rule is not configured and every object that it looks at is unhealthy.
 */
export function defineRule<P extends object = NoParameters>() {
  return <const On extends readonly ResourceName[], D extends object = NoParameters>(
    definition: RuleDefinition<P, On, D>,
  ): Rule => {
    // The definition takes narrower input than `Rule` promises; the caller judges only objects that `on` names.
    return definition as unknown as Rule;
  };
}
