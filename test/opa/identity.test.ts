import { expect, test } from "vitest";
import { opaIdentity } from "../../src/opa/identity.js";
import { expectValue, runningOpa } from "./running-opa.js";

const opa = runningOpa();

test("opa.json says what the module says of itself", async () => {
  expect(opaIdentity()).toMatchObject(expectValue(await opa.version()));
});

test("the digest is a SHA-256 in hexadecimal", () => {
  expect(opaIdentity().digest).toMatch(/^[0-9a-f]{64}$/);
});
