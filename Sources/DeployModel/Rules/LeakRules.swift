import Documents

extension Leak.Kind {
  /// The rule that reports leaks of the kind.
  package var rule: Rule {
    switch self {
    case .token: .tokenInTheOpen
    case .likelySecret: .likelySecretInTheOpen
    case .vaultValue: .vaultValueInTheOpen
    case .unread: .fileNotScanned
    }
  }
}

extension Leak {
  /// The finding that the leak is.
  ///
  /// - Parameter name: The file's name as it is shown.
  package func finding(in name: String) -> Finding {
    Finding(
      rule: kind.rule, message: message + (isStaged ? ", in what is about to be committed" : ""),
      help: remedy ?? help, place: Finding.Place(file: name, start: start, end: end),
      suppression: suppression)
  }

  private var message: String {
    let shown = beginning.isEmpty ? "" : ": '\(beginning)…'"
    return switch kind {
    case .token: "\(what) stands in the open\(shown)"
    case .likelySecret: "\(what) stands in the open under the name of a secret\(shown)"
    case .vaultValue: "\(what), which the vault holds sealed, stands in the open\(shown)"
    case .unread: "the file was not searched for secrets: \(what)"
    }
  }

  /// What an identity of a vault looks like; it is no token of a service.
  private static let identity = "a flyconf identity"

  private var help: String {
    switch kind {
    case .token where what == Self.identity:
      "whoever can read the repository can be the member that it is of: remove it here, let the "
        + "member ask for other keys with `flyconf vault join NAME --replace`, and an owner run "
        + "`flyconf vault members replace NAME REQUEST --stolen`"
    case .token:
      "whoever can read the repository has it: replace it at its service, remove it here, and seal "
        + "the new one with `flyconf secrets set` or `flyconf env set`"
    case .likelySecret:
      "if it opens something, replace it and seal the new one with `flyconf secrets set`; if not, "
        + "say so in a comment: \(Suppression.key) \(kind.rule.code) and the reason"
    case .vaultValue:
      "remove it here, and replace it with `flyconf secrets rotate` or `flyconf env set`: the "
        + "history of git keeps it"
    case .unread: "make it readable, or take it out of git"
    }
  }
}
