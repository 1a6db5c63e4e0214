import Testing

@testable import DeployModel

@Suite struct OutputMaskTests {
  private static let secrets = [
    "hunter2-stripe", "k1-\"q\"/va lue+é=", "first line\nsecond: line\n",
  ]

  /// Masks a text that comes in pieces.
  private static func masked(_ pieces: [[UInt8]], _ patterns: MaskPatterns) -> String {
    var (mask, output) = (OutputMask(patterns), [UInt8]())
    for piece in pieces { piece.withUnsafeBytes { mask.mask($0, into: &output) } }
    mask.finish(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func masked(_ text: String, hiding values: [String]) -> String {
    masked([Array(text.utf8)], MaskPatterns(values: values.map { Secret($0) }))
  }

  @Test(arguments: [
    ("nothing", "nothing"), ("hunter2", "***"), ("a hunter2 b", "a *** b"),
    ("hunter2hunter2", "******"), ("hunter", "hunter"), ("hhunter2", "h***"),
    ("hunhunter2", "hun***"), ("hunter\n2", "hunter\n2"), ("", ""), ("HUNTER2", "HUNTER2"),
  ])
  func aValueIsReplacedAndAllElseStays(_ text: String, _ output: String) {
    #expect(Self.masked(text, hiding: ["hunter2"]) == output)
  }

  @Test func everyCutInTwoOrThreeGivesTheSame() {
    let patterns = MaskPatterns(values: Self.secrets.map { Secret($0) })
    let text = Array(
      "a hunter2-hunter2-stripe k1-\"q\"/va lue+é= aHVudGVyMi1zdHJpcGU= first line\r\nsecond: line"
        .utf8)
    let whole = Self.masked([text], patterns)
    #expect(whole == "a hunter2-*** *** *** ***")
    for first in 0...text.count {
      for second in first...text.count {
        let pieces = [text[..<first], text[first..<second], text[second...]].map(Array.init)
        #expect(Self.masked(pieces, patterns) == whole, "cut at \(first) and \(second)")
      }
    }
    #expect(Self.masked(text.map { [$0] }, patterns) == whole)
  }

  @Test func overlappingValuesAreHiddenToTheirLastByte() {
    #expect(Self.masked("xabcdefghx", hiding: ["abcde", "defgh"]) == "x***x")
    #expect(Self.masked("xabcdefghx", hiding: ["abcdefgh", "cdef"]) == "x***x")
    #expect(Self.masked("xabcdefgx", hiding: ["abcdefgh", "cdef"]) == "xab***gx")
    #expect(Self.masked("aaaaaaaa", hiding: ["aaaa"]) == "***")
    #expect(Self.masked("abababab-ababa", hiding: ["ababab"]) == "***-ababa")
  }

  @Test func aValueOfLessThanFourBytesIsShownAndALongerOneIsNot() {
    #expect(MaskPatterns.shortest == 4)
    #expect(Self.masked("abc abc", hiding: ["abc"]) == "abc abc")
    #expect(Self.masked("abcd abc", hiding: ["abcd"]) == "*** abc")
    #expect(MaskPatterns(values: [Secret("abc"), Secret("")]).isEmpty)
    #expect(Self.masked("é é", hiding: ["é"]) == "é é")
  }

  @Test func theEndOfAStreamIsGivenOut() {
    #expect(Self.masked("the end: hunter", hiding: ["hunter2"]) == "the end: hunter")
  }

  @Test func whatCannotBeginAValueIsGivenOutAtOnce() {
    let patterns = MaskPatterns(values: Self.secrets.map { Secret($0) })
    for prompt in ["Password: ", "> ", "$ ", "(yes/no)? ", ">>> ", "line\n", "hunter1"] {
      var (mask, output) = (OutputMask(patterns), [UInt8]())
      Array(prompt.utf8).withUnsafeBytes { mask.mask($0, into: &output) }
      #expect(String(decoding: output, as: UTF8.self) == prompt)
      #expect(mask.heldCount == 0)
    }
  }

  @Test func aWholeValueIsReplacedAtOnce() {
    var mask = OutputMask(MaskPatterns(values: [Secret("hunter2-stripe")]))
    var output: [UInt8] = []
    Array("key: hunter2-stripe".utf8).withUnsafeBytes { mask.mask($0, into: &output) }
    #expect(String(decoding: output, as: UTF8.self) == "key: ***")
    #expect(mask.heldCount == 0)
  }

  @Test func onlyTheStartOfAValueIsHeldBack() {
    var mask = OutputMask(MaskPatterns(values: [Secret("hunter2-stripe")]))
    var output: [UInt8] = []
    Array("name: hunter2".utf8).withUnsafeBytes { mask.mask($0, into: &output) }
    #expect(output == Array("name: ".utf8))
    #expect(mask.heldCount == 7)
    Array("-x".utf8).withUnsafeBytes { mask.mask($0, into: &output) }
    #expect(output == Array("name: hunter2-x".utf8))
    #expect(mask.heldCount == 0)
  }

  @Test func aPersonSeesLettersThatTellNextToNothingAndNoMore() {
    var mask = OutputMask(MaskPatterns(values: [Secret("hunter2-stripe")]))
    func type(_ text: String) -> String {
      var output: [UInt8] = []
      Array(text.utf8).withUnsafeBytes { mask.mask($0, into: &output) }
      mask.relent(into: &output)
      return String(decoding: output, as: UTF8.self)
    }
    #expect(type("h") == "h")
    #expect(type("un") == "un")
    #expect(type("t") == "")
    #expect(type("er2-stripe") == "***")
    #expect(type("h") == "h")
    #expect(type("x") == "x")
    #expect(type("hunter") == "")
    #expect(type("x") == "hunterx")
  }

  @Test func aPatternThatBeginsInTheMidstOfItselfIsFound() {
    let value = String(repeating: "a", count: 3_000) + "b"
    let text = String(repeating: "a", count: 10_000) + "b!"
    #expect(
      Self.masked(text, hiding: [value]) == String(repeating: "a", count: 7_000) + "***!")
  }

  @Test func findsWhatASearchForEachPatternFinds() {
    var random = Numbers(state: 7)
    for _ in 0..<300 {
      let patterns = (0..<4).map { _ in random.bytes(4 + random.next(5), of: 3) }
      let text = random.bytes(60, of: 3)
      var pieces: [[UInt8]] = []
      var rest = text[...]
      while !rest.isEmpty {
        let count = 1 + random.next(9)
        pieces.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      #expect(
        Self.masked(pieces, MaskPatterns(patterns)) == Self.searched(text, patterns),
        "\(patterns) in \(text)")
    }
  }

  /// The same by looking for each pattern at each place.
  private static func searched(_ text: [UInt8], _ patterns: [[UInt8]]) -> String {
    let ranges = patterns.flatMap { pattern in
      text.indices.filter { text[$0...].starts(with: pattern) }.map { $0..<$0 + pattern.count }
    }
    var output: [UInt8] = []
    for place in text.indices {
      guard ranges.contains(where: { $0.contains(place) }) else {
        output.append(text[place])
        continue
      }
      // A sign stands where nothing covers both this byte and the one before it.
      let goesOn = ranges.contains { $0.contains(place) && $0.contains(place - 1) }
      if !goesOn { output += OutputMask.sign.utf8 }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Numbers that are the same in every run.
  private struct Numbers {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }

    mutating func bytes(_ count: Int, of kinds: Int) -> [UInt8] {
      (0..<count).map { _ in UInt8(ascii: "a") + UInt8(next(kinds)) }
    }
  }
}
