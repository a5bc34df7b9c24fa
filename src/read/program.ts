import { Project, ts } from "ts-morph";

/**
 * Rules are always read under these options, whatever the user's tsconfig.json says: the meaning of a rule rests on
 * strict types, and the output must not depend on an editor's settings.
 */
const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/** A TypeScript program over rule modules, and what is known of where things come from. */
export interface RuleProgram {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** Absolute path of the project; diagnostics name files relative to it. */
  readonly root: string;
  /** Whether a declaration is part of what `gatewright` exports to authors. */
  readonly isAuthoring: (declaration: ts.Node) => boolean;
  /** Whether a file belongs to the user's own rule package. */
  readonly isOwn: (file: ts.SourceFile) => boolean;
}

export function createProgram(root: string, files: readonly string[]): RuleProgram {
  const project = new Project({ compilerOptions: options, skipAddingFilesFromTsConfig: true });
  project.addSourceFilesAtPaths([...files]);
  project.resolveSourceFileDependencies();
  const program = project.getProgram().compilerObject;
  const authoring = authoringFolder(program);
  return {
    program,
    checker: program.getTypeChecker(),
    root,
    isAuthoring: (node) => authoring !== undefined && node.getSourceFile().fileName.startsWith(authoring),
    isOwn: (file) =>
      !file.isDeclarationFile &&
      !file.fileName.includes("/node_modules/") &&
      !(authoring && file.fileName.startsWith(authoring)),
  };
}

/** The folder of the module that `gatewright` resolves to: from source in this repository, from dist elsewhere. */
function authoringFolder(program: ts.Program): string | undefined {
  const entry = program.getSourceFiles().find((file) => /\/authoring\/gatewright\.(d\.)?ts$/.test(file.fileName));
  return entry?.fileName.replace(/[^/]+$/, "");
}
