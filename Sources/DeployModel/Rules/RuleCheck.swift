package import Documents

/// How a rule looks at a project.
package struct RuleCheck: Sendable {
  /// Kinds of mistakes that the reader of documents finds for the rule.
  package var readingKinds: [Diagnostic.Kind] = []
  /// Kinds of faults that verifying the vault finds for the rule.
  package var vaultFaults: [VaultFault.Kind] = []
  /// Kinds of notices that verifying the vault has for the rule.
  package var vaultNotices: [VaultNotice.Kind] = []
  /// Whether only `flyconf check` looks: it knows more than what stands in the project's files.
  package var isOfGate = false
  /// Kinds of notices that only this machine can have of a vault.
  package var gateNotices: [VaultNotice.Kind] = []
  /// Kinds of leaks that a scan of files finds for the rule.
  package var leakKinds: [Leak.Kind] = []
  /// Kinds of mistakes that the reader of fly.toml finds for the rule.
  package var flyTomlKinds: [Diagnostic.Kind] = []
  /// What the rule asks of each entry of a list by itself.
  package var entryChecks: [EntryCheck] = []
  /// What the rule asks of the project as a whole.
  package var run: @Sendable (Project, Timestamp) -> [RuleFinding] = { _, _ in [] }
  /// What the rule asks of a fly.toml.
  package var flyToml: (@Sendable (FlyConfiguration, inout FlyTomlReport) -> Void)?

  /// The rule reports what was found while documents were read.
  package static func reading(_ kinds: Diagnostic.Kind...) -> Self { Self(readingKinds: kinds) }

  /// The rule reports what someone not entitled to it has changed in the vault or in what it
  /// guards.
  package static func vault(_ kind: VaultFault.Kind) -> Self { Self(vaultFaults: [kind]) }

  /// The rule reports what should be known about the vault.
  package static func vault(_ kind: VaultNotice.Kind) -> Self { Self(vaultNotices: [kind]) }

  /// The rule reports secrets that a scan of files finds in the open.
  package static func leak(_ kind: Leak.Kind) -> Self { Self(isOfGate: true, leakKinds: [kind]) }

  /// The rule reports what a step of `flyconf check` finds outside the project's files.
  package static let gate = Self(isOfGate: true)

  /// The rule reports, in `flyconf check`, what only this machine knows of the vault.
  package static func gate(_ kind: VaultNotice.Kind) -> Self {
    Self(isOfGate: true, gateNotices: [kind])
  }

  /// The rule looks at the project where it is about to be deployed, and not before.
  package static func gate(_ check: RuleCheck) -> Self {
    var check = check
    check.isOfGate = true
    return check
  }

  /// The rule reports what was found while a fly.toml was read.
  package static func readingFlyToml(_ kinds: Diagnostic.Kind...) -> Self {
    Self(flyTomlKinds: kinds)
  }

  /// The rule looks at a fly.toml as flyctl understands it.
  package static func flyToml(
    _ check: @escaping @Sendable (FlyConfiguration, inout FlyTomlReport) -> Void
  ) -> Self { Self(flyToml: check) }

  /// The rule looks at a fly.toml in two ways.
  package static func flyToml(
    reading kinds: Diagnostic.Kind...,
    and check: @escaping @Sendable (FlyConfiguration, inout FlyTomlReport) -> Void
  ) -> Self { Self(flyTomlKinds: kinds, flyToml: check) }

  /// The rule looks at each entry of a list by itself.
  ///
  /// A check that throws leaves the entry: a field it needs could not be read, or is malformed
  /// in a way that another rule reports.
  package static func each<E: ProjectEntity>(
    _ entities: any KeyPath<Project, Readable<[E]>> & Sendable, of file: ProjectFile,
    _ check: @escaping @Sendable (E, inout Report<E>) throws -> Void
  ) -> Self {
    Self(entryChecks: [EntryCheck(entities, of: file, check)])
  }

  /// The rule compares the entries of a list with one another.
  package static func all<E: ProjectEntity>(
    _ entities: any KeyPath<Project, Readable<[E]>> & Sendable, of file: ProjectFile,
    _ check: @escaping @Sendable ([E], inout Report<E>) throws -> Void
  ) -> Self {
    Self { project, now in
      var report = Report<E>(file: file, project: project, now: now)
      if let entities = project[keyPath: entities].value { try? check(entities, &report) }
      return report.findings
    }
  }

  /// The rule looks at entities of several kinds.
  package static func together(_ checks: RuleCheck...) -> Self {
    Self(entryChecks: checks.flatMap(\.entryChecks)) { project, now in
      checks.flatMap { $0.run(project, now) }
    }
  }

  /// The rule looks at an entity that has a file of its own, as it is in each environment.
  package static func inEachEnvironment<E: ProjectEntity>(
    _ entity: any KeyPath<Project, Readable<PerEnvironment<E>?>> & Sendable,
    of file: ProjectFile,
    _ check: @escaping @Sendable (E, inout Report<E>) throws -> Void
  ) -> Self {
    Self { project, now in
      guard let entities = project[keyPath: entity].value ?? nil else { return [] }
      var report = Report<E>(file: file, project: project, now: now)
      for environment in EnvironmentName.allCases {
        report.environment = environment
        try? check(entities[environment], &report)
      }
      return report.findings
    }
  }
}

extension RuleCheck {
  package static func eachVariable(
    _ check:
      @escaping @Sendable (
        EnvironmentVariable, inout Report<EnvironmentVariable>
      ) throws -> Void
  ) -> Self { each(\.variables, of: .variables, check) }

  package static func eachCredential(
    _ check: @escaping @Sendable (CredentialManager, inout Report<CredentialManager>) throws -> Void
  ) -> Self { each(\.credentials, of: .credentials, check) }

  package static func eachHealthCheck(
    _ check: @escaping @Sendable (HealthCheck, inout Report<HealthCheck>) throws -> Void
  ) -> Self { each(\.healthChecks, of: .healthChecks, check) }

  package static func eachDeployment(
    _ check: @escaping @Sendable (DeploymentLog, inout Report<DeploymentLog>) throws -> Void
  ) -> Self { each(\.deployments, of: .deployments, check) }

  package static func configuration(
    _ check:
      @escaping @Sendable (
        DeploymentConfiguration, inout Report<DeploymentConfiguration>
      ) throws -> Void
  ) -> Self { inEachEnvironment(\.deployment, of: .deployment, check) }

  package static func resources(
    _ check:
      @escaping @Sendable (
        ResourceAllocation, inout Report<ResourceAllocation>
      ) throws -> Void
  ) -> Self { inEachEnvironment(\.resources, of: .resources, check) }

  package static func certificate(
    _ check: @escaping @Sendable (SSLCertificate, inout Report<SSLCertificate>) throws -> Void
  ) -> Self { inEachEnvironment(\.certificate, of: .certificate, check) }
}
