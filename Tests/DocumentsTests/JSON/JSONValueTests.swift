import Foundation
import Testing

@testable import Documents

struct JSONValueTests {
  @Test func keepsANumbersLiteral() throws {
    let literals = [
      "0", "-0", "1.0", "1.10", "1e2", "1E+02", "-0.0e-0", "123456789012345678901234567890",
      "0.1000000000000000055511151231257827", "1e400",
    ]
    let node = try json("[\(literals.joined(separator: ", "))]")
    let numbers = node.elements.compactMap { element -> Number? in
      if case .number(let number) = element.value { number } else { nil }
    }
    #expect(numbers.map { $0.literal } == literals)
    #expect(numbers.map { $0.integer } == [0, 0] + Array(repeating: nil, count: 8))
    #expect(
      numbers.map { $0.isWhole } == [true, true, false, false, false, false, false, true]
        + [false, false])
  }

  @Test func takesForAnIntegerOnlyWhatFitsSixtyFourBits() {
    #expect(Number(literal: "9223372036854775807").integer == .max)
    #expect(Number(literal: "9223372036854775808").integer == nil)
    #expect(Number(literal: "-9223372036854775808").integer == .min)
    #expect(Number(-12).description == "-12")
  }

  @Test(
    arguments: [
      ("1", true), ("0", false), ("-1", false), ("0.0", false), ("0.01", true), ("0e5", false),
      ("-0.1", false), ("1e-400", true), ("0E9", false), ("0.0000e1", false),
    ])
  func tellsByTheDigitsWhetherANumberIsPositive(_ literal: String, _ isPositive: Bool) {
    #expect(Number(literal: literal).isPositive == isPositive)
  }

  @Test func decodesEveryEscape() throws {
    let text = try json(#""\"\\\/\b\f\n\r\t\u0000\u00e9\u20AC\ud83D\uDe80 é€🚀""#).text
    #expect(text == "\"\\/\u{8}\u{C}\n\r\t\0é€🚀 é€🚀")
  }

  @Test func keepsApartWhatOnlyLooksTheSame() throws {
    let reading = Reading("{\"\u{E9}\": 1, \"e\u{301}\": 2, \"\u{212A}\": 3, \"K\": 4}")
    let node = try #require(reading.node)
    #expect(reading.diagnostics.isEmpty)
    #expect(node.members.count == 4)
    #expect(node["e\u{301}"]?.isEqual(to: 2) == true)
    #expect(node["K"]?.isEqual(to: 4) == true)
    #expect(!Node(stringLiteral: "\u{E9}").isEqual(to: Node(stringLiteral: "e\u{301}")))
  }

  @Test func remembersWhereEverythingStands() throws {
    let reading = Reading(" {\"é\" : [1, \"x\"] , \"b\":null}\n")
    let root = try #require(reading.node)
    let member = try #require(root.member("é"))
    func text(_ span: Span) -> String { reading.source.text(of: span) }
    #expect(text(root.span) == "{\"é\" : [1, \"x\"] , \"b\":null}")
    #expect(text(member.keySpan) == "\"é\"")
    #expect(text(member.value.span) == "[1, \"x\"]")
    #expect(member.value.elements.map { text($0.span) } == ["1", "\"x\""])
    #expect(root["b"].map { text($0.span) } == "null")
  }

  @Test func countsTheLastOfDoubledKeysAndReportsEachDouble() throws {
    let reading = Reading(#"{"a": 1, "b": 2, "a": 3, "\u0061": 4}"#)
    let node = try #require(reading.node)
    #expect(JSONWriter.line(node) == #"{"b":2,"a":4}"#)
    #expect(reading.findings.map { $0.prefix(7) } == ["1:18-21", "1:26-34"])
  }

  @Test func findsDoubledKeysInLargeObjectsToo() {
    let members = (0..<40).map { "\"k\($0)\": \($0)" }
    #expect(Reading("{\(members.joined(separator: ","))}").diagnostics.isEmpty)
    let reading = Reading("{\((members + ["\"k7\": 0"]).joined(separator: ","))}")
    #expect(reading.diagnostics.map { $0.kind } == [.duplicateField])
    #expect(reading.node?.members.count == 40)
    #expect(reading.node?["k7"]?.isEqual(to: 0) == true)
  }

  @Test func readsOnlyItsPartOfASource() throws {
    let source = SourceText(name: "log.jsonl", "{\"a\":1}\n{\"a\":2} x")
    var diagnostics: [Diagnostic] = []
    let node = try #require(JSONReader.read(source, part: 8..<15, &diagnostics))
    #expect(diagnostics.isEmpty)
    #expect(node["a"]?.span == Span(13..<14))
  }
}
