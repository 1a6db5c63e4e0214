/// What a path in fly.toml leads to.
package enum FlyTomlSubject: Sendable {
  case entry(FlyTomlEntry)
  /// A key that flyctl drops in silence, in a section of this path.
  case dropped(FlySection.DroppedKey, in: String)
  /// A name that no key of a section has.
  case unknown(String, in: FlySection, path: String)

  /// Follows a path such as `http_service.internal_port`, `[[mounts]]`, `env.PORT` or
  /// `checks.alive.port`: flyctl's older names count, and upper and lower case are the same.
  package init(_ path: String) {
    let bare = path.drop { $0 == "[" }
    let names = bare.filter { $0 != "]" }.split(separator: ".", omittingEmptySubsequences: false)
    self = Self.follow(names.map(String.init)[...], in: FlyTomlKeys.root, "")
  }

  private static func follow(
    _ names: ArraySlice<String>, in section: FlySection, _ path: String
  ) -> FlyTomlSubject {
    let name = names.first ?? ""
    guard let key = section.key(name) else {
      return section.droppedKey(name).map { .dropped($0, in: path) }
        ?? .unknown(name, in: section, path: path)
    }
    let entry = FlyTomlEntry(sectionPath: path, key: key)
    var rest = names.dropFirst()
    guard let inner = entry.section else {
      return rest.isEmpty || key.type.hasNames
        ? .entry(entry)
        : .unknown(rest.joined(separator: "."), in: FlySection([]), path: entry.path)
    }
    // The name that a file chooses may be left out where a key follows.
    if case .namedTables = key.type, rest.count > 1 || rest.first.map(inner.section.has) == false {
      rest = rest.dropFirst()
    }
    return rest.isEmpty ? .entry(entry) : follow(rest, in: inner.section, inner.path)
  }
}

extension FlySection {
  fileprivate func has(_ name: String) -> Bool {
    key(name) != nil || droppedKey(name) != nil
  }
}

extension FlyType {
  /// Whether the file chooses the names under the key.
  fileprivate var hasNames: Bool {
    switch self {
    case .map, .lenientHeaders, .stringified, .any: true
    default: false
    }
  }
}
