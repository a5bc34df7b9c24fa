import type { JsonObject, Path } from "./json.js";
import type { SourceDocument } from "./source.js";

/** A Kubernetes object as the API server would read it, and where it is written. */
export interface Resource {
  readonly object: JsonObject;
  readonly source: SourceDocument;
  /** The object's place in its document: [] or, in a List, for example ["items", 3]. */
  readonly path: Path;
}
