import Foundation
import Testing

@testable import Documents

/// The reader beside Python's `json`, made strict where that is lenient.
@Suite(.enabled(if: Python.isThere, "python3 is not installed"))
struct PythonPeerTests {
  private static let script = """
    import json, sys
    sys.set_int_max_str_digits(0)

    class Number(str):
      pass

    class Members(list):
      pass

    def refuse(word):
      raise ValueError(word)

    def dump(value):
      if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
      if isinstance(value, Number):
        return "#" + value
      if isinstance(value, str):
        # Raises on half of a surrogate pair.
        return "'" + value.encode("utf-8").hex()
      if isinstance(value, Members):
        dumped = [(dump(key), dump(member)) for key, member in value]
        return "{" + ",".join(k + ":" + v for k, v in sorted(dict(dumped).items())) + "}"
      return "[" + ",".join(dump(element) for element in value) + "]"

    for line in sys.stdin:
      try:
        text = bytes.fromhex(line.strip()).decode("utf-8", "strict")
        print(dump(json.loads(
          text, parse_int=Number, parse_float=Number, parse_constant=refuse,
          object_pairs_hook=Members)))
      except ValueError:
        print("refused")
    """

  @Test func agreesWithPythonOnFourThousandTexts() throws {
    let texts = Self.texts(count: 4000)
    let input = texts.map { Self.hexadecimal($0) + "\n" }.joined()
    let answer = try Python.run(Self.script, input: input)
    #expect(answer.status == 0)
    let dumps = answer.output.split(separator: "\n").map(String.init)
    try #require(dumps.count == texts.count)
    let accepted = dumps.filter { $0 != "refused" }.count
    #expect(accepted > 1000 && texts.count - accepted > 1000, "\(accepted) accepted")
    for (text, dump) in zip(texts, dumps) {
      let own = Self.dump(text)
      #expect(own == dump, "\(String(decoding: text, as: UTF8.self).debugDescription)")
    }
  }

  private static func texts(count: Int) -> [[UInt8]] {
    var random = RandomJSON(seed: 8259)
    let tables = JSONAcceptedTests.all + JSONRefusedTests.all
    let texts = tables.map { $0.bytes } + (0..<count).map { _ in random.text() }
    // Python's own limit of depth is another.
    return texts.filter { $0.count < 100_000 && !$0.starts(with: "[[[[".utf8) }
  }

  /// The value in one line that says all of it, or `refused`; a byte order mark refuses, too.
  private static func dump(_ text: [UInt8]) -> String {
    let reading = Reading(text)
    guard let node = reading.node, reading.diagnostics.allSatisfy({ $0.kind != .syntax })
    else { return "refused" }
    return dump(node)
  }

  private static func dump(_ node: Node) -> String {
    switch node.value {
    case .null: "null"
    case .dateTime: "a date, which JSON has not"
    case .bool(let flag): "\(flag)"
    case .number(let number): "#" + number.literal
    case .string(let text): dump(text)
    case .array(let elements): "[" + elements.map(dump).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { (dump($0.key), dump($0.value)) }.sorted { $0 < $1 }
        .map { "\($0):\($1)" }.joined(separator: ",") + "}"
    }
  }

  private static func dump(_ text: String) -> String { "'" + hexadecimal(Array(text.utf8)) }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
