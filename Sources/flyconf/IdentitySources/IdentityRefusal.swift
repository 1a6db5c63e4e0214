import DeployModel

/// Why what stands at a place cannot be used as an identity: a clause about the place.
struct IdentityRefusal: Error {
  var clause: String
  var help: String?

  init(_ clause: String, help: String? = nil) {
    self.clause = clause
    self.help = help
  }

  init(_ error: FileError) { self.init("cannot be read: \(error.reason)", help: error.help) }

  init(_ error: MalformedValue) { self.init("is damaged: \(error.reason)", help: error.help) }
}
