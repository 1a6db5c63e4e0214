import Documents

@testable import DeployModel

/// What a rule proposes to mend in a piece of a fly.toml, and where.
struct FixInPiece: Equatable {
  var place: String
  var fix: FlyTomlFix

  init(_ place: String, _ fix: FlyTomlFix) {
    self.place = place
    self.fix = fix
  }

  static func all(of rule: Rule, in piece: String) -> [FixInPiece] {
    let source = SourceText(name: "fly.toml", piece)
    guard let configuration = FlyTomlFile(source).configuration, let check = rule.check.flyToml
    else { return [] }
    var report = FlyTomlReport()
    check(configuration, &report)
    return report.findings.compactMap { found in
      found.fix.map { FixInPiece(source.text(of: found.span), $0) }
    }
  }
}
