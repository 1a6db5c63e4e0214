import Documents
import FoundationEssentials

/// A project's credentials by id, and which of them another record has superseded.
///
/// Where an id or a `previous` could not be read, a question that it might have answered throws.
struct CredentialIndex {
  private var byID: [UUID: CredentialManager] = [:]
  private var superseded: Set<UUID> = []
  private var hasUnreadableID = false
  private var hasUnreadablePrevious = false

  init(_ credentials: [CredentialManager]) {
    for credential in credentials {
      switch credential.id {
      case .value(let id?): if byID[id] == nil { byID[id] = credential }
      case .value(nil): break
      case .unreadable: hasUnreadableID = true
      }
      switch credential.previous {
      case .value(let id?): superseded.insert(id)
      case .value(nil): break
      case .unreadable: hasUnreadablePrevious = true
      }
    }
  }

  /// The first credential with an id; nothing where none has it.
  subscript(id: UUID) -> CredentialManager? {
    get throws(Unreadable) {
      if let credential = byID[id] { return credential }
      if hasUnreadableID { throw Unreadable() }
      return nil
    }
  }

  /// True for a record that some other names as its previous one.
  func isSuperseded(_ credential: CredentialManager) throws(Unreadable) -> Bool {
    guard let id = try credential.id.get() else { return false }
    if superseded.contains(id) { return true }
    if hasUnreadablePrevious { throw Unreadable() }
    return false
  }
}

extension Project {
  /// The credentials in use: those that no other record is known to have superseded.
  package var currentCredentials: [CredentialManager] {
    let credentials = credentials.value ?? []
    let index = CredentialIndex(credentials)
    return credentials.filter { (try? index.isSuperseded($0)) != true }
  }
}

extension RuleCheck {
  /// The rule looks at each credential that is in use: no other record has superseded it.
  static func eachCurrentCredential(
    _ check:
      @escaping @Sendable (
        CredentialManager, inout Report<CredentialManager>
      ) throws -> Void
  ) -> Self {
    all(\.credentials, of: .credentials) { credentials, report in
      let index = CredentialIndex(credentials)
      for (entry, credential) in credentials.enumerated() {
        guard (try? index.isSuperseded(credential)) == false else { continue }
        report.index = entry
        try? check(credential, &report)
      }
    }
  }

  /// The rule looks at each record that names an earlier one, which must be there.
  static func eachSuccessor(
    _ check:
      @escaping @Sendable (
        CredentialManager, _ previous: CredentialManager, inout Report<CredentialManager>
      ) throws -> Void
  ) -> Self {
    all(\.credentials, of: .credentials) { credentials, report in
      let index = CredentialIndex(credentials)
      for (entry, credential) in credentials.enumerated() {
        guard case .value(let id?) = credential.previous, let previous = try? index[id]
        else { continue }
        report.index = entry
        try? check(credential, previous, &report)
      }
    }
  }

  /// The rule looks at each variable whose value is that of a credential.
  static func eachReference(
    _ check:
      @escaping @Sendable (
        EnvironmentVariable, UUID, CredentialIndex, inout Report<EnvironmentVariable>
      ) throws -> Void
  ) -> Self {
    all(\.variables, of: .variables) { variables, report in
      let credentials = CredentialIndex(try report.project.credentials.get())
      for (entry, variable) in variables.enumerated() {
        guard case .value(.reference(let id)) = variable.encryptedValue else { continue }
        report.index = entry
        try? check(variable, id, credentials, &report)
      }
    }
  }
}
