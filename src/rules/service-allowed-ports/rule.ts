import { defineRule, field, type PortRange, portInRanges, violation } from "gatewright";

export interface Parameters {
  /**
   * Ports that a Service may listen on: single ones and ranges, as text. `-1` stands for no port at all.
   * @example ["443", "8000-8099"]
   */
  allowedServicePortsList: PortRange[];
}

export default defineRule<Parameters>()({
  name: "service-allowed-ports",
  kind: "GatewrightServiceAllowedPorts",
  on: ["v1/Service"],
  title: {
    en: "Services should listen on allowed ports only",
    ja: "サービスは許可されたポートでのみリッスンする必要がある",
  },
  description: {
    en: "Every open port is a way in. A Service may listen (`spec.ports[].port`) on the listed ports only; target and node ports do not count. The `kubernetes` Service of the namespace `default` is the API server's own and passes.",
    ja: "開いているポートはすべて侵入経路になり得ます。サービスがリッスンできる (`spec.ports[].port`) のは一覧にあるポートだけです。targetPort と nodePort は対象外です。名前空間 `default` の `kubernetes` サービスは API サーバー自身のものなので対象外です。",
  },
  securityControl: { en: "Restrict unauthorized network access", ja: "承認されていないネットワーク アクセスの制限" },
  severity: "Medium",
  remediation: {
    en: "Let the Service listen on an allowed port, or add the port to `allowedServicePortsList` in the assignment.",
    ja: "許可されたポートでリッスンするようにサービスを変更するか、割り当ての `allowedServicePortsList` にポートを追加します。",
  },
  link: "https://kubernetes.io/docs/concepts/services-networking/service/",
  *check({ object: service, parameters }) {
    const namespace = service.metadata?.namespace ?? "default";
    const isApiServer = namespace === "default" && service.metadata?.name === "kubernetes";
    if (isApiServer) return;
    for (const port of service.spec?.ports ?? []) {
      if (portInRanges(port.port, parameters.allowedServicePortsList)) continue;
      const allowed = list(parameters.allowedServicePortsList.filter((range) => range !== "-1"));
      yield violation(`Service ${service.metadata?.name ?? ""} listens on port ${port.port}; allowed: ${allowed}`, {
        field: field(port, "port"),
        found: port.port,
        allowed: parameters.allowedServicePortsList,
      });
    }
  },
});

function list(ranges: readonly string[]): string {
  return ranges.length > 0 ? ranges.join(", ") : "none";
}
