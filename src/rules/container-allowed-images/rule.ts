import { containers, defineRule, field, isExcluded, type Regex, violation } from "gatewright";

export interface Parameters {
  /**
   * An RE2 regular expression that every image must match. It is searched for anywhere in the image: begin it with `^`.
   * @example "^registry\\.example\\.com/.+$"
   */
  allowedContainerImagesRegex: Regex;
  /** Names of containers that this rule does not look at. */
  excludedContainers?: string[];
}

export default defineRule<Parameters>()({
  name: "container-allowed-images",
  kind: "GatewrightAllowedImages",
  on: ["v1/Pod"],
  title: {
    en: "Container images should be deployed from trusted registries only",
    ja: "コンテナー イメージは信頼されたレジストリからのみデプロイする必要がある",
  },
  description: {
    en: "An image from an unknown registry may carry known vulnerabilities, or malicious code. The image of every container, init and ephemeral ones included, must match a regular expression, compared as it is written: `redis:latest` is not `docker.io/library/redis:latest`.",
    ja: "未知のレジストリのイメージには、既知の脆弱性や悪意のあるコードが含まれている可能性があります。init コンテナーとエフェメラル コンテナーを含むすべてのコンテナーのイメージは、正規表現に一致する必要があります。イメージは書かれたとおりに比較されます (`redis:latest` は `docker.io/library/redis:latest` とは異なります)。",
  },
  securityControl: { en: "Remediate vulnerabilities", ja: "脆弱性の修復" },
  severity: "High",
  remediation: {
    en: "Deploy the image from a registry that the expression allows, or extend `allowedContainerImagesRegex` in the assignment.",
    ja: "正規表現で許可されたレジストリからイメージをデプロイするか、割り当ての `allowedContainerImagesRegex` を広げます。",
  },
  link: "https://kubernetes.io/docs/concepts/containers/images/",
  defaults: { excludedContainers: [] },
  *check({ object: pod, parameters }) {
    const allowed = new RegExp(parameters.allowedContainerImagesRegex);
    for (const container of containers(pod)) {
      if (isExcluded(container, parameters)) continue;
      const image = container.image ?? "";
      if (allowed.test(image)) continue;
      const shown = image === "" ? "no image" : `image ${image}`;
      yield violation(
        `Container ${container.name} has ${shown}; allowed are images that match ${parameters.allowedContainerImagesRegex}`,
        {
          container,
          field: field(container, "image"),
          found: image,
          allowed: parameters.allowedContainerImagesRegex,
        },
      );
    }
  },
});
