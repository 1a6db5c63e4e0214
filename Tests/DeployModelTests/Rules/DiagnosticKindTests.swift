import Documents
import Foundation
import Testing

@testable import DeployModel

/// A mistake that readers report and no rule claims would be dropped without a word.
struct DiagnosticKindTests {
  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  /// Every kind that the sources declare, found in their text: nothing can be left off a list.
  private static func declaredKinds() throws -> [Diagnostic.Kind] {
    let declaration = try Regex(#"static let \w+ = (?:Kind|Self)\(rawValue: "([a-z-]+)"\)"#)
    var kinds: [Diagnostic.Kind] = []
    for target in ["Documents", "DeployModel"] {
      let folder = sources.appendingPathComponent(target)
      let files = try #require(FileManager.default.enumerator(atPath: folder.path))
      for case let file as String in files where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        guard text.contains("Diagnostic.Kind {") || text.contains("struct Kind") else { continue }
        for match in text.matches(of: declaration) {
          kinds.append(Diagnostic.Kind(rawValue: String(match.output[1].substring ?? "")))
        }
      }
    }
    return kinds
  }

  @Test func everyKindIsClaimedByExactlyOneRule() throws {
    let kinds = try Self.declaredKinds()
    #expect(kinds.count >= 13)
    for kind in kinds {
      let claims = Rule.all.filter { $0.check.readingKinds.contains(kind) }
      let ofFlyToml = Rule.all.filter { $0.check.flyTomlKinds.contains(kind) }
      let isOfBoth = kind == .syntax
      #expect(
        claims.count + ofFlyToml.count == (isOfBoth ? 2 : 1) && ofFlyToml.count < 2,
        "\(kind.rawValue): \((claims + ofFlyToml).map(\.name))")
    }
  }

  @Test func noRuleClaimsAKindThatNothingReports() throws {
    let claimed = Rule.all.flatMap { $0.check.readingKinds + $0.check.flyTomlKinds }
    #expect(Set(claimed).subtracting(try Self.declaredKinds()).isEmpty)
  }
}
