import DeployModel

extension Context {
  /// Makes an identity's file, which was not there before and only its owner can read.
  ///
  /// - Throws: `Failure` if something stands there already: nothing is ever overwritten.
  func makeIdentity(_ identity: IdentityText, at place: IdentityPlace) throws {
    try refuseExisting(place)
    let path = place.path ?? ""
    if case .ordinary = place {
      // The folder may come to hold more that others should not see.
      try files.createFolder(Path.parent(of: path), mode: 0o700)
    }
    var bytes = try IdentityFileText(identity).contents.withBytes { Array($0) }
    defer { _ = Secret(wiping: &bytes) }
    try files.createExclusively(path, bytes, mode: 0o600)
  }

  /// Refuses a place at which something stands already.
  func refuseExisting(_ place: IdentityPlace) throws {
    guard let path = place.path, try files.status(of: path) != nil else { return }
    throw Failure(
      "'\(shown(path))' is there already",
      help: "look at it with `flyconf identity show`, or name another file")
  }

  /// The identity that the user works with; where no place holds one, a new one that is made in
  /// the user's configuration folder.
  func identityOrNew(
    _ options: IdentityOptions
  ) throws -> (loaded: LoadedIdentity, isNew: Bool) {
    if let loaded = try identityIfAny(options) { return (loaded, false) }
    let place = try identityPlace(nil)
    let identity = try Identity.generate()
    try makeIdentity(.plain(identity), at: place)
    return (LoadedIdentity(identity: identity, place: place, kind: .plain), true)
  }
}
