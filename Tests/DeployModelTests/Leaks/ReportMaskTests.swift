import Documents
import Foundation
import Testing

@testable import DeployModel

/// What is left of secrets in the texts of a report.
@Suite struct ReportMaskTests {
  private static let value = "Quiet \"anchor\"/1987+é"
  /// In two pieces, so that no scanner stops at this file.
  private static let token = "sk_" + "live_9vQ2mX7pL4tR8wK1zB5nC3dF"
  private static let password = "password = 'q7LwR2" + "vx9TmB4k'"

  private static func mask(_ values: String...) -> ReportMask {
    var known = KnownValues()
    for value in values { known.insert(Secret(value), named: "a value") }
    return ReportMask(known)
  }

  private static func lines(_ text: String, _ mask: ReportMask, named name: String = "a.toml")
    -> String
  {
    let source = mask.masked(SourceText(name: name, text))
    return source.text(of: source.span)
  }

  @Test func onlyTheBeginningOfAKnownValueIsLeftInAMessage() {
    let mask = Self.mask(Self.value)
    #expect(
      mask.masked("there is no region '\(Self.value)', nor '\(Self.value)'")
        == "there is no region 'Quie…', nor 'Quie…'")
    let encoded = Data(Self.value.utf8).base64EncodedString()
    #expect(!mask.masked("'\(encoded)'").contains(encoded.dropFirst(8).prefix(12)))
    #expect(mask.masked("there is no region 'quiet'") == "there is no region 'quiet'")
  }

  @Test func aValueThatAMessageCutsOffIsHidden() {
    let long = "postgres://app:" + String(repeating: "Qv8z", count: 40)
    let message = "there is no region \(Quoted("at " + long))"
    #expect(Self.mask(long).masked(message) == "there is no region 'at post…'")
    #expect(ReportMask().masked("no region 'atlantis…'") == "no region 'atlantis…'")
  }

  @Test func aValueOfSeveralLinesIsHiddenInAMessage() {
    let value = "first line\nof a \tsecret"
    let message = "there is no region \(Quoted(value + "\u{1B}"))"
    #expect(Self.mask(value).masked(message) == "there is no region 'firs…\\u{1b}'")
    #expect(ReportMask().masked(message) == message)
  }

  @Test func ofAValueAroundAnotherNothingIsLeft() {
    let value = "Quiet anchor of 1987"
    for length in 1..<20 {
      let outer =
        String(repeating: "<", count: length) + value + String(repeating: ">", count: length)
      let mask = Self.mask(value, outer)
      #expect(mask.masked(outer) == outer.prefix(4) + "…")
      #expect(mask.masked(value) == "Quie…")
    }
  }

  @Test func aLongValueIsHiddenToItsEnds() {
    var drawn = DrawnCharacters(3)
    let long = drawn.base64(1_000)
    let shown = Self.lines("a = '\(long)' # end", Self.mask(long))
    #expect(shown == "a = '\(long.prefix(4))\(String(repeating: "*", count: 996))' # end")
  }

  @Test func tokensAreHiddenInMessagesAndPasswordsInReasons() {
    let mask = ReportMask()
    #expect(mask.masked("was \(Self.token) once") == "was sk_l… once")
    #expect(mask.masked(reason: "was \(Self.password) once") == "was password = 'q7L…' once")
  }

  @Test func linesAndColumnsOfAFileStayTrue() {
    let text = "é = '\(Self.value)'\nb = '\(Self.token)'\n\(Self.password)\n"
    let shown = Self.lines(text, Self.mask(Self.value)).split(separator: "\n")
    let stars = String(repeating: "*", count: Self.value.unicodeScalars.count - 4)
    #expect(shown.first == "é = 'Quie\(stars)'")
    #expect(shown.dropFirst().first == "b = '\(String(repeating: "*", count: 32))'")
    #expect(shown.last == "password = '**************'")
  }

  @Test func aValueOfSeveralLinesIsHiddenInEach() {
    let value = "first line of it\nsecond line of it\r\nthird"
    let shown = Self.lines("'''\n\(value)\n'''\n", Self.mask(value))
    #expect(shown == "'''\nfirs************\n*****************\r\n*****\n'''\n")
  }

  @Test func aFindingIsMaskedInAllItsTexts() throws {
    var finding = Finding(
      .regionUnknown, "'\(Self.value)'", help: "mend '\(Self.value)'", file: "a.toml")
    finding.pointer = "/\(Self.value)"
    finding.suppression = "was \(Self.value)"
    finding.subject = Finding.Subject(kind: "HealthCheck", id: Self.value)
    let masked = finding.masked(by: Self.mask(Self.value))
    #expect(masked.message == "'Quie…'")
    #expect(masked.help == "mend 'Quie…'")
    #expect(masked.pointer == "/Quie…")
    #expect(masked.suppression == "was Quie…")
    #expect(masked.subject?.id == "Quie…")
  }

  @Test func aFixThatWritesASecretAnewIsLeftOut() {
    let value = "Quiet anchor of 1987"
    var finding = Finding(.regionUnknown, "x", help: nil, file: "a.toml")
    finding.fix = FindingFix("write '\(value)'", .filling(value, of: FieldPath([])))
    #expect(finding.masked(by: Self.mask("another " + value)).fix != nil)
    #expect(finding.masked(by: Self.mask(value)).fix == nil)
  }
}
