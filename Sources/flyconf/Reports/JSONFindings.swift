import DeployModel
import Documents

extension OutputFormat {
  static let json = OutputFormat(
    name: "json", summary: "one JSON document", audience: .programs
  ) { report in
    var node: Node = .object([
      "format": "flyconf.findings/1",
      "findings": Node(.array(report.findings.map(\.node))),
      "summary": report.summaryNode,
    ])
    report.addSteps(to: &node)
    if let diff = report.diff { node.setMember("diff", Node(.string(diff))) }
    return JSONWriter.document(node)
  }
}

extension FindingsReport {
  /// Adds what `flyconf check` has besides findings.
  func addSteps(to node: inout Node) {
    guard let verdict else { return }
    verdict.add(to: &node)
    node.setMember("steps", Node(.array(steps.map(\.node))))
  }

  var summaryNode: Node {
    .object([
      "errors": Node(integerLiteral: count(.error)),
      "warnings": Node(integerLiteral: count(.warning)),
      "notes": Node(integerLiteral: count(.note)),
      "files": Node(integerLiteral: fileCount),
    ])
  }
}

extension Finding {
  /// The finding with its documented, stable keys; what is absent is left out.
  var node: Node {
    var members = [
      member("code", rule.code.text),
      member("rule", rule.name),
      member("severity", rule.severity.rawValue),
      member("message", message),
      member("help", help),
      member("file", place.file),
    ]
    members += [
      member("line", place.start.line),
      member("column", place.start.column),
      member("end_line", place.end.line),
      member("end_column", place.end.column),
      subject.map { Node.Member(key: "entity", value: $0.node) },
      member("environment", environment?.rawValue),
      member("pointer", pointer),
      member("suppressed", suppression),
      isBaselined ? Node.Member(key: "baselined", value: true) : nil,
      fix.map { Node.Member(key: "fix", value: $0.node) },
    ]
    return Node(.object(members.compactMap(\.self)))
  }

  private func member(_ key: String, _ text: String?) -> Node.Member? {
    text.map { Node.Member(key: key, value: Node(.string($0))) }
  }

  private func member(_ key: String, _ number: Int) -> Node.Member? {
    Node.Member(key: key, value: Node(integerLiteral: number))
  }
}

extension FindingFix {
  fileprivate var node: Node { .object(["description": Node(.string(description))]) }
}

extension Finding.Subject {
  fileprivate var node: Node {
    var members = [Node.Member(key: "kind", value: Node(.string(kind)))]
    if let id { members.append(Node.Member(key: "id", value: Node(.string(id)))) }
    return Node(.object(members))
  }
}
