import DeployModel

/// An identity file that is about to be replaced by another form of the same identity.
struct IdentityChange {
  let place: IdentityPlace
  let text: IdentityFileText
  private let path: String
  private let context: Context

  var shown: String { context.shown(path) }

  /// Reads the file that is named, else the one that holds the user's identity.
  init(_ file: String?, _ context: Context) throws {
    place = try context.identityPlace(file)
    path = place.path ?? ""
    self.context = context
    do {
      guard let file = try IdentityFile(path, context) else {
        throw IdentityRefusal("does not exist", help: "`flyconf identity new` makes one")
      }
      text = file.text
    } catch let refusal as IdentityRefusal {
      throw Failure(
        .noKey, "\(context.shownIdentity(path, "FILE")) \(refusal.clause)", help: refusal.help)
    }
  }

  /// Puts another form in its place in one step; comments and permissions stay.
  private func replace(with identity: IdentityText) throws {
    var bytes = try text.replacing(with: identity).contents.withBytes { Array($0) }
    defer { _ = Secret(wiping: &bytes) }
    try context.files.replace(path, with: bytes)
  }

  /// Puts another form in its place, and says so.
  ///
  /// - Parameter command: The command's word, of which `ed` makes what was done.
  func finish(_ command: String, _ identity: IdentityText, _ keys: PublicKeys) throws {
    try replace(with: identity)
    try IdentityReport(
      command: command, verb: "\(command)ed", place: place, kind: identity.kind, keys: keys
    ).show(in: context)
  }
}

extension Context {
  /// The file that a command makes or changes: the one that is named, else the one in which the
  /// user's identity is looked for.
  func identityPlace(_ file: String?) throws -> IdentityPlace {
    if let file { return .option(path: absolute(file)) }
    if let file = variable("FLYCONF_IDENTITY_FILE") {
      return .fileVariable(path: absolute(file))
    }
    if let path = ordinaryIdentityFile { return .ordinary(path: path) }
    throw Failure(
      .noKey,
      "there is no configuration folder: neither XDG_CONFIG_HOME nor HOME is set to an absolute path",
      help: "name the file")
  }
}
