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
  const program = ts.createProgram(files, options, createHost());
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

/** Where ts-morph, which carries TypeScript's own declarations in its memory, has them. */
const libraryFolder = "/node_modules/typescript/lib";

/**
 * The files of the disk, and TypeScript's own declarations from ts-morph. (A program of ts-morph's own would wrap every file and
 * read every comment, which takes a quarter of the time again.)
 */
function createHost(): ts.CompilerHost {
  const disk = ts.createCompilerHost(options);
  const library = new Project({
    compilerOptions: options,
    skipAddingFilesFromTsConfig: true,
  }).getModuleResolutionHost();
  const hostOf = (file: string): ts.ModuleResolutionHost => (file.startsWith(libraryFolder) ? library : disk);
  const readFile = (file: string): string | undefined => hostOf(file).readFile(file);
  return {
    ...disk,
    readFile,
    fileExists: (file) => hostOf(file).fileExists(file),
    getDefaultLibLocation: () => libraryFolder,
    getDefaultLibFileName: (given) => `${libraryFolder}/${ts.getDefaultLibFileName(given)}`,
    getSourceFile: (file, given) => {
      const text = readFile(file);
      // The checker sets the parents of nodes as it binds their names.
      return text === undefined ? undefined : ts.createSourceFile(file, text, parsing(file, given));
    },
  };
}

/** Comments are of use where parameters may be declared, which become their descriptions. */
function parsing(file: string, given: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.CreateSourceFileOptions {
  const isBare = file.startsWith(libraryFolder) || file.includes("/node_modules/kubernetes-types/");
  const jsDocParsingMode = isBare ? ts.JSDocParsingMode.ParseNone : ts.JSDocParsingMode.ParseAll;
  return { ...(typeof given === "object" ? given : { languageVersion: given }), jsDocParsingMode };
}

/** The folder of the module that `gatewright` resolves to: from source in this repository, from dist elsewhere. */
function authoringFolder(program: ts.Program): string | undefined {
  const entry = program.getSourceFiles().find((file) => /\/authoring\/gatewright\.(d\.)?ts$/.test(file.fileName));
  return entry?.fileName.replace(/[^/]+$/, "");
}
