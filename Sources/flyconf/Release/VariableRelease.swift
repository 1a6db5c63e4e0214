import CommandKit
import DeployModel

/// The variables of an environment on their way to another program.
///
/// First they are opened, then what is to be done with them is prepared as far as it can fail,
/// then a record of each is stored by `record`, and only then anything leaves the program.
struct VariableRelease {
  let opened: OpenedVariables
  private let vault: OpenVault
  private let layout: ProjectLayout
  private let context: Context

  /// Opens the variables.
  ///
  /// - Parameter isGrantedOnly: Whether those that the user may not open are left out, and named
  ///   on standard error.
  /// - Throws: `Failure` that names each variable that the user may not open, and its compartment.
  init(
    _ selection: VariableSelection, isGrantedOnly: Bool, _ session: borrowing VaultSession,
    in context: Context
  ) throws {
    self.context = context
    layout = session.layout
    vault = try session.unlock()
    opened = try OpenedVariables(selection, of: vault)
    try settle(opened.withheld, isGrantedOnly)
  }

  var variables: [OpenedVariable] { opened.variables }

  /// Refuses to go on without a value that a deployment needs.
  ///
  /// - Throws: `Failure` for each of them.
  func requireValues() throws {
    if let failure = Failure(all: opened.missing.map { .requiredValue($0) }) { throw failure }
  }

  /// Stores a record of each value that was opened; nothing may leave the program before.
  func record(_ action: ReadAction) throws {
    try ReadRecording(vault, layout, context).record(action, opened.sources)
  }

  private func settle(_ withheld: [WithheldVariable], _ isGrantedOnly: Bool) throws {
    guard !withheld.isEmpty else { return }
    guard isGrantedOnly else {
      var failures = withheld.map { Failure($0.refusal) }
      failures[0].help =
        (failures[0].help.map { $0 + ", or " } ?? "")
        + "leave out what you may not open with --granted"
      if let failure = Failure(all: failures) { throw failure }
      return
    }
    for variable in withheld {
      context.console.note(
        "note: '\(variable.key)' is left out, for you may not open '\(variable.compartment)'")
    }
  }
}

extension Failure {
  /// Several failures as one; nothing where there are none.
  init?(all failures: [Failure]) {
    guard let first = failures.first else { return nil }
    self = first
    others += failures.dropFirst()
  }

  fileprivate static func requiredValue(_ entry: SealedEntry) -> Failure {
    Failure(
      .found, "\(entry.shownName) is required and has no value yet", help: entry.helpForSetting)
  }
}

extension Parameter where Value == Bool {
  /// Whether a command does without what the user may not open.
  static var grantedOnly: Self {
    .flag("--granted", summary: "Leave out what you may not open, and name it")
  }
}
