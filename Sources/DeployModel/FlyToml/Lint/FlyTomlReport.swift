package import Documents

/// Where a rule puts what it finds in a fly.toml.
package struct FlyTomlReport: Sendable {
  struct Found: Sendable {
    var span: Span
    var message: String
    var help: String?
    var fix: FlyTomlFix?
  }

  private(set) var findings: [Found] = []

  init() {}

  package mutating func add(
    _ message: String, help: String? = nil, at span: Span, fix: FlyTomlFix? = nil
  ) {
    findings.append(Found(span: span, message: message, help: help, fix: fix))
  }

  package mutating func add<Content>(
    _ message: String, help: String? = nil, at value: FlyTable.Value<Content>,
    fix: FlyTomlFix? = nil
  ) {
    add(message, help: help, at: value.span, fix: fix)
  }
}

/// A change that mends what a rule has found and means nothing else.
package enum FlyTomlFix: Hashable, Sendable {
  /// The value at the finding's place is to be this one.
  case value(FlyTomlLiteral)
  /// The key at the finding's place is to have this name.
  case key(String)
  /// The key at the finding's place is to go, with its value.
  case removal
}

/// A plain value that a fix writes.
package enum FlyTomlLiteral: Hashable, Sendable {
  case text(String)
  case number(Int)
  case boolean(Bool)

  var node: Node {
    switch self {
    case .text(let text): Node(.string(text))
    case .number(let number): Node(integerLiteral: number)
    case .boolean(let flag): Node(.bool(flag))
    }
  }
}
