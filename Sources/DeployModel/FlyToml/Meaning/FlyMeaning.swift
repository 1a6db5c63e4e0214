package import Documents

/// What a fly.toml comes to for flyctl, whatever way it is written.
///
/// Two files mean the same when their names and values do once old forms are rewritten, durations
/// and sizes are counted, defaults are filled in, and a machine's size is taken apart. The order
/// of keys does not count; that of lists does.
package struct FlyMeaning: Sendable {
  package let root: Node

  package init(_ configuration: FlyConfiguration) { self.init(configuration.root.node) }

  /// - Parameter read: What `FlyReader` made of a document.
  init(_ read: Node) {
    root = Self.table(read, FlyTomlKeys.root)
  }

  package func isSame(as other: FlyMeaning) -> Bool { root.isEqual(to: other.root) }

  // MARK: Values

  private static func table(_ node: Node, _ section: FlySection) -> Node {
    var members: [Node.Member] = []
    for member in node.members {
      if case .null = member.value.value { continue }
      guard let key = section.key(member.key), let value = value(member.value, key.type),
        !isDefault(value, of: key)
      else { continue }
      members.append(Node.Member(key: key.name, value: value))
    }
    return Node(.object(members))
  }

  /// Nothing where flyctl makes no difference between the value and none.
  private static func value(_ node: Node, _ type: FlyType) -> Node? {
    switch type {
    case .table(let section), .limits(let section): return full(table(node, section))
    case .tables(let section, _): return full(tables(node, section))
    case .namedTables(let section):
      return full(
        Node(.object(node.members.map { .init(key: $0.key, value: table($0.value, section)) })))
    case .map(let type):
      let members = node.members.map { member in
        Node.Member(key: member.key, value: mapped(member.value, type))
      }
      return full(Node(.object(members)))
    case .lenientHeaders: return full(Node(.object(node.members)))
    case .memory:
      return node.text.flatMap { try? FlySize.megabytes($0) }.map(Node.init(integerLiteral:))
    case .volumeSize:
      return node.text.flatMap { try? FlySize.gigabytes($0) }.map(Node.init(integerLiteral:))
    case .text, .word, .autoStop, .duration: return node.text == "" ? nil : node
    case .list, .listOrText: return full(node)
    case .any, .stringified, .wholeNumber, .number, .boolean, .port: return node
    }
  }

  /// An empty command or variable is not the same as none.
  private static func mapped(_ node: Node, _ type: FlyType) -> Node {
    node.text == "" ? node : value(node, type) ?? node
  }

  private static func full(_ node: Node) -> Node? {
    node.members.isEmpty && node.elements.isEmpty ? nil : node
  }

  private static func tables(_ node: Node, _ section: FlySection) -> Node {
    // A machine of which nothing is said is one of the smallest size; other empty tables are none.
    if section.key("cpu_kind") != nil { return Node(.array(node.elements.map(machine))) }
    let elements = node.elements.map { table($0, section) }
    return Node(.array(elements.filter { !$0.members.isEmpty }))
  }

  private static func isDefault(_ value: Node, of key: FlyKey) -> Bool {
    switch value.value {
    case .bool(let flag): key.standard == (flag ? "true" : "false")
    case .number(let number): key.standard == number.literal
    case .string(let text): key.standard == text
    default: false
    }
  }

  // MARK: Machines

  /// A machine's size is its kind, its cpus and its memory, whichever of them are written.
  private static func machine(_ node: Node) -> Node {
    let guest = FlyGuest(FlyTable("vm", node))
    let sized = ["size", "memory", "memory_mb", "cpus", "cpu_kind"]
    let rest = table(node, FlyTomlKeys.machine).members.filter { !sized.contains($0.key) }
    return Node(
      .object(
        [
          .init(key: "cpu_kind", value: Node(.string(guest.kind))),
          .init(key: "cpus", value: Node(integerLiteral: guest.cpus)),
          .init(key: "memory_mb", value: Node(integerLiteral: guest.megabytes)),
        ] + rest))
  }
}
