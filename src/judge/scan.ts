import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import { type ReadEnvironment, readResources } from "../resources/read-files.js";
import { readAssignmentFolder } from "./assignment-folder.js";
import { digestProblem, readBundleFolder } from "./bundle-folder.js";
import type { Finding } from "./finding.js";
import { judgeSubject, prepareJudge } from "./judge.js";
import { loadPolicy } from "./policy.js";
import { readRuleTexts } from "./rule-index.js";
import { subjectsOf } from "./subject.js";
import { type Judged, type RuleSummary, summarize } from "./summary.js";

export interface ScanRequest extends ReadEnvironment {
  /** Files, folders, "-" for standard input. */
  readonly paths: readonly string[];
  /** A folder that `gatewright build` wrote. */
  readonly bundle: string;
  /** Without one: the bundle's only assignment, or asc-default. */
  readonly assignment: string | undefined;
  /** For objects that name none. */
  readonly namespace: string;
}

export interface ScanResult {
  readonly bundle: string;
  readonly assignment: string;
  /** How many objects were read. */
  readonly objects: number;
  readonly rules: readonly RuleSummary[];
  /** In the order of the input; of one object, by constraint and message. */
  readonly findings: readonly Finding[];
  /** What could not be read. With an error among them that concerns the bundle, nothing was judged. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Judges manifests by a compiled bundle, as its cluster's Gatekeeper would, and workloads by the pods they create. */
export function scan(request: ScanRequest): ScanResult {
  const { bundle: folder, cwd } = request;
  const nothing = { bundle: folder, objects: 0, rules: [], findings: [] };
  const bundle = readBundleFolder(folder, cwd);
  if ("code" in bundle) return { ...nothing, assignment: request.assignment ?? "", diagnostics: [bundle] };
  const assignment = readAssignmentFolder(folder, request.assignment, cwd);
  const empty = { ...nothing, assignment: assignment.name };
  const digest = digestProblem(bundle);
  const problems = [...(digest === undefined ? [] : [digest]), ...assignment.diagnostics];
  if (hasErrors(problems)) return { ...empty, diagnostics: problems };
  const input = readResources(request.paths, request);
  const { subjects, namespaces } = subjectsOf(input.resources, request.namespace);
  const judge = prepareJudge(loadPolicy(bundle.wasm), bundle.manifest, assignment.constraints);
  const judged = subjects.map((subject): Judged => {
    return { subject, judgement: judgeSubject(judge, subject, namespaces) };
  });
  return {
    ...empty,
    objects: input.resources.length,
    rules: summarize(bundle.manifest, assignment.constraints, readRuleTexts(folder, cwd), judged),
    findings: judged.flatMap(({ judgement }) => judgement.findings),
    diagnostics: [...problems, ...input.diagnostics],
  };
}

/** 2 when something could not be read, 1 when a finding would be refused. */
export function exitCodeOf({ findings, diagnostics }: ScanResult): 0 | 1 | 2 {
  if (hasErrors(diagnostics)) return 2;
  return findings.some(({ enforcementAction }) => enforcementAction === "deny") ? 1 : 0;
}
