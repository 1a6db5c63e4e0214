package import Documents

/// Where a rule puts what it finds in a fly.toml.
package struct FlyTomlReport: Sendable {
  struct Found: Sendable {
    var span: Span
    var message: String
    var help: String?
    var fix: FlyTomlFix?
    /// Whether flyctl understands the same before the fix and after it.
    var keepsMeaning = false
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
