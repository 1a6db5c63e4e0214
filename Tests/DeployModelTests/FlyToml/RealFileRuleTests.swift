import Testing

@testable import DeployModel

/// Every rule on real files, beside what flyctl says of them.
@Suite struct RealFileRuleTests {
  /// The files that flyctl calls valid and that have a fault all the same, each with its reason.
  private static let faulty: [String: [Rule.Code]] = [
    // '256Mi' is no size: flyctl finds it only when it makes the machine.
    "wild/Aeonia-ai__gaia__fly.nats.dev.toml": ["FC909"],
    // Two performance cpus have 4 GB at least.
    "wild/Aeonia-ai__gaia__fly.prod.toml": ["FC962"],
    // The volumes of [[vm.mounts]] are never mounted.
    "wild/ThreeHats__foundryvtt-rest-api-relay.toml": ["FC960"],
    "wild/ThreeHats__foundryvtt-rest-api-relay__fly.staging.toml": ["FC960"],
    // An underscore in the application's name, which Fly.io refuses.
    "wild/Victoria91__surface-error__fly.staging.toml": ["FC921"],
    // Machines with a GPU are no longer offered.
    "wild/fly-apps__vllm-demo.toml": ["FC912"],
    // No internal_port: flyctl sends none, and what listens where is left to luck.
    "wild/forge42dev__supabase-realtime__fly.production.toml": ["FC930"],
    "wild/forge42dev__supabase-realtime__fly.staging.toml": ["FC930"],
  ]

  private func errors(in verdict: FlyVerdict) -> [Finding] {
    FlyTomlFile(named: verdict.name, verdict.text).validate().filter {
      $0.rule.severity == .error
    }
  }

  @Test func whatFlyctlCallsValidHasNoErrorButThoseKnown() {
    for verdict in FlyVerdict.all where verdict.isValid && verdict.name.hasPrefix("wild/") {
      let found = errors(in: verdict)
      #expect(
        Set(found.map(\.rule.code)) == Set(Self.faulty[verdict.name] ?? []),
        "\(verdict.name): \(found.map(\.message))")
    }
  }

  @Test func whatFlyctlRefusesHasAnError() {
    for verdict in FlyVerdict.all where !verdict.isValid {
      #expect(!errors(in: verdict).isEmpty, "\(verdict.name)")
    }
  }
}
