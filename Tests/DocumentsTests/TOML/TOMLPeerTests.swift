import Foundation
import Testing

@testable import Documents

/// The reader beside Python's `tomllib`, which shares no code with it.
@Suite(.enabled(if: Python.hasTOML, "python3 with tomllib is not installed"))
struct TOMLPeerTests {
  private static let script = """
    import datetime, sys, tomllib

    def dump(value):
      if value is True or value is False:
        return str(value).lower()
      if isinstance(value, int):
        return "#" + str(value) if -2**63 <= value < 2**63 else "large"
      if isinstance(value, Number):
        return "#" + str(value)
      if isinstance(value, str):
        return "'" + value.encode("utf-8").hex()
      if isinstance(value, dict):
        members = sorted((dump(key), dump(member)) for key, member in value.items())
        return "{" + ",".join(k + ":" + v for k, v in members) + "}"
      if isinstance(value, list):
        return "[" + ",".join(dump(element) for element in value) + "]"
      return "@"

    class Number(float):
      def __new__(cls, text):
        number = super().__new__(cls, text)
        number.text = text.replace("_", "").lstrip("+").replace("-nan", "nan")
        return number
      def __str__(self):
        return self.text

    for line in sys.stdin:
      try:
        text = bytes.fromhex(line.strip()).decode("utf-8", "strict")
        dumped = dump(tomllib.loads(text.removeprefix("\\ufeff"), parse_float=Number))
        print("refused" if "large" in dumped else dumped)
      except (ValueError, RecursionError):
        print("refused")
    """

  @Test func agreesWithPythonOnSixThousandTexts() throws {
    var random = RandomTOML(seed: 1000)
    var texts =
      (TOMLAcceptedTests.files + TOMLAcceptedTests.keys + TOMLAcceptedTests.strings
      + TOMLAcceptedTests.tables + TOMLAcceptedTests.arrays + TOMLAcceptedTests.inlineTables)
      .map { Array($0.text.utf8) }
    texts += TOMLRefusedTests.all.map { $0.bytes }
    for _ in 0..<5500 {
      let text = RandomTOMLStyle.document(random.root(), &random.generator)
      texts.append(random.generator.below(4) == 0 ? Array(text.utf8) : random.damaged(text))
    }
    try Self.compare(texts)
  }

  @Test func agreesWithPythonOnRealFilesWholeAndDamaged() throws {
    var random = RandomTOML(seed: 1001)
    let files = RealTOML.files
    let damaged = files.flatMap { file in
      (0..<20).map { _ in random.damaged(String(decoding: file, as: UTF8.self)) }
    }
    try Self.compare(files + damaged)
  }

  private static func compare(_ texts: [[UInt8]]) throws {
    let input = texts.map { hexadecimal($0) + "\n" }.joined()
    let answer = try Python.run(script, input: input)
    #expect(answer.status == 0)
    let dumps = answer.output.split(separator: "\n").map(String.init)
    try #require(dumps.count == texts.count)
    for (text, dump) in zip(texts, dumps) where !differsByDesign(text) {
      let own = TOMLReading(text)
      let isSame = own.document.map { Self.dump($0.root) } ?? "refused" == dump
      #expect(isSame, "\(own.value)\n\(dump)\n\(String(decoding: text, as: UTF8.self))")
    }
  }

  /// Python's dates begin with the year 1, have no leap seconds and no offset of a whole day.
  private static func differsByDesign(_ text: [UInt8]) -> Bool {
    let text = String(decoding: text, as: UTF8.self)
    return text.contains("0000-") || text.contains(":60")
  }

  private static func dump(_ node: Node) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .number(let number): "#" + number.literal
    case .string(let text): "'" + hexadecimal(Array(text.utf8))
    case .dateTime: "@"
    case .array(let elements): "[" + elements.map(dump).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { ("'" + hexadecimal(Array($0.key.utf8)), dump($0.value)) }
        .sorted { $0 < $1 }.map { "\($0):\($1)" }.joined(separator: ",") + "}"
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}

extension Python {
  static let hasTOML = (try? run("import tomllib", input: "").status) == 0
}
