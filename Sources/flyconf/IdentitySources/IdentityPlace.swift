import DeployModel

/// A place where an identity is looked for; they are tried in this order.
enum IdentityPlace: Hashable, Sendable {
  /// The file that `--identity` names.
  case option(path: String)
  /// The file that `FLYCONF_IDENTITY_FILE` names.
  case fileVariable(path: String)
  /// The text in `FLYCONF_IDENTITY`.
  case textVariable
  /// The file in the user's configuration folder.
  case ordinary(path: String)

  /// The path of the file, for a place that is one.
  var path: String? {
    switch self {
    case .option(let path), .fileVariable(let path), .ordinary(let path): path
    case .textVariable: nil
    }
  }

  /// What names the place, in words of the command line; `default` where nothing does.
  var source: String {
    switch self {
    case .option: "--identity"
    case .fileVariable: "FLYCONF_IDENTITY_FILE"
    case .textVariable: "FLYCONF_IDENTITY"
    case .ordinary: "default"
    }
  }
}

extension Context {
  /// The file in the user's configuration folder, or why there is no such folder.
  ///
  /// Source: XDG Base Directory Specification, which has relative paths ignored.
  var ordinaryIdentityFile: String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return absolute("\(folder)/flyconf/identity")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return absolute("\(home)/.config/flyconf/identity")
  }

  /// How a message calls the file of an identity.
  ///
  /// Whoever takes the word for one that takes the identity has given the secret itself, which is
  /// not repeated.
  ///
  /// - Parameter word: What names the file.
  func shownIdentity(_ path: String, _ word: String) -> String {
    IdentityText.isContained(in: path)
      ? "what stands for \(word), and is not repeated here," : "'\(shown(path))'"
  }

  /// The text of a variable; nothing if it is not set or empty.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
