import DeployModel

/// Looks for the user's identity, place by place; the first one found is used.
///
/// A place that the user names is meant: if nothing usable stands there, the search ends, so that
/// nobody signs with another identity than they think.
struct IdentitySearch {
  private let context: Context
  private let options: IdentityOptions
  /// A clause for each place at which there was nothing.
  private var tried: [String] = []

  init(_ options: IdentityOptions, _ context: Context) {
    self.options = options
    self.context = context
  }

  /// The identity's text and where it stands.
  ///
  /// - Throws: `Failure` that lists every place tried and what was found there.
  static func find(_ options: IdentityOptions, _ context: Context) throws -> FoundIdentity {
    var search = IdentitySearch(options, context)
    guard let found = try search.find() else {
      throw search.failure(
        IdentityRefusal(
          "", help: "`flyconf identity new` makes one; `--identity FILE` names one that you have"))
    }
    return found
  }

  /// As `find`, but nothing where no place holds anything: for what an identity is not needed for.
  static func findIfAny(
    _ options: IdentityOptions, _ context: Context
  ) throws -> FoundIdentity? {
    var search = IdentitySearch(options, context)
    return try search.find()
  }

  private mutating func find() throws -> FoundIdentity? {
    if let path = options.file { return try named(.option(path: context.absolute(path))) }
    tried.append("--identity is not given")
    if let path = context.variable("FLYCONF_IDENTITY_FILE") {
      return try named(.fileVariable(path: context.absolute(path)))
    }
    tried.append("FLYCONF_IDENTITY_FILE is not set")
    if let text = context.variable("FLYCONF_IDENTITY") { return try variable(text) }
    tried.append("FLYCONF_IDENTITY is not set")
    return try ordinary()
  }

  // MARK: Places

  private func named(_ place: IdentityPlace) throws -> FoundIdentity {
    guard let found = try file(place) else {
      throw failure(
        IdentityRefusal(
          "\(clauseStart(place)) does not exist",
          help: "check the path, or make one with `flyconf identity new FILE`"))
    }
    return found
  }

  private func variable(_ text: String) throws -> FoundIdentity {
    do {
      let text = try IdentityFileText(Secret(text))
      return FoundIdentity(place: .textVariable, text: text)
    } catch let error as MalformedValue {
      let refusal = IdentityRefusal(error)
      throw failure(
        IdentityRefusal("FLYCONF_IDENTITY \(refusal.clause)", help: refusal.help))
    }
  }

  private mutating func ordinary() throws -> FoundIdentity? {
    guard let path = context.ordinaryIdentityFile else {
      tried.append(
        "there is no configuration folder, for neither XDG_CONFIG_HOME nor HOME is set to an "
          + "absolute path")
      return nil
    }
    let place = IdentityPlace.ordinary(path: path)
    guard let found = try file(place) else {
      tried.append("\(clauseStart(place)) does not exist")
      return nil
    }
    guard found.kind != .demo else {
      throw failure(
        IdentityRefusal(
          "\(clauseStart(place)) is a demo identity, which everyone has",
          help: "move it away and make one of your own with `flyconf identity new`; "
            + "--identity FILE names a demo identity"))
    }
    return found
  }

  private func file(_ place: IdentityPlace) throws -> FoundIdentity? {
    guard let path = place.path else { return nil }
    do {
      return try IdentityFile(path, context).map { FoundIdentity(place: place, text: $0.text) }
    } catch let refusal as IdentityRefusal {
      throw failure(
        IdentityRefusal("\(clauseStart(place)) \(refusal.clause)", help: refusal.help))
    }
  }

  // MARK: Words

  private func clauseStart(_ place: IdentityPlace) -> String {
    let path = context.shownIdentity(place.path ?? "", place.source)
    if case .ordinary = place { return path }
    return "\(path) (\(place.source))"
  }

  private func failure(_ refusal: IdentityRefusal) -> Failure {
    let clauses = tried + (refusal.clause.isEmpty ? [] : [refusal.clause])
    return Failure(
      .noKey, "no identity that can be used: \(clauses.joined(separator: ", "))",
      help: refusal.help)
  }
}
