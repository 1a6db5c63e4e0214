import Documents

/// What the entities say of an application, put into what `fly.base.toml` says of it.
///
/// Tables are merged key by key. The one machine size and the one volume of the entities go into
/// the first `[[vm]]` and `[[mounts]]` of the base; checks are added to those of the base. Where
/// both say the same key, the entity's value counts, and the key is an overlap.
struct BaseMerge {
  struct Overlap: Sendable {
    /// The key in the base, such as `http_service.min_machines_running`.
    var key: String
    /// Where it stands there.
    var span: Span
  }

  private(set) var root = Node(.object([]))
  private(set) var overlaps: [Overlap] = []

  /// - Parameters:
  ///   - base: The document as it was read, with its own spelling of keys.
  ///   - own: What the entities say, by the keys' proper names.
  init(_ base: TOMLDocument, _ own: Node) {
    root = merged(base.root, own, FlyTomlKeys.root, at: "")
  }

  private mutating func merged(
    _ base: Node, _ own: Node, _ section: FlySection, at path: String
  ) -> Node {
    var members = base.members
    for member in own.members {
      let name = path.isEmpty ? member.key : "\(path).\(member.key)"
      guard let key = section.key(member.key),
        let index = members.firstIndex(where: { section.key($0.key)?.name == member.key })
      else {
        members.append(member)
        continue
      }
      members[index].value = combined(members[index], member.value, key.type, at: name)
    }
    return Node(.object(members), span: base.span)
  }

  private mutating func combined(
    _ base: Node.Member, _ own: Node, _ type: FlyType, at path: String
  ) -> Node {
    switch type {
    case .table(let section): return merged(base.value, own, section, at: path)
    case .tables(let section, _): return listed(base.value, own, section, at: path)
    case .namedTables, .map: return named(base.value, own, at: path)
    default:
      overlaps.append(Overlap(key: path, span: base.keySpan))
      return own
    }
  }

  private mutating func listed(
    _ base: Node, _ own: Node, _ section: FlySection, at path: String
  ) -> Node {
    guard path == "vm" || path == "mounts", let one = own.elements.first else {
      return Node(.array(base.elements + own.elements), span: base.span)
    }
    if case .object = base.value { return merged(base, one, section, at: path) }
    guard let first = base.elements.first else { return own }
    let rest = base.elements.dropFirst()
    return Node(.array([merged(first, one, section, at: path)] + rest), span: base.span)
  }

  private mutating func named(_ base: Node, _ own: Node, at path: String) -> Node {
    // `[[env]]` is an old form of `[env]`.
    var members = base.members + base.elements.flatMap(\.members)
    for member in own.members {
      if let index = members.firstIndex(where: { $0.key == member.key }) {
        overlaps.append(Overlap(key: "\(path).\(member.key)", span: members[index].keySpan))
        members[index].value = member.value
      } else {
        members.append(member)
      }
    }
    return Node(.object(members), span: base.span)
  }
}
