import CommandKit
import DeployModel
import Documents
import Foundation
import Testing

@testable import flyconf

/// The shape of the repository: what keeps it easy to find one's way in.
@Suite struct RepositoryTests {
  private static let sources = (try? Repository.files(in: "Sources", ending: ".swift")) ?? []

  @Test func everyRuleFileIsListed() throws {
    let files = try Repository.files(in: "Sources/DeployModel/Rules", ending: ".swift")
    for path in files where path.split(separator: "/").count == 5 {
      let name = path.split(separator: "/").last?.dropLast(".swift".count).lowercased() ?? ""
      #expect(
        Rule.all.contains { Self.fileName(of: $0) == name },
        "\(path) is not in Rules/RuleList.swift")
    }
  }

  @Test(arguments: Rule.all)
  func everyRuleHasAFileOfItsOwn(_ rule: Rule) {
    let name = "/\(Self.fileName(of: rule)).swift"
    let files = Self.sources.filter { $0.hasPrefix("Sources/DeployModel/Rules/") }
    #expect(files.contains { $0.lowercased().hasSuffix(name) }, "no file is named \(name)")
  }

  @Test func rulesAreInTheOrderOfTheirCodesAndUnique() {
    #expect(Rule.all.map(\.code) == Set(Rule.all.map(\.code)).sorted())
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
  }

  @Test(arguments: Rule.all)
  func aRuleSaysAllThatExplainPrints(_ rule: Rule) {
    #expect(!rule.summary.hasSuffix("."))
    #expect(rule.rationale.hasSuffix("."))
    #expect(rule.reference.count > 10)
    #expect(rule.code.text.wholeMatch(of: /FC\d{3}/) != nil)
  }

  @Test func commandsAreWellFormed() { #expect(Flyconf.tree.mistakes == []) }

  @Test func theTopLevelHoldsOnlyWhatBelongsThere() throws {
    let allowed: Set = [
      "Package.swift", "Sources", "Tests", "Examples", "README.md", ".gitignore", ".ci", ".git",
    ]
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.folder.path)
    #expect(names.filter { !allowed.contains($0) && !$0.hasPrefix(".build") } == [])
  }

  /// What looks like a secret is made of parts, or says beside itself why it stands there.
  @Test(.enabled(if: GitProgram.path != nil, "git is not installed"))
  func nothingInItLooksLikeASecret() throws {
    let folder = Repository.folder.path
    let repository = try #require(
      GitRepository.containing(folder, environment: GitProgram.environment))
    var scan = LeakScan()
    try scan.scan(
      repository.files(below: folder).tracked, staged: repository.stagedFiles(), in: repository)
    let leaks = scan.leaks.filter { $0.suppression == nil }
    #expect(leaks.map { "\($0.file):\($0.start.line) \($0.what)" } == [])
    let remarks = scan.remarks.map { $0.finding(in: $0.file) }
    #expect(remarks.map { "\($0.place.file):\($0.place.start.line) \($0.message)" } == [])
    #expect(scan.fileCount > 1_000)
  }

  @Test func nothingIsDependedOn() throws {
    let manifest = try Repository.read("Package.swift")
    #expect(!manifest.contains(".package("))
  }

  @Test func onlyTheCryptographyFolderKnowsLibcrypto() throws {
    for path in Self.sources where !path.contains("/Vault/Crypto/") {
      #expect(try !Repository.read(path).contains("import COpenSSL"), "\(path)")
    }
  }

  @Test func filesAreShort() throws {
    let lengths = try Self.sources.map {
      ($0, try Repository.read($0).split(separator: "\n", omittingEmptySubsequences: false).count)
    }
    for (path, length) in lengths {
      #expect(length <= (Self.isParserOrTable(path) ? 450 : 300), "\(path)")
    }
    let sorted = lengths.map(\.1).sorted()
    #expect(sorted[sorted.count / 2] <= 120)
  }

  @Test func functionsAreShort() throws {
    var lengths: [Int] = []
    for path in Self.sources {
      for function in SwiftFunction.all(in: try Repository.read(path)) {
        lengths.append(function.length)
        #expect(function.length <= 60, "\(path): \(function.signature)")
      }
    }
    let sorted = lengths.sorted()
    #expect(sorted[sorted.count / 2] <= 10)
  }

  @Test func namesSayWhatAFileIsAbout() {
    let vague = ["Util", "Helper", "Extension", "Manager.", "Service.", "Constants", "Misc"]
    for path in Self.sources where !path.hasSuffix("/CredentialManager.swift") {
      let name = path.split(separator: "/").last ?? ""
      #expect(!vague.contains { name.contains($0) }, "\(path)")
    }
  }

  @Test func nothingIsForcedOrLeftForLater() throws {
    let patterns: [(String, Regex<Substring>)] = [
      ("try!", /\btry!/), ("as!", /\bas!/), ("forced unwrap", /[A-Za-z0-9_)\]]!(?![=A-Za-z])/),
      ("unchecked", /@unchecked Sendable|nonisolated\(unsafe\)/), ("left", /TODO|FIXME|fatalError/),
    ]
    for path in Self.sources where !path.contains("/Vault/Crypto/") {
      for line in try Repository.read(path).split(separator: "\n") where !Self.isText(line) {
        for (name, pattern) in patterns {
          #expect(line.firstMatch(of: pattern) == nil, "\(name) in \(path): \(line)")
        }
      }
    }
  }

  // MARK: Parts

  /// `check-timeout-not-below-interval` stands in `CheckTimeoutNotBelowInterval.swift`; the case
  /// of HTTP and the like is left to the file.
  private static func fileName(of rule: Rule) -> String {
    rule.name.split(separator: "-").joined()
  }

  private static func isParserOrTable(_ path: String) -> Bool {
    path.contains("Reader") || path.contains("List.swift") || path.contains("/Platform/")
  }

  /// Comments and lines of text may hold what code may not.
  private static func isText(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " }
    return text.hasPrefix("//") || text.contains("\"")
  }
}
