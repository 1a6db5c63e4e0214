@testable import DeployModel

/// Values made to break whatever writes or reads them; the same in every run.
enum HostileValues {
  /// Pieces that mean something to a shell, to a reader of `.env` files, to JSON or to Fly.
  private static let pieces: [String] = [
    "'", "\"", "\"\"\"", "`", "\\", "\\n", "\\'", "\\\"", "$", "$(id)", "${HOME}", "$((1))", "#",
    " #", "=", "\n", "\r", "\r\n", "\t", " ", "  ", ";", "&&", "|", ">", "<", "!", "!!", "*", "?",
    "~", "{a,b}", "[", "]", "%s", "\u{1}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}",
    "é", "🚀", "👩‍👩‍👧", "\u{200E}", "a", "Zz", "0", "-", "--", "export ", "A=", "EOF", "\n\n",
    "\n#", "\n\"\"\"", "'\\''", "\u{1B}[31m", "\\u0041", "\\", "/",
  ]

  /// Texts alone that stand at an edge of some rule.
  private static let edges: [String] =
    ["", "\"", "'", "\"\"", "''", "\"\"\"", "\\", "#", " ", "\n", "\r", "\r\n", "\t", "`", "-n"]
    + [65_528, 65_529, 65_530, 65_535, 65_536].map { String(repeating: "x", count: $0) }
    + [String(repeating: "'", count: 70_000), String(repeating: "\"", count: 1000)]

  static func make(_ count: Int) throws -> [ExportedValue] {
    var random = SplitMix(state: 2026)
    return try (0..<count).map { index in
      let text = index < edges.count ? edges[index] : text(&random)
      return ExportedValue(try VariableKey("K\(index)"), Secret(text), of: .production)
    }
  }

  private static func text(_ random: inout SplitMix) -> String {
    let length = Int.random(in: 1...12, using: &random)
    return (0..<length).reduce(into: "") { text, _ in
      text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
  }
}
