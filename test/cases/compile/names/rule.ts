import { defineRule, field as fieldOf, violation as report } from "../../../../src/authoring/gatewright.js";
import { text, things } from "../thing.js";

export interface Parameters {
  /** camelCase clashes with snake_case. */
  fooBar?: string;
  foo_bar?: string;
  text?: string;
  input?: string;
}

export default defineRule<Parameters>()({
  name: "names",
  kind: "CaseNames",
  on: [things],
  title: text,
  description: text,
  securityControl: text,
  severity: "Low",
  remediation: text,
  defaults: { fooBar: "fooBar", foo_bar: "foo_bar", text: "text" },
  *check({ object: input, parameters }) {
    const at = fieldOf(input, "spec");
    const spec = input.spec;
    const as = spec?.tags?.includes("a") === true ? "as yes" : "as no";
    const contains = spec?.tags?.includes("b") === true ? "contains yes" : "contains no";
    const data = spec?.tags?.includes("c") === true ? "data yes" : "data no";
    const default_ = spec?.tags?.includes("a") === true ? "default_ yes" : "default_ no";
    const else_ = spec?.tags?.includes("b") === true ? "else_ yes" : "else_ no";
    const every = spec?.tags?.includes("c") === true ? "every yes" : "every no";
    const false_ = spec?.tags?.includes("a") === true ? "false_ yes" : "false_ no";
    const if_ = spec?.tags?.includes("b") === true ? "if_ yes" : "if_ no";
    const import_ = spec?.tags?.includes("c") === true ? "import_ yes" : "import_ no";
    const in_ = spec?.tags?.includes("a") === true ? "in_ yes" : "in_ no";
    const not = spec?.tags?.includes("b") === true ? "not yes" : "not no";
    const package_ = spec?.tags?.includes("c") === true ? "package_ yes" : "package_ no";
    const set = spec?.tags?.includes("a") === true ? "set yes" : "set no";
    const some = spec?.tags?.includes("b") === true ? "some yes" : "some no";
    const true_ = spec?.tags?.includes("c") === true ? "true_ yes" : "true_ no";
    const with_ = spec?.tags?.includes("a") === true ? "with_ yes" : "with_ no";
    const details = spec?.tags?.includes("b") === true ? "details yes" : "details no";
    const msg = spec?.tags?.includes("c") === true ? "msg yes" : "msg no";
    const violation = spec?.tags?.includes("a") === true ? "violation yes" : "violation no";
    const abs = spec?.tags?.includes("b") === true ? "abs yes" : "abs no";
    const all = spec?.tags?.includes("c") === true ? "all yes" : "all no";
    const and = spec?.tags?.includes("a") === true ? "and yes" : "and no";
    const any = spec?.tags?.includes("b") === true ? "any yes" : "any no";
    const array = spec?.tags?.includes("c") === true ? "array yes" : "array no";
    const assign = spec?.tags?.includes("a") === true ? "assign yes" : "assign no";
    const base64 = spec?.tags?.includes("b") === true ? "base64 yes" : "base64 no";
    const bits = spec?.tags?.includes("c") === true ? "bits yes" : "bits no";
    const castArray = spec?.tags?.includes("a") === true ? "castArray yes" : "castArray no";
    const ceil = spec?.tags?.includes("b") === true ? "ceil yes" : "ceil no";
    const concat = spec?.tags?.includes("c") === true ? "concat yes" : "concat no";
    const count = spec?.tags?.includes("a") === true ? "count yes" : "count no";
    const crypto = spec?.tags?.includes("b") === true ? "crypto yes" : "crypto no";
    const div = spec?.tags?.includes("c") === true ? "div yes" : "div no";
    const endswith = spec?.tags?.includes("a") === true ? "endswith yes" : "endswith no";
    const eq = spec?.tags?.includes("b") === true ? "eq yes" : "eq no";
    const equal = spec?.tags?.includes("c") === true ? "equal yes" : "equal no";
    const floor = spec?.tags?.includes("a") === true ? "floor yes" : "floor no";
    const formatInt = spec?.tags?.includes("b") === true ? "formatInt yes" : "formatInt no";
    const glob = spec?.tags?.includes("c") === true ? "glob yes" : "glob no";
    const graph = spec?.tags?.includes("a") === true ? "graph yes" : "graph no";
    const graphql = spec?.tags?.includes("b") === true ? "graphql yes" : "graphql no";
    const gt = spec?.tags?.includes("c") === true ? "gt yes" : "gt no";
    const gte = spec?.tags?.includes("a") === true ? "gte yes" : "gte no";
    const hex = spec?.tags?.includes("b") === true ? "hex yes" : "hex no";
    const http = spec?.tags?.includes("c") === true ? "http yes" : "http no";
    const indexof = spec?.tags?.includes("a") === true ? "indexof yes" : "indexof no";
    const internal = spec?.tags?.includes("b") === true ? "internal yes" : "internal no";
    const intersection = spec?.tags?.includes("c") === true ? "intersection yes" : "intersection no";
    const io = spec?.tags?.includes("a") === true ? "io yes" : "io no";
    const isArray = spec?.tags?.includes("b") === true ? "isArray yes" : "isArray no";
    const isString = spec?.tags?.includes("c") === true ? "isString yes" : "isString no";
    const json = spec?.tags?.includes("a") === true ? "json yes" : "json no";
    const lower = spec?.tags?.includes("b") === true ? "lower yes" : "lower no";
    const lt = spec?.tags?.includes("c") === true ? "lt yes" : "lt no";
    const lte = spec?.tags?.includes("a") === true ? "lte yes" : "lte no";
    const max = spec?.tags?.includes("b") === true ? "max yes" : "max no";
    const min = spec?.tags?.includes("c") === true ? "min yes" : "min no";
    const minus = spec?.tags?.includes("a") === true ? "minus yes" : "minus no";
    const mul = spec?.tags?.includes("b") === true ? "mul yes" : "mul no";
    const neq = spec?.tags?.includes("c") === true ? "neq yes" : "neq no";
    const net = spec?.tags?.includes("a") === true ? "net yes" : "net no";
    const numbers = spec?.tags?.includes("b") === true ? "numbers yes" : "numbers no";
    const object_ = spec?.tags?.includes("c") === true ? "object_ yes" : "object_ no";
    const opa = spec?.tags?.includes("a") === true ? "opa yes" : "opa no";
    const or = spec?.tags?.includes("b") === true ? "or yes" : "or no";
    const plus = spec?.tags?.includes("c") === true ? "plus yes" : "plus no";
    const print = spec?.tags?.includes("a") === true ? "print yes" : "print no";
    const product = spec?.tags?.includes("b") === true ? "product yes" : "product no";
    const providers = spec?.tags?.includes("c") === true ? "providers yes" : "providers no";
    const rand = spec?.tags?.includes("a") === true ? "rand yes" : "rand no";
    const reMatch = spec?.tags?.includes("b") === true ? "reMatch yes" : "reMatch no";
    const regex = spec?.tags?.includes("c") === true ? "regex yes" : "regex no";
    const rego = spec?.tags?.includes("a") === true ? "rego yes" : "rego no";
    const rem = spec?.tags?.includes("b") === true ? "rem yes" : "rem no";
    const replace = spec?.tags?.includes("c") === true ? "replace yes" : "replace no";
    const round = spec?.tags?.includes("a") === true ? "round yes" : "round no";
    const semver = spec?.tags?.includes("b") === true ? "semver yes" : "semver no";
    const setDiff = spec?.tags?.includes("c") === true ? "setDiff yes" : "setDiff no";
    const sort = spec?.tags?.includes("a") === true ? "sort yes" : "sort no";
    const split = spec?.tags?.includes("b") === true ? "split yes" : "split no";
    const sprintf = spec?.tags?.includes("c") === true ? "sprintf yes" : "sprintf no";
    const startswith = spec?.tags?.includes("a") === true ? "startswith yes" : "startswith no";
    const strings = spec?.tags?.includes("b") === true ? "strings yes" : "strings no";
    const substring = spec?.tags?.includes("c") === true ? "substring yes" : "substring no";
    const sum = spec?.tags?.includes("a") === true ? "sum yes" : "sum no";
    const time = spec?.tags?.includes("b") === true ? "time yes" : "time no";
    const toNumber = spec?.tags?.includes("c") === true ? "toNumber yes" : "toNumber no";
    const trace = spec?.tags?.includes("a") === true ? "trace yes" : "trace no";
    const trim = spec?.tags?.includes("b") === true ? "trim yes" : "trim no";
    const trimLeft = spec?.tags?.includes("c") === true ? "trimLeft yes" : "trimLeft no";
    const trimPrefix = spec?.tags?.includes("a") === true ? "trimPrefix yes" : "trimPrefix no";
    const typeName = spec?.tags?.includes("b") === true ? "typeName yes" : "typeName no";
    const union = spec?.tags?.includes("c") === true ? "union yes" : "union no";
    const units = spec?.tags?.includes("a") === true ? "units yes" : "units no";
    const upper = spec?.tags?.includes("b") === true ? "upper yes" : "upper no";
    const urlquery = spec?.tags?.includes("c") === true ? "urlquery yes" : "urlquery no";
    const uuid = spec?.tags?.includes("a") === true ? "uuid yes" : "uuid no";
    const walk = spec?.tags?.includes("b") === true ? "walk yes" : "walk no";
    const yaml = spec?.tags?.includes("c") === true ? "yaml yes" : "yaml no";
    const fields = spec?.tags?.includes("a") === true ? "fields yes" : "fields no";
    const containers = spec?.tags?.includes("b") === true ? "containers yes" : "containers no";
    const exclusions = spec?.tags?.includes("c") === true ? "exclusions yes" : "exclusions no";
    const images = spec?.tags?.includes("a") === true ? "images yes" : "images no";
    const integers = spec?.tags?.includes("b") === true ? "integers yes" : "integers no";
    const pods = spec?.tags?.includes("c") === true ? "pods yes" : "pods no";
    const ports = spec?.tags?.includes("a") === true ? "ports yes" : "ports no";
    const quantity = spec?.tags?.includes("b") === true ? "quantity yes" : "quantity no";
    const text = spec?.tags?.includes("c") === true ? "text yes" : "text no";
    const notConfigured = spec?.tags?.includes("a") === true ? "notConfigured yes" : "notConfigured no";
    const lib = spec?.tags?.includes("b") === true ? "lib yes" : "lib no";
    const gatewright = spec?.tags?.includes("c") === true ? "gatewright yes" : "gatewright no";
    const i = spec?.tags?.includes("a") === true ? "i yes" : "i no";
    const j = spec?.tags?.includes("b") === true ? "j yes" : "j no";
    const k = spec?.tags?.includes("c") === true ? "k yes" : "k no";
    const index = spec?.tags?.includes("a") === true ? "index yes" : "index no";
    const value = spec?.tags?.includes("b") === true ? "value yes" : "value no";
    const applies = spec?.tags?.includes("c") === true ? "applies yes" : "applies no";
    const counterexample = spec?.tags?.includes("a") === true ? "counterexample yes" : "counterexample no";
    const list = spec?.tags?.includes("b") === true ? "list yes" : "list no";
    const fooBar = spec?.tags?.includes("c") === true ? "fooBar yes" : "fooBar no";
    const foo_bar = spec?.tags?.includes("a") === true ? "foo_bar yes" : "foo_bar no";
    const FooBar = spec?.tags?.includes("b") === true ? "FooBar yes" : "FooBar no";
    const $x = spec?.tags?.includes("c") === true ? "$x yes" : "$x no";
    const _ = spec?.tags?.includes("a") === true ? "_ yes" : "_ no";
    const __ = spec?.tags?.includes("b") === true ? "__ yes" : "__ no";
    const 名前 = spec?.tags?.includes("c") === true ? "名前 yes" : "名前 no";
    const été = spec?.tags?.includes("a") === true ? "été yes" : "été no";
    const constructor = spec?.tags?.includes("b") === true ? "constructor yes" : "constructor no";
    const prototype = spec?.tags?.includes("c") === true ? "prototype yes" : "prototype no";
    const undefined_ = spec?.tags?.includes("a") === true ? "undefined_ yes" : "undefined_ no";
    const null_ = spec?.tags?.includes("b") === true ? "null_ yes" : "null_ no";
    const names_2 = spec?.tags?.includes("c") === true ? "names_2 yes" : "names_2 no";
    const names = spec?.tags?.includes("a") === true ? "names yes" : "names no";
    yield report(`${as} ${contains} ${data} ${default_} ${else_} ${every} ${false_} ${if_} ${import_} ${in_} ${not} ${package_}`, { field: at, found: [parameters.text, parameters.fooBar, parameters.foo_bar, parameters.input ?? ""] });
    yield report(`${set} ${some} ${true_} ${with_} ${details} ${msg} ${violation} ${abs} ${all} ${and} ${any} ${array}`, { field: at, found: [parameters.text, parameters.fooBar, parameters.foo_bar, parameters.input ?? ""] });
    yield report(`${assign} ${base64} ${bits} ${castArray} ${ceil} ${concat} ${count} ${crypto} ${div} ${endswith} ${eq} ${equal}`, { field: at, found: [parameters.text, parameters.fooBar, parameters.foo_bar, parameters.input ?? ""] });
    yield report(`${floor} ${formatInt} ${glob} ${graph} ${graphql} ${gt} ${gte} ${hex} ${http} ${indexof} ${internal} ${intersection}`, { field: at, found: [parameters.text, parameters.fooBar, parameters.foo_bar, parameters.input ?? ""] });
    yield report(`${io} ${isArray} ${isString} ${json} ${lower} ${lt} ${lte} ${max} ${min} ${minus} ${mul} ${neq}`, { field: at, found: [parameters.text, parameters.fooBar, parameters.foo_bar, parameters.input ?? ""] });
    yield report(`${net} ${numbers} ${object_} ${opa} ${or} ${plus} ${print} ${product} ${providers} ${rand} ${reMatch} ${regex}`, { field: at, found: [parameters.text, parameters.fooBar, parameters.foo_bar, parameters.input ?? ""] });
    yield report(`${rego} ${rem} ${replace} ${round} ${semver} ${setDiff} ${sort} ${split} ${sprintf} ${startswith} ${strings} ${substring}`, { field: at, found: [parameters.text, parameters.fooBar, parameters.foo_bar, parameters.input ?? ""] });
    yield report(`${sum} ${time} ${toNumber} ${trace} ${trim} ${trimLeft} ${trimPrefix} ${typeName} ${union} ${units} ${upper} ${urlquery}`, { field: at, found: [parameters.text, parameters.fooBar, parameters.foo_bar, parameters.input ?? ""] });
    yield report(`${uuid} ${walk} ${yaml} ${fields} ${containers} ${exclusions} ${images} ${integers} ${pods} ${ports} ${quantity} ${text}`, { field: at, found: [parameters.text, parameters.fooBar, parameters.foo_bar, parameters.input ?? ""] });
    yield report(`${notConfigured} ${lib} ${gatewright} ${i} ${j} ${k} ${index} ${value} ${applies} ${counterexample} ${list} ${fooBar}`, { field: at, found: [parameters.text, parameters.fooBar, parameters.foo_bar, parameters.input ?? ""] });
    yield report(`${foo_bar} ${FooBar} ${$x} ${_} ${__} ${名前} ${été} ${constructor} ${prototype} ${undefined_} ${null_} ${names_2}`, { field: at, found: [parameters.text, parameters.fooBar, parameters.foo_bar, parameters.input ?? ""] });
    yield report(`${names}`, { field: at, found: [parameters.text, parameters.fooBar, parameters.foo_bar, parameters.input ?? ""] });
  },
});
