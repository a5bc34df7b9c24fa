import { afterAll, expect, it } from "vitest";
import { yamlText } from "../../src/manifest/yaml-text.js";
import { startOpa } from "../../src/opa/opa.js";
import { randomTexts, traps } from "./yaml-traps.js";

const opa = startOpa();
afterAll(() => opa.close());

/** OPA's `yaml.unmarshal` is sigs.k8s.io/yaml, which is what kubectl, gator and the API server read manifests with. */
it("is read by Kubernetes' own YAML library as what was printed", async () => {
  const values = [...traps, ...randomTexts(500)].map((text) => ({
    value: text,
    [`k${text}`]: [text, [text]],
    [text]: 1,
  }));
  const outcome = await opa.evaluate({
    modules: { "p.rego": "package p\n\nread := yaml.unmarshal(input)\n" },
    regoVersion: "v1",
    query: "data.p.read",
    inputs: values.map((value) => yamlText(value)),
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  for (const [index, value] of values.entries()) expect(outcome.value[index], yamlText(value)).toEqual(value);
});
