import Documents

extension FlyReader {
  mutating func list(_ node: Node, _ element: FlyType, _ path: String) -> Node? {
    guard case .array(let elements) = node.value else {
      let help = node.writtenText.map { "write [\"\($0)\"]" }
      wrongType(node, path, "a list", help: help)
      return nil
    }
    return Node(.array(elements.compactMap { value($0, element, path) }), span: node.span)
  }

  mutating func oneTable(_ node: Node, _ section: FlySection, _ path: String) -> Node? {
    if case .object = node.value { return table(node, section, in: path) }
    let isDoubled = !node.elements.isEmpty
    wrongType(node, path, "a table", help: isDoubled ? "write [\(path)] in single brackets" : nil)
    return nil
  }

  mutating func tables(
    _ node: Node, _ section: FlySection, allowsSingle: Bool, _ path: String
  ) -> Node? {
    switch node.value {
    case .object:
      guard allowsSingle else {
        wrongType(node, path, "a list of tables", help: "write [[\(path)]] in double brackets")
        return nil
      }
      // An empty table of flyctl's is none.
      let one = table(node, section, in: path)
      return Node(.array([one]), span: node.span)
    case .array(let elements):
      var read: [Node] = []
      for element in elements {
        guard case .object = element.value else {
          wrongType(element, path, "tables", help: "write [[\(path)]]")
          continue
        }
        read.append(table(element, section, in: path))
      }
      return Node(.array(read), span: node.span)
    default:
      wrongType(node, path, "tables", help: "write [[\(path)]]")
      return nil
    }
  }

  /// Tables under names that the file chooses; the old form is a list, with the name inside.
  mutating func namedTables(_ node: Node, _ section: FlySection, _ path: String) -> Node? {
    var members: [Node.Member] = []
    switch node.value {
    case .object(let named):
      for member in named {
        guard case .object = member.value.value else {
          wrongType(member.value, "\(path).\(member.key)", "a table")
          continue
        }
        let read = table(member.value, section, in: "\(path).\(member.key)")
        members.append(Node.Member(key: member.key, keySpan: member.keySpan, value: read))
      }
    case .array(let elements):
      for element in elements {
        guard let name = element.member("name"), let text = name.value.text else {
          wrongType(element, path, "tables with a name", help: "write [\(path).NAME]")
          continue
        }
        report(
          .flyDeprecatedForm, "[[\(path)]] is an old form", help: "write [\(path).\(text)]",
          at: element.place)
        let rest = element.members.filter { $0.key != "name" }
        let read = table(
          Node(.object(rest), span: element.span), section, in: "\(path).\(text)")
        members.append(Node.Member(key: text, keySpan: name.keySpan, value: read))
      }
    default:
      wrongType(node, path, "tables", help: "write [\(path).NAME]")
      return nil
    }
    return Node(.object(members), span: node.span)
  }

  mutating func map(_ node: Node, _ type: FlyType, _ path: String) -> Node? {
    guard case .object(let members) = merged(node, path).value else {
      wrongType(node, path, "a table")
      return nil
    }
    let read = members.map { member in
      let value = value(member.value, type, "\(path).\(member.key)")
      return Node.Member(
        key: member.key, keySpan: member.keySpan,
        value: value ?? Node(.null, span: member.value.span))
    }
    return Node(.object(read), span: node.span)
  }

  /// `[[env]]` is an old form of `[env]`, and `[[processes]]` one of `[processes]`.
  private mutating func merged(_ node: Node, _ path: String) -> Node {
    guard path == "env" || path == "processes", case .array(let elements) = node.value else {
      return node
    }
    if !elements.isEmpty {
      report(
        .flyDeprecatedForm, "[[\(path)]] is an old form", help: "write [\(path)]", at: node.place)
    }
    let members = path == "env" ? elements.flatMap(\.members) : elements.compactMap(Self.process)
    return Node(.object(members), span: node.span)
  }

  private static func process(_ element: Node) -> Node.Member? {
    guard let name = element.member("name"), let text = name.value.text else { return nil }
    return Node.Member(
      key: text, keySpan: name.keySpan, value: element["command"] ?? Node(.string("")))
  }

  /// The old form of limits is one text, such as `20,25`.
  mutating func limits(_ node: Node, _ section: FlySection, _ path: String) -> Node? {
    guard let text = node.text else { return oneTable(node, section, path) }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let soft = parts[0], let hard = parts[1] else {
      report(
        .flyWrongType, "flyctl cannot read \(Quoted(text)) as '\(path)'",
        help: "write soft_limit and hard_limit in [services.concurrency]", at: node.span)
      return nil
    }
    report(
      .flyDeprecatedForm, "limits in one string are an old form",
      help: "write soft_limit = \(soft) and hard_limit = \(hard) in [services.concurrency]",
      at: node.span)
    let members = [
      ("type", Node("requests")), ("hard_limit", Node(integerLiteral: hard)),
      ("soft_limit", Node(integerLiteral: soft)),
    ]
    return Node(
      .object(
        members.map {
          Node.Member(key: $0.0, keySpan: node.span, value: Node($0.1.value, span: node.span))
        }), span: node.span)
  }

  mutating func lenientHeaders(_ node: Node, _ path: String) -> Node? {
    guard case .array(let elements) = node.value else { return map(node, .stringified, path) }
    var members: [Node.Member] = []
    for element in elements {
      guard let name = element["name"]?.text, let value = element["value"] else {
        wrongType(element, path, "a name and a value")
        continue
      }
      guard let text = stringified(value, "\(path).\(name)") else { continue }
      members.append(Node.Member(key: name, keySpan: element.place, value: text))
    }
    return Node(.object(members), span: node.span)
  }

  /// Whether the last name of a path is that of a secret, of which no message says the value.
  static func isOfSecret(_ path: String) -> Bool {
    SecretKeyName.matchesAnyCase(String(path.split(separator: ".").last ?? ""))
  }

  /// The text that flyctl makes of any value.
  mutating func stringified(_ node: Node, _ path: String) -> Node? {
    if node.text != nil { return node }
    let text = GoText.of(node)
    let isSecret = Self.isOfSecret(path)
    let made = isSecret ? "a string" : "the string \(Quoted(text))"
    report(
      .flyMadeText, "'\(path)' is \(node.kind), of which flyctl makes \(made)",
      help: "write it in quotes, as it is meant", at: node.place,
      fix: isSecret ? nil : .value(.text(text)))
    return Node(.string(text), span: node.span)
  }
}
