import Documents

/// Reads fly.toml as flyctl does: keys in any case, older names and forms, values of other types
/// that it turns into what it needs, and in silence nothing of what it does not know.
///
/// What comes out has the keys' own names and values of their own types, each with its place.
/// What flyctl would refuse is null in it and reported; so is all that a person would rather
/// write differently.
struct FlyReader {
  private(set) var diagnostics: [Diagnostic] = []
  /// What mends a mistake without changing what flyctl understands, or makes the file valid.
  private(set) var fixes: [Diagnostic: FlyTomlFix] = [:]

  /// The whole document as flyctl understands it.
  mutating func configuration(of root: Node) -> Node {
    let moved = moveOldKeys(of: root)
    return table(moved, FlyTomlKeys.root, in: "")
  }

  mutating func report(
    _ kind: Diagnostic.Kind, _ message: String, help: String? = nil, at span: Span,
    fix: FlyTomlFix? = nil
  ) {
    let diagnostic = Diagnostic(kind, message, help: help, at: span)
    diagnostics.append(diagnostic)
    if let fix { fixes[diagnostic] = fix }
  }

  // MARK: Tables

  /// - Parameter name: How messages call the table, such as `http_service`; empty for the root.
  mutating func table(_ node: Node, _ section: FlySection, in name: String) -> Node {
    var members: [Node.Member] = []
    for member in node.members {
      guard let key = section.key(member.key) else {
        reportUnknown(member, section, in: name)
        continue
      }
      reportName(member, key, in: name)
      let path = name.isEmpty ? key.name : "\(name).\(key.name)"
      let known = diagnostics.count
      let value = value(member.value, key, path)
      // What cannot be read is not missing either.
      let unreadable = Node(.null, span: member.value.span)
      guard let value = value ?? (diagnostics.count > known ? unreadable : nil) else { continue }
      add(value, of: key, named: member, to: &members)
    }
    return Node(.object(members), span: node.span)
  }

  /// Two names for one list are one list, of which that under the old name comes first; otherwise
  /// the later one counts.
  private func add(
    _ value: Node, of key: FlyKey, named written: Node.Member, to members: inout [Node.Member]
  ) {
    let member = Node.Member(key: key.name, keySpan: written.keySpan, value: value)
    guard let index = members.firstIndex(where: { $0.key == key.name }) else {
      return members.append(member)
    }
    if case .array(let known) = members[index].value.value, case .array(let more) = value.value {
      let all = key.aliases.contains(written.key) ? more + known : known + more
      members[index].value = Node(.array(all), span: members[index].value.span)
    } else {
      members[index] = member
    }
  }

  private mutating func reportUnknown(
    _ member: Node.Member, _ section: FlySection, in name: String
  ) {
    let place = name.isEmpty ? "at the top level" : "in '\(name)'"
    if let dropped = section.droppedKey(member.key) {
      let fault = "flyctl drops \(Quoted(member.key)) \(place) in silence"
      let loss = dropped.kind == .flyVolumeOfMachine ? ": the volume is never mounted" : ""
      return report(
        dropped.kind, fault + loss, help: dropped.help, at: member.keySpan,
        fix: dropped.kind == .flyDroppedKey ? .removal : nil)
    }
    let near = Spelling.nearest(to: member.key, in: section.keys.map(\.name))
    let elsewhere = FlyTomlKeys.sections(with: member.key)
    let help =
      near.map { "did you mean '\($0)'?" }
      ?? (elsewhere.isEmpty
        ? "remove it: `flyconf explain fly.toml` lists the keys that count"
        : "it belongs in \(Spelling.list(elsewhere.map { "'\($0)'" }))")
    report(
      .flyUnknownKey, "flyctl knows no \(Quoted(member.key)) \(place) and drops it in silence",
      help: help, at: member.keySpan)
  }

  private mutating func reportName(_ member: Node.Member, _ key: FlyKey, in name: String) {
    if let replacement = key.replacement {
      return report(
        .flyDeprecatedForm, "'\(key.name)' in '\(name)' is out of use",
        help: "write '\(replacement)'", at: member.keySpan)
    }
    if key.aliases.contains(member.key) {
      return report(
        .flyDeprecatedForm, "'\(member.key)' is an old name", help: "write '\(key.name)'",
        at: member.keySpan, fix: .key(key.name))
    }
    guard member.key != key.name else { return }
    report(
      .flyKeyCase, "\(Quoted(member.key)) is '\(key.name)' in another case",
      help: "write '\(key.name)': not all of flyctl reads it otherwise", at: member.keySpan,
      fix: .key(key.name))
  }

  // MARK: Values

  mutating func wrongType(
    _ node: Node, _ path: String, _ expected: String, help: String? = nil,
    fix: FlyTomlLiteral? = nil
  ) {
    report(
      .flyWrongType, "'\(path)' is \(node.kind), and flyctl reads only \(expected) there",
      help: help, at: node.place, fix: fix.map { .value($0) })
  }

  private mutating func value(_ node: Node, _ key: FlyKey, _ path: String) -> Node? {
    value(node, key.type, path)
  }

  mutating func value(_ node: Node, _ type: FlyType, _ path: String) -> Node? {
    switch type {
    case .text: return text(node, path)
    case .word(let words, _): return word(node, words, path)
    case .wholeNumber: return wholeNumber(node, path)
    case .number: return number(node, path)
    case .boolean: return boolean(node, path)
    case .duration(let unit): return duration(node, bare: unit, path)
    case .memory: return size(node, path, allowsNumber: true) { try FlySize.megabytes($0) }
    case .volumeSize(let allowsNumber):
      return size(node, path, allowsNumber: allowsNumber) { try FlySize.gigabytes($0) }
    case .port: return port(node, path)
    case .autoStop: return autoStop(node, path)
    case .list(let element): return list(node, element, path)
    case .listOrText:
      if node.text != nil { return Node(.array([node]), span: node.span) }
      return list(node, .text, path)
    case .table(let section): return oneTable(node, section, path)
    case .tables(let section, let allowsSingle):
      return tables(node, section, allowsSingle: allowsSingle, path)
    case .namedTables(let section): return namedTables(node, section, path)
    case .map(let value): return map(node, value, path)
    case .limits(let section): return limits(node, section, path)
    case .lenientHeaders: return lenientHeaders(node, path)
    case .stringified: return stringified(node, path)
    case .any: return node
    }
  }
}
