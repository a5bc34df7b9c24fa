import { readText } from "../../src/resources/read-files.js";
import type { Resource } from "../../src/resources/resource.js";

/** The only object of a text. */
export function manifest(text: string, file = "manifest.yaml"): Resource {
  const { resources, diagnostics } = readText(file, new TextEncoder().encode(text));
  const [resource] = resources;
  if (resource === undefined || resources.length > 1) throw new Error(`not one object: ${JSON.stringify(diagnostics)}`);
  return resource;
}
