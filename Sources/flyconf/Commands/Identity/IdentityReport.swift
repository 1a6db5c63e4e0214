import DeployModel
import Documents

/// What commands say of an identity: never its secret.
struct IdentityReport {
  /// The command's word, such as `new`.
  var command: String
  /// What was done, such as `made`; nothing if nothing was.
  var verb: String?
  var place: IdentityPlace
  var kind: IdentityKind
  var keys: PublicKeys

  func show(in context: Context) throws {
    let path = place.path.map(context.shown)
    guard !context.options.format.isMachine else {
      return try context.console.out(JSONWriter.document(node(path)))
    }
    if let verb, let path { try context.console.out("\(verb) \(path.visible)\n") }
    try context.console.out(TextTable(rows(path)).text)
  }

  private func rows(_ path: String?) -> [[String]] {
    guard verb == nil else { return [["fingerprint", keys.fingerprint]] }
    return [
      ["found in", path ?? place.source], ["kind", kind.rawValue],
      ["fingerprint", keys.fingerprint], ["encryption key", keys.encryptionHex],
      ["signing key", keys.signingHex],
    ]
  }

  private func node(_ path: String?) -> Node {
    var members: [Node.Member] = [
      .init("format", "flyconf.identity-\(command)/1")
    ]
    if let path { members.append(.init("file", path)) }
    members += [
      .init("source", place.source), .init("kind", kind.rawValue),
      .init("fingerprint", keys.fingerprint),
      .init("encryption_key", keys.encryptionHex),
      .init("signing_key", keys.signingHex),
    ]
    return Node(.object(members))
  }
}
