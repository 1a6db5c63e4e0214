import Documents

@testable import DeployModel

/// What is found in a piece of a fly.toml, which is sound without it.
struct FoundInPiece {
  private let findings: [Finding]

  init(_ piece: String) {
    findings = FlyTomlFile(named: "fly.toml", "app = 'shop'\n" + piece).validate()
  }

  /// Such as `FC961 no shared machine with 3 cpus is sold`.
  var messages: [String] { findings.map { "\($0.rule.code) \($0.message)" } }

  var codes: [String] { findings.map(\.rule.code.text) }

  /// The lines of the piece, from 1.
  var lines: [Int] { findings.map { $0.place.start.line - 1 } }

  var helps: [String] { findings.map { $0.help ?? "" } }

  /// The findings and what to do about them, for what must never be in either.
  var words: String { (messages + helps).joined(separator: "\n") }
}

extension FoundInPiece {
  /// What is found in a `[[vm]]` of these lines.
  static func machine(_ lines: String) -> FoundInPiece { FoundInPiece("[[vm]]\n" + lines) }

  /// What is found in a `[[mounts]]` of these lines and what every volume needs.
  static func volume(_ lines: String) -> FoundInPiece {
    FoundInPiece("[[mounts]]\nsource = 'data'\ndestination = '/data'\n" + lines)
  }
}
