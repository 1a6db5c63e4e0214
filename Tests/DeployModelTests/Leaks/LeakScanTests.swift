import Documents
import Foundation
import Testing

@testable import DeployModel

/// What the scan finds in a repository that was made for it, and what it leaves alone.
@Suite struct LeakScanTests {
  @Test func findsNearlyEveryPlantedSecretAndHardlyAnythingElse() throws {
    #expect(PlantedFile.leaks.count == 40)
    #expect(PlantedFile.lookAlikes.count == 40)
    let missed = PlantedFile.leaks.filter { Self.leaks(in: $0).isEmpty }
    let alarms = PlantedFile.lookAlikes.filter { !Self.leaks(in: $0).isEmpty }
    #expect(missed.map(\.path) == [])
    #expect(alarms.map { "\($0.path): \(Self.leaks(in: $0).map(\.what))" } == [])
  }

  @Test func findsEachSecretOnce() {
    for file in PlantedFile.leaks {
      #expect(Self.leaks(in: file).count <= 1, "\(file.path): \(Self.leaks(in: file).map(\.what))")
    }
  }

  @Test func showsFourCharactersAtMost() {
    for file in PlantedFile.leaks {
      for leak in Self.leaks(in: file) {
        #expect(leak.beginning.count <= 4)
        let finding = leak.finding(in: file.path)
        let text = finding.message + (finding.help ?? "")
        #expect(!Self.quotesSecret(text, of: file), "\(text)")
      }
    }
  }

  @Test func anIdentityIsReplacedInTheVault() throws {
    let identity = "FLYCONF-IDENTITY-1-" + String(repeating: "q7Xw2Lr9", count: 9)
    let leak = try #require(Self.leaks(in: identity, named: "a.txt").first)
    let help = leak.finding(in: "a.txt").help ?? ""
    #expect(help.contains("`flyconf vault members replace NAME REQUEST --stolen`"), "\(leak.what)")
    #expect(help.contains("`flyconf vault join NAME --replace`"))
    #expect(!help.contains("secrets set"))
  }

  @Test(arguments: ["\n", "\r\n"])
  func pointsAtTheSecret(lineEnd: String) throws {
    let token = "sk_" + "live_9vQ2mX7pL4tR8wK1zB5nC3dF"
    let text = ["# ключ", "a = 1", "ключ = '\(token)'"].joined(separator: lineEnd)
    let leak = try #require(Self.leaks(in: text, named: "a.py").first)
    #expect(leak.start == SourcePosition(line: 3, column: 9))
    #expect(leak.end == SourcePosition(line: 3, column: 9 + token.count))
    #expect(leak.beginning == "sk_l")
    #expect(
      leak.finding(in: "a.py").message == "a Stripe secret key stands in the open: 'sk_l…'")
  }

  @Test func findsWhatStandsInUTF16() throws {
    let text = "password = 'q7LwR2" + "vx9TmB4k'\r\n"
    let units = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let bytes: [UInt8] = [0xFF, 0xFE] + units
    var scan = LeakScan()
    scan.scan(SourceText(name: "settings.ps1", bytes: bytes))
    let leak = try #require(scan.leaks.first)
    #expect(leak.start.column == 13)
    #expect(leak.kind == .likelySecret)
  }

  @Test func findsTokensButNoValuesInBinaryFiles() {
    let token = "sk_" + "live_9vQ2mX7pL4tR8wK1zB5nC3dF"
    let text = "\0\0key=\0\(token)\0password='q7LwR2" + "vx9TmB4k'"
    #expect(Self.leaks(in: text, named: "app.bin").map(\.kind) == [.token])
  }

  @Test func believesAChecksumOnlyIfItFits() {
    let payload = "zQ4mX7pL2tR8wK1vB5nC3dFhJ6sGyT"
    let sum = String(decoding: TokenChecksum.text(for: payload.utf8), as: UTF8.self)
    #expect(Self.leaks(in: "gh" + "p_\(payload)\(sum)", named: "a").count == 1)
    #expect(Self.leaks(in: "gh" + "p_\(payload)000000", named: "a").isEmpty)
  }

  @Test func computesTheChecksumOfAPublishedToken() {
    let sum = TokenChecksum.text(for: "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ".utf8)
    #expect(String(decoding: sum, as: UTF8.self) == "0mLq17")
  }

  // MARK: Names

  private static let drawnPassword = "q7LwR2" + "vx9TmB4kP3"

  @Test(arguments: [
    "password = '%'", "\"password\": \"%\"", "password: %", "PASSWORD=%", "--db-password=%",
    "define('DB_PASSWORD', '%');", "<add key=\"ApiSecret\" value=\"%\" />",
    "- name: DB_PASSWORD\n  value: \"%\"", "{\"name\":\"APP_TOKEN\",\"value\":\"%\"}",
    "let apiKey: String = \"%\"", "'apiKey' => '%'", "var apiKey := \"%\"", "x.apiKey=%",
    "curl -u admin:% https://a.b", "Authorization: Bearer %", "machine a.b login c password %",
    "pass = b'%'", "\"{\\\"token\\\": \\\"%\\\"}\"",
  ])
  func readsTheNameOfAValueInManyWays(form: String) {
    let text = form.replacing("%", with: Self.drawnPassword)
    #expect(Self.leaks(in: text, named: "a").count == 1, "\(text)")
  }

  @Test(arguments: [
    "user = '%'", "password_hash = '%'", "token_id: %", "publicKeyToken=\"%\"",
    "cursor_token: '%'", "f('%', password)", "password == '%'", "x(password, %)",
    "<add key=\"Name\" value=\"%\" />", "- name: RELEASE\n  value: \"%\"",
  ])
  func leavesValuesAloneThatAreNotNamedAsSecret(form: String) {
    let text = form.replacing("%", with: Self.drawnPassword)
    #expect(Self.leaks(in: text, named: "a").isEmpty, "\(text)")
  }

  // MARK: Blocks

  @Test(arguments: [0, 1_040_379, 1_040_383, 1_040_384, 1_048_570, 1_048_575, 1_048_576, 3_000_017])
  func findsASecretWhereverABlockEnds(offset: Int) throws {
    let token = "sk_" + "live_9vQ2mX7pL4tR8wK1zB5nC3dF"
    let lines = String(repeating: "nothing here\n", count: offset / 13)
    let rest = String(repeating: " ", count: offset % 13)
    let text = lines + rest + token + "\n" + String(repeating: "more\n", count: 10_000)
    var stream = LeakStream(ScannedFile(path: "a.txt"), KnownValues())
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      bytes.prefix(100_003).withUnsafeBytes { stream.append($0) }
      bytes = bytes.dropFirst(100_003)
    }
    let leaks = stream.finish()
    #expect(
      leaks.map(\.start) == [SourcePosition(line: offset / 13 + 1, column: offset % 13 + 1)])
  }

  // MARK: Benchmark

  private static let benchmarkFolder =
    ProcessInfo.processInfo.environment["FLYCONF_BENCHMARK_LEAKS"]

  /// For `Tests/Benchmarks/run`, which scans it side by side with another scanner.
  @Test(.enabled(if: benchmarkFolder != nil))
  func writesAPlantedFolder() throws {
    let folder = try #require(Self.benchmarkFolder)
    for file in PlantedFile.leaks + PlantedFile.lookAlikes {
      let path = "\(folder)/planted/\(file.path)"
      try FileSystem().createFolder(Path.parent(of: path))
      try FileSystem().replace(path, with: Array(file.text.utf8))
    }
    try FileSystem().replace("\(folder)/planted/fly.toml", with: Array("app = 'planted'\n".utf8))
    let list = PlantedFile.leaks.map { $0.path + "\n" }.joined()
    try FileSystem().replace("\(folder)/leaks.txt", with: Array(list.utf8))
  }

  // MARK: Parts

  static func leaks(in file: PlantedFile) -> [Leak] { leaks(in: file.text, named: file.path) }

  static func leaks(in text: String, named name: String) -> [Leak] {
    var scan = LeakScan()
    scan.scan(SourceText(name: name, text))
    return scan.leaks
  }

  /// Whether a text has six characters in a row of the part of a file that was drawn.
  private static func quotesSecret(_ text: String, of file: PlantedFile) -> Bool {
    let runs = file.text.split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= 14 }
    return runs.contains { text.contains($0.suffix(6)) }
  }
}
