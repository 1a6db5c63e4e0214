import Testing

@testable import DeployModel

/// What stands under a secret's name is in no message, help or fix, and in no line that is shown.
@Suite struct FlyTomlSecrecyTests {
  private static let sentinel = "8675309"

  @Test(arguments: [
    "[env]\nDB_PASSWORD = \(sentinel)", "[env]\ndb_password = \(sentinel).5",
    "[env]\nAPI_TOKEN = ['\(sentinel)']", "[env]\nAPI_TOKEN = { a = '\(sentinel)' }",
    "[build.args]\nNPM_TOKEN = \(sentinel)",
    "[checks.a.headers]\nX-Api-Key = \(sentinel)",
    "[[checks.a.headers]]\nname = 'X-Api-Key'\nvalue = \(sentinel)",
  ])
  func noFindingSaysTheValue(_ piece: String) {
    let found = FlyTomlFile(named: "fly.toml", "app = 'shop'\n" + piece).validate()
    #expect(found.contains { $0.rule.code == "FC911" || $0.rule.code == "FC902" })
    for finding in found {
      let texts = [finding.message, finding.help ?? "", finding.fix?.description ?? ""]
      #expect(!texts.contains { $0.contains(Self.sentinel) }, "\(texts)")
    }
  }

  @Test(arguments: ["smtp_password = 'hunter2-x'", "X-Api-Key = \"hunter2-x\""])
  func noShownLineSaysTheValue(_ line: String) {
    let masked = FlyTomlMask.masked(line)
    #expect(!masked.contains("hunter2"))
    #expect(masked.unicodeScalars.count == line.unicodeScalars.count)
  }
}
