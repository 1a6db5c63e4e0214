import Documents
import Testing

@testable import DeployModel

@Suite struct DotenvReaderTests {
  private static func read(_ text: String) throws -> [ImportedValue] {
    let file = ImportFormat.dotenv.read(SourceText(name: ".env", text))
    try #require(file.mistakes.isEmpty)
    return file.values
  }

  /// What is wrong with a text, as `line:column reason`.
  static func mistakes(_ text: String, _ format: ImportFormat = .dotenv) -> [String] {
    format.read(SourceText(name: "file", text)).mistakes.map { mistake in
      "\(mistake.line)\(mistake.column.map { ":\($0)" } ?? "") \(mistake.reason)"
    }
  }

  /// A text, and the value of its last variable.
  @Test(arguments: [
    ("A=1", "1"), ("A = 1 ", "1"), ("\t A\t=\t1\t", "1"), ("export A=1", "1"),
    ("export\tA =1", "1"), ("A=", ""), ("A= ", ""), ("A=\n", ""), ("A=\r\n", ""),
    ("\u{FEFF}A=1", "1"), ("A=1\r\nB=2\r\n", "2"), ("A=1\rB=2", "2"),
    // Comments and signs.
    ("# A=0\nA=1", "1"), ("  # A=0\nA=1", "1"), ("A=1 # one", "1"), ("A=1\t# one", "1"),
    ("A=1#one", "1#one"), ("A=#1", "#1"), ("A= # one", ""), ("A=a=b==", "a=b=="),
    ("A=p@ss#w0rd!$^&*(", "p@ss#w0rd!$^&*("), ("A=a'b\"c`d", "a'b\"c`d"),
    ("A=a b  c ", "a b  c"), ("A=a\\nb", "a\\nb"), ("A=$(id)`id`", "$(id)`id`"),
    // Single quotes and backticks.
    ("A='1'", "1"), ("A=''", ""), ("A=' a # b '", " a # b "), ("A='a\\n${B}\"'", "a\\n${B}\""),
    ("A='a\nb'", "a\nb"), ("A='a\r\nb'", "a\nb"), ("A='1' # one", "1"), ("A='1'#one", "1"),
    ("A=`it's \"x\"`", "it's \"x\""), ("A='C:\\'", "C:\\"),
    // Double quotes.
    ("A=\"1\"", "1"), ("A=\"\"", ""), ("A=\"a\\nb\\rc\"", "a\nb\rc"),
    ("A=\"a\\\"b\\\\tc\"", "a\"b\\tc"), ("A=\"C:\\data\\x\"", "C:\\data\\x"),
    ("A=\"a\nb\n\"", "a\nb\n"), ("A=\"a\r\nb\"", "a\nb"), ("A=\"a # b\" # c", "a # b"),
    ("A=\"'\"", "'"), ("A=\"${B}\"", "${B}"), ("A=\"é🚀\"", "é🚀"),
    ("A=\"-----BEGIN KEY-----\nB=x\n-----END KEY-----\"\nC=3", "3"),
  ])
  func readsAValue(_ text: String, _ value: String) throws {
    #expect(try Self.read(text).last?.value.text() == value)
  }

  @Test func namesAndLinesAreKept() throws {
    let values = try Self.read("A=1\n\nexport lower_case=2\nB='x\ny'\nC.D-E=5\n_F=6\nexport=7\n")
    #expect(values.map(\.key) == ["A", "lower_case", "B", "C.D-E", "_F", "export"])
    #expect(values.map(\.line) == [1, 3, 4, 6, 7, 8])
  }

  @Test(arguments: [
    ("A=${B}", true), ("A=\"${B}\"", true), ("A=\"x${B:-c}\"", true), ("A='${B}'", false),
    ("A=`${B}`", false), ("A=$B", true), ("A=\"$HOME/x\"", true), ("A='$HOME/x'", false),
    ("A=a$", false), ("A=a$1", false), ("A=\"$\"", false),
  ])
  func whatOthersFillInIsMarked(_ text: String, _ isMarked: Bool) throws {
    #expect(try Self.read(text).first?.doubts.contains(.reference) == isMarked)
  }

  /// A text with one common reading, and what some reader takes for something else.
  @Test(
    arguments: [
      // No reader disagrees.
      ("A=1 # one", []), ("A='a # b'", []), ("A=\"a\\nb\"", []), ("A='a\\nb'", []), ("A=", []),
      ("A=a\\\\b", []), ("A=\"C:\\data\"", []), ("# A=#1\nB=1", []), ("A=\n# B", []),
      ("A='-----BEGIN KEY-----\nabcd+/\nZXhhbXBsZQ==\n-----END KEY-----'", []),
      ("A=\"c2Vj\ncmV0cw=\"", []), ("A='x\ny\n'", []),
      // Some do.
      ("A=foo#bar", [.hash]), ("A=#fff", [.hash]), ("A=https://a.b/#c", [.hash]),
      ("A= # one", [.comment]), ("A= #\nB=1", [.comment]), ("A=\t## one", [.comment]),
      ("A=\"{\\\"a\\\":1}\"", [.escape]), ("A=\"a\\\\b\"", [.escape]), ("A=\"a\\rb\"", [.escape]),
      ("A='a\\\\b'", [.backslashes]), ("A=`a\\\\b`", [.backticks]),
      ("A=\"x\nB=1\nC=\"", [.lines]), ("A='x\r\nexport B = 1'", [.lines]),
      ("A=\"x\nB=$C\\\\\"", [.lines, .reference, .escape]),
    ] as [(String, Set<ReadingDoubt>)])
  func whatOthersReadOtherwiseIsMarked(_ text: String, _ doubts: Set<ReadingDoubt>) throws {
    #expect(try Self.read(text).first?.doubts == doubts)
  }

  @Test func aValueKnowsWhereItEnds() throws {
    let value = try #require(try Self.read("\nA=\"x\nB=1\nC=\"\nD=1").first)
    #expect(value.line == 2)
    #expect(value.lastLine == 4)
  }

  /// Where no reading is common, a guess could be wrong.
  @Test(arguments: [
    ("A= #hunter2", "1:4 readers of .env files differ in whether this '#' begins a comment"),
    ("A=\t#!", "1:4 readers of .env files differ in whether this '#' begins a comment"),
    ("A=\"hun\\ter2\"", "1:7 readers of .env files differ in what this backslash means"),
    ("A=\"p\\$x\"", "1:5 readers of .env files differ in what this backslash means"),
    ("A=\"\\${B}\"", "1:4 readers of .env files differ in what this backslash means"),
    ("A=\"it\\'s\"", "1:6 readers of .env files differ in what this backslash means"),
    ("A=\"C:\\apps\"", "1:6 readers of .env files differ in what this backslash means"),
    ("A=\"x\n\\b\"", "2:1 readers of .env files differ in what this backslash means"),
    ("A=\"x\\fy\\vz\"", "1:5 readers of .env files differ in what this backslash means"),
  ])
  func whatHasNoCommonReadingIsAMistake(_ text: String, _ mistake: String) throws {
    let found = Self.mistakes(text + "\nZ=1\nZ=2")
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix(mistake) == true, "\(found)")
    #expect(!found.joined().contains("hun"))
    // The way out is read as it stands.
    #expect(try Self.read(#"A='p\$x\t#'"#).first?.value.text() == #"p\$x\t#"#)
  }

  @Test func noNoteShowsAValue() {
    #expect(Set(ReadingDoubt.allCases.map(\.note)).count == ReadingDoubt.allCases.count)
  }

  @Test func whatIsReadBesidesMistakesIsKept() {
    let file = ImportFormat.dotenv.read(SourceText(name: ".env", "A=1\nB\nC= #x\nD=\nE='"))
    #expect(file.values.map(\.key) == ["A", "D"])
    #expect(file.mistakes.map(\.line) == [2, 3, 5])
  }

  @Test(arguments: [
    ("A", "1:2 there is no '=' on this line"),
    ("A=1\nhunter2", "2:8 there is no '=' on this line"),
    ("=hunter2", "1:1 there is no name before the '='"),
    ("1A=hunter2", "1:1 the name begins with a digit or a sign"),
    ("  -A=hunter2", "1:3 the name begins with a digit or a sign"),
    ("A B=hunter2", "1:3 this character cannot stand in a name"),
    ("A+B=hunter2", "1:2 this character cannot stand in a name"),
    ("é=hunter2", "1:1 a name cannot begin with this character"),
    ("A: hunter2=", "1:2 this character cannot stand in a name"),
    ("A='hunter2", "1:3 the quote that opens here is not closed"),
    ("é=1\nA = \"hunter2\\\"", "2:5 the quote that opens here is not closed"),
    ("A=\"hun\"ter2\"", "1:8 something follows the closing quote"),
    ("A='it's hunter2'", "1:7 something follows the closing quote"),
    (
      "B=1\nA=\"hun\nC=\"ter2\"",
      "3:4 something follows the closing quote of the value that begins on line 2"
    ),
    ("A=1\nB=2\nA=3", "3 the name stands on line 1 already"),
    ("A=1\nB=a\u{0}b", "2:4 a NUL stands here, which no environment variable can hold"),
    (
      "sk_\("")live_4eC39HqLyjWDarjtT1zdp7dc=1",
      "1 what stands for the name looks like a Stripe secret key"
    ),
  ])
  func saysWhereAndWhatIsWrong(_ text: String, _ mistake: String) throws {
    let found = Self.mistakes(text)
    #expect(found.last == mistake)
    #expect(!found.joined().contains("hunter"))
  }

  @Test func theHelpIsForTheQuotesThatStandThere() {
    for (text, help) in [
      ("A=\"hun\"ter2\"", "write a quote inside of double quotes as \\\""),
      (
        "A='it's'",
        "put the value between double quotes, and write a quote inside of them as \\\""
      ),
    ] {
      let source = SourceText(name: ".env", text)
      #expect(ImportFormat.dotenv.read(source).mistakes.first?.help == help)
    }
  }

  @Test func allMistakesComeInOnePass() {
    let text = "A=1\nB\nC='x\nD=4\nE=5\nA=6\n=7\nF=\"y\" z\nG=8\n"
    #expect(
      Self.mistakes(text) == [
        "2:2 there is no '=' on this line",
        "3:3 the quote that opens here is not closed",
        "6 the name stands on line 1 already",
        "7:1 there is no name before the '='",
        "8:6 something follows the closing quote",
      ])
  }

  @Test func bytesThatAreNoTextAreRefused() {
    let source = SourceText(name: ".env", bytes: Array("A=1\nB=é".utf8) + [0xFF])
    let mistake = ImportFormat.dotenv.read(source).mistakes.first
    #expect(mistake?.line == 2)
    #expect(mistake?.column == 4)
  }

  @Test func aValueOfMoreThanAMebibyteIsRefused() throws {
    let longest = String(repeating: "x", count: 1 << 20)
    #expect(try Self.read("A=\(longest)").first?.value.count == 1 << 20)
    #expect(
      Self.mistakes("A='\(longest)x'") == [
        "1 the value has 1048577 bytes, more than the limit of 1 MiB"
      ])
  }

  @Test(
    arguments: [
      (".env", "{", .dotenv), ("a.JSON", "", .json), (nil, "\u{FEFF} \n{}", .json),
      (nil, "A=1", .dotenv), (nil, "", .dotenv),
    ] as [(String?, String, ImportFormat)])
  func theFormatFollowsTheNameOrTheText(
    _ name: String?, _ text: String, _ format: ImportFormat
  ) { #expect(ImportFormat(ofFile: name, holding: Array(text.utf8)) == format) }
}
