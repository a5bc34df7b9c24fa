import { loadPolicy } from "@open-policy-agent/opa-wasm";
import { expect, test } from "vitest";
import { startOpa } from "../../src/opa/opa.js";
import { expectErrors, expectValue, runningOpa } from "./running-opa.js";

const opa = runningOpa();

const v1 = `package pods

violation contains {"msg": msg} if {
	some container in input.containers
	container.privileged
	msg := concat(" ", [container.name, "is privileged"])
}
`;

const v0 = `package pods

violation[{"msg": msg}] {
	container := input.containers[_]
	container.privileged
	msg := concat(" ", [container.name, "is privileged"])
}
`;

const entrypoints = ["pods/violation"];
const input = { containers: [{ name: "a", privileged: true }, { name: "b" }] };

async function judge(policy: Uint8Array, entrypoint: string): Promise<unknown> {
  const loaded = await loadPolicy(new Uint8Array(policy));
  return loaded.evaluate(input, entrypoint)[0].result;
}

test.each([
  ["v0", v0],
  ["v1", v1],
] as const)("a %s module compiles to WebAssembly that judges", async (regoVersion, source) => {
  const policy = expectValue(await opa.compile({ modules: { "pods.rego": source }, entrypoints, regoVersion }));
  expect(await judge(policy, "pods/violation")).toEqual([{ msg: "a is privileged" }]);
});

test("a module of either version in one policy", async () => {
  const modules = {
    "old.rego": v0,
    "new.rego": "package all\n\nnames contains v.msg if some v in data.pods.violation\n",
  };
  const moduleVersions = { "old.rego": "v0" } as const;
  const request = { modules, moduleVersions, regoVersion: "v1", entrypoints: ["all/names"] } as const;
  const policy = expectValue(await opa.compile(request));
  expect(await judge(policy, "all/names")).toEqual(["a is privileged"]);
});

test("equal requests give equal bytes, in another process and in whatever order the modules come", async () => {
  const other = { "other.rego": "package other\n\nn := count(input.containers)\n" };
  const forward = { modules: { "pods.rego": v1, ...other }, entrypoints, regoVersion: "v1" } as const;
  const backward = { ...forward, modules: { ...other, "pods.rego": v1 } };
  const first = expectValue(await opa.compile(forward));
  expect(expectValue(await opa.compile(forward))).toEqual(first);
  const second = startOpa();
  try {
    expect(expectValue(await second.compile(backward))).toEqual(first);
  } finally {
    await second.close();
  }
});

test("an entry point that is not there", async () => {
  const modules = { "pods.rego": v1 };
  for (const missing of [["pods/nothing"], []]) {
    const [error] = expectErrors(await opa.compile({ modules, entrypoints: missing, regoVersion: "v1" }));
    expect(error).toMatchObject({ code: "opa_error", message: expect.stringContaining("entrypoint") });
  }
});

test("a module that does not compile gives its errors instead of a policy", async () => {
  const modules = { "a.rego": "package a\n\np := q\n\nr := s\n" };
  const errors = expectErrors(await opa.compile({ modules, entrypoints: ["a/p"], regoVersion: "v1" }));
  expect(errors.map(({ row }) => row)).toEqual([3, 5]);
});
