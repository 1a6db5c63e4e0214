import Testing

@testable import Documents

@Suite struct TOMLWriterTests {
  @Test func writesPlainValuesBeforeTablesAndIndentsWhatTablesHold() {
    let node: Node = .object([
      "vm": [.object(["size": "shared-cpu-1x"]), .object(["cpus": 2])],
      "app": "harbour",
      "checks": .object(["tcp-80": .object(["port": 80, "is_on": true])]),
      "regions": ["fra", "lhr"],
    ])
    #expect(
      TOMLWriter.document(node) == """
        app = 'harbour'
        regions = ['fra', 'lhr']

        [[vm]]
          size = 'shared-cpu-1x'

        [[vm]]
          cpus = 2

        [checks]

          [checks.tcp-80]
            port = 80
            is_on = true

        """)
  }

  @Test(arguments: [
    ("plain", "'plain'"), ("it's", #""it's""#), ("a\nb", #""a\nb""#), ("tab\there", "'tab\there'"),
    (#"back\slash"#, #"'back\slash'"#), ("quote\"'", #""quote\"'""#), ("\u{7F}", #""\u007f""#),
    ("\u{0}", #""\u0000""#), ("ü🚀", "'ü🚀'"), ("", "''"),
  ])
  func quotesTexts(_ text: String, as written: String) {
    let node: Node = .object(["key": Node(.string(text))])
    #expect(TOMLWriter.document(node) == "key = \(written)\n")
  }

  @Test(arguments: [
    ("a-b_C9", "a-b_C9"), ("a b", "'a b'"), ("", "''"), ("ä", "'ä'"), ("a.b", "'a.b'"),
  ])
  func quotesKeysThatAreNotBare(_ key: String, as written: String) {
    let node = Node(.object([Node.Member(key: key, value: 1)]))
    #expect(TOMLWriter.document(node) == "\(written) = 1\n")
  }

  @Test func leavesNullsOutAndWritesNestedValuesInline() {
    let node: Node = .object([
      "nothing": Node(.null), "mixed": [1, .object(["a": "b", "c": Node(.null)])],
    ])
    #expect(TOMLWriter.document(node) == "mixed = [1, { a = 'b' }]\n")
  }

  @Test func writesAnEmptyTableAsItsHeader() {
    #expect(TOMLWriter.document(.object(["build": .object([:])])) == "[build]\n")
  }

  @Test func writesInsideAnArrayWhatHasNoHeaderThere() throws {
    let moment = try #require(DateTime("1979-05-27T07:32:00Z"))
    let node: Node = .object([
      "a": [.object([:]), Node(.dateTime(moment)), Node(.number(Number(literal: "-inf")))]
    ])
    #expect(TOMLWriter.document(node) == "a = [{}, 1979-05-27T07:32:00Z, -inf]\n")
  }

  @Test func makesAFloatOfAWholeNumberThatIsTooLong() {
    let node: Node = .object([
      "a": Node(.number(Number(literal: "123456789012345678901234567890")))
    ])
    #expect(TOMLWriter.document(node) == "a = 123456789012345678901234567890.0\n")
  }
}
