import Documents
import Foundation
import Testing

@testable import DeployModel

/// The search for values that are known, in whatever form they stand there.
@Suite struct KnownValueTests {
  private static let value = "Quiet \"anchor\"/1987+é"

  private static func leaks(
    in bytes: [UInt8], of values: [String] = [value], named name: String = "notes.bin"
  ) -> [Leak] {
    var known = KnownValues()
    for value in values { known.insert(Secret(value), named: "the value of '\(value.count)'") }
    var scan = LeakScan(knowing: known)
    scan.scan(SourceText(name: name, bytes: bytes))
    return scan.leaks
  }

  private static func leaks(in text: String, of values: [String] = [value]) -> [Leak] {
    leaks(in: Array(text.utf8), of: values)
  }

  @Test func findsAValueAsItIs() throws {
    let leak = try #require(Self.leaks(in: "a\nit is \(Self.value), really").first)
    #expect(leak.kind == .vaultValue)
    #expect(leak.start == SourcePosition(line: 2, column: 7))
    #expect(leak.end == SourcePosition(line: 2, column: 7 + Self.value.unicodeScalars.count))
    #expect(
      leak.finding(in: "a").message
        == "the value of '21', which the vault holds sealed, stands in the open: 'Quie…'")
  }

  @Test(arguments: 0..<6)
  func findsItInBase64WhereverItBegins(before: Int) {
    for after in 0..<4 {
      let text =
        String(repeating: "u", count: before) + Self.value
        + String(repeating: "!", count: after)
      let encoded = Data(text.utf8).base64EncodedString()
      let urlSafe = encoded.replacing("+", with: "-").replacing("/", with: "_")
      #expect(Self.leaks(in: "auth: \(encoded)\n").count == 1, "\(before) \(after)")
      #expect(Self.leaks(in: "auth=\(urlSafe)&x").count == 1, "\(before) \(after)")
    }
  }

  /// As `base64 .env` writes it: the value begins anywhere in a line, and may go on in the next.
  @Test(arguments: [64, 76], ["\n", "\r\n", "\n    "])
  func findsItInLinesOfBase64(length: Int, lineEnd: String) throws {
    for before in 40..<130 {
      let text = String(repeating: "u", count: before) + "\nTOKEN=" + Self.value + "\nPORT=8080\n"
      let digits = Array(Data(text.utf8).base64EncodedString())
      let lines = stride(from: 0, to: digits.count, by: length).map {
        String(digits[$0..<min($0 + length, digits.count)])
      }
      let leaks = Self.leaks(in: "secret: |\n    " + lines.joined(separator: lineEnd) + "\n")
      #expect(leaks.map(\.kind) == [.vaultValue], "\(before)")
      // Three bytes are four digits.
      let first = (before + 7) * 4 / 3 / length
      #expect([first + 2, first + 3].contains(leaks.first?.start.line ?? 0), "\(before)")
    }
  }

  @Test(arguments: [
    "Quiet%20%22anchor%22%2F1987%2B%C3%A9", "Quiet%20%22anchor%22%2f1987%2b%c3%a9",
    #"Quiet \"anchor\"/1987+é"#, #"Quiet \"anchor\"\/1987+é"#,
  ])
  func findsItAsURLsAndJSONWriteIt(form: String) {
    #expect(Self.leaks(in: "x \(form) y").map(\.kind) == [.vaultValue])
  }

  @Test func findsItInBinaryFilesAndBehindTheEndOfABlock() {
    let zeros = [UInt8](repeating: 0, count: 3_000_000)
    #expect(Self.leaks(in: zeros + Self.value.utf8 + zeros).count == 1)
  }

  @Test func findsNothingThatOnlyBeginsOrEndsAlike() {
    #expect(Self.leaks(in: "Quiet \"anchor\"/1987+e and anchor\"/1987+é").isEmpty)
  }

  @Test func findsManyValuesThatHaveMostInCommon() {
    let values = (100..<300).map { "postgres://app:\($0)secretly@db.harbour.dev/app" }
    let text = values.joined(separator: "\n")
    #expect(Self.leaks(in: text, of: values).count == values.count)
    #expect(
      Self.leaks(in: text.replacing("secretly", with: "secretlY"), of: values).count {
        $0.kind == .vaultValue
      } == 0)
  }

  @Test func findsALongValueByItsMiddle() {
    var drawn = DrawnCharacters(3)
    let long = "-----BEGIN CERTIFICATE-----\n" + drawn.base64(4_000)
    #expect(Self.leaks(in: long, of: [long]).map(\.kind) == [.vaultValue])
    let other = "-----BEGIN CERTIFICATE-----\n" + drawn.base64(4_000)
    #expect(Self.leaks(in: other, of: [long]).isEmpty)
  }

  /// Of a value that has a form besides, it is worth more to know that it is the vault's.
  @Test func aTokenThatTheVaultHoldsIsAValueOfTheVault() {
    let token = "sk_" + "live_9vQ2mX7pL4tR8wK1zB5nC3dF"
    #expect(Self.leaks(in: "key = '\(token)'", of: [token]).map(\.kind) == [.vaultValue])
    #expect(Self.leaks(in: "key = '\(token)'").map(\.kind) == [.token])
  }

  @Test(arguments: ["", "short", "production", "postgres", "1234567890123", "aaaaaaaaaaaaaaaa"])
  func leavesOutWhatStandsEverywhere(value: String) {
    var known = KnownValues()
    known.insert(Secret(value), named: "a")
    #expect(known.isEmpty)
    #expect(known.omittedCount == 1)
  }

  @Test func readsATextOncePerByteHoweverManyPlacesLookAlike() {
    // Each place of the text looks like the middle of the value.
    let value = String(repeating: "abcdefgh", count: 31)
    let text = String(repeating: "abcdefgh", count: 1 << 15) + "x"
    #expect(Self.leaks(in: text, of: [value + "!"]).isEmpty)
  }
}
