/** What one folder of src may import, and why it may not import more. */
export interface Room {
  readonly rooms: readonly string[];
  /** Packages, and Node's own modules by their group: "node" is any of them. */
  readonly packages: readonly string[];
  readonly why: string;
}

/** The import rules of ARCHITECTURE.md. A room that is not here fails the test. */
export const rooms: Readonly<Record<string, Room>> = {
  authoring: {
    rooms: [],
    packages: ["kubernetes-types"],
    why: "a rule's author installs it into an editor: it must drag in nothing",
  },
  rules: { rooms: [], packages: ["gatewright"], why: "a rule that needs more is a gap in authoring" },
  diagnostics: { rooms: [], packages: [], why: "every stage speaks through it, so it knows none of them" },
  ir: { rooms: [], packages: [], why: "it stands between two languages and knows neither" },
  read: {
    rooms: ["diagnostics", "ir"],
    packages: ["ts-morph", "node"],
    why: "it turns files into syntax trees; what follows is for others",
  },
  schema: { rooms: ["diagnostics", "ir", "read"], packages: ["ts-morph"], why: "types in, a schema out: no emitter" },
  lower: { rooms: ["diagnostics", "ir", "read"], packages: ["ts-morph"], why: "TypeScript in, IR out: no emitter" },
  check: { rooms: ["diagnostics", "ir"], packages: ["node"], why: "it judges records, not syntax trees" },
  "emit-rego": { rooms: ["ir"], packages: [], why: "a second back end must be able to stand beside it" },
  fixtures: {
    rooms: ["diagnostics", "ir"],
    packages: ["yaml", "node"],
    why: "it reads what authors wrote about objects; what a rule makes of them is found out later",
  },
  assign: {
    rooms: ["diagnostics", "ir", "authoring"],
    packages: ["ajv", "yaml"],
    why: "parameters are checked against schemas, and quantities as rules read them; compiler and emitter stay out",
  },
  manifest: {
    rooms: ["ir", "assign", "fixtures", "emit-rego"],
    packages: ["handlebars", "yaml", "node"],
    why: "it plans files: the texts are made before, the disk is touched after",
  },
  write: { rooms: ["diagnostics", "ir", "manifest"], packages: ["node"], why: "it does not know what a policy is" },
  opa: { rooms: [], packages: ["node"], why: "a service to the rest, and nothing above it" },
  resources: {
    rooms: ["diagnostics"],
    packages: ["yaml", "node"],
    why: "objects as Kubernetes reads them, whatever is asked of them",
  },
  gatekeeper: {
    rooms: ["diagnostics", "resources"],
    packages: ["node"],
    why: "Gatekeeper's own semantics do not depend on how a policy is evaluated",
  },
  judge: {
    rooms: ["diagnostics", "gatekeeper", "resources"],
    packages: ["@open-policy-agent/opa-wasm", "node"],
    why: "judging never loads the compiler",
  },
  suite: {
    rooms: ["diagnostics", "gatekeeper", "judge", "opa", "resources"],
    packages: ["ajv", "node"],
    why: "it runs anybody's templates, so it must not know ours",
  },
  report: {
    rooms: ["diagnostics", "gatekeeper", "judge", "resources", "suite"],
    packages: ["picocolors"],
    why: "findings in, text out: no files, no console",
  },
  build: {
    rooms: ["assign", "diagnostics", "emit-rego", "fixtures", "ir", "manifest", "opa", "read", "write"],
    packages: ["node"],
    why: "the steps of the pipeline that touch the outside; the pipeline itself is src/build.ts",
  },
  cli: {
    rooms: ["build", "diagnostics", "judge", "opa", "report", "resources", "suite", "write", "gatekeeper"],
    packages: ["commander", "handlebars", "picocolors", "node"],
    why: "thin: arguments in, one call, an exit code",
  },
};

/** Packages that only these rooms may load: heavy ones, and those that decide what a room is. */
export const keepers: Readonly<Record<string, readonly string[]>> = {
  "ts-morph": ["read", "schema", "lower"],
  handlebars: ["manifest", "cli"],
  "@open-policy-agent/opa-wasm": ["judge"],
  commander: ["cli"],
};
