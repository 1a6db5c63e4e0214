import Foundation
import Testing

@testable import DeployModel

@Suite struct WrittenFormTests {
  private static let hostile = [
    "hunter2-stripe", "sk_live_51H/8+q=", "a \"quoted\" \\ value", "pässwörd 🔑 here",
    "tab\tand\u{8}\u{1B}",
    "http:\("")//user:p%40ss@host/?a=b&c=d#e", "<script>'`&</script>", "~!*()'", "+/+/+/+/", "four",
  ]

  private static func masked(_ text: some Collection<UInt8>, _ value: String) -> String {
    var (mask, output) = (OutputMask(MaskPatterns(values: [Secret(value)])), [UInt8]())
    Array(text).withUnsafeBytes { mask.mask($0, into: &output) }
    mask.finish(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// What `set -x` and `printf %q` print of a value is what the shell itself says.
  @Test(arguments: ["it's-a-secret-77", "sup3r\"s3cret/val ue", "$(id) `id` a;b|c", "a*b?[c]{d}"])
  func whatAShellPrintsIsHidden(_ value: String) throws {
    let quoted = "'" + value.replacing("'", with: "'\\''") + "'"
    #expect(Self.masked("+ login \(quoted) x".utf8, value).contains("***"), "\(quoted)")
    let shell = "/bin/bash"
    guard FileManager.default.isExecutableFile(atPath: shell) else {
      print("skipped: there is no bash here, so its quoting is not tried")
      return
    }
    for script in ["printf %q \"$1\"", "exec 2>&1; set -x; : \"$1\""] {
      let printed = try ChildProcess.run(shell, ["-c", script, "sh", value], environment: [:])
      let text = String(decoding: printed.output, as: UTF8.self)
      #expect(Self.masked(printed.output, value).contains("***"), "\(text)")
    }
  }

  @Test(arguments: hostile)
  func base64IsHiddenWhereverAValueStandsInIt(_ value: String) throws {
    for before in 0..<7 {
      for after in 0..<4 {
        let text =
          String(repeating: "x", count: before) + value + String(repeating: "y", count: after)
        let encoded = Data(text.utf8).base64EncodedString()
        for form in [
          encoded, encoded.replacing("+", with: "-").replacing("/", with: "_"),
          encoded.replacing("=", with: ""),
        ] {
          let masked = Self.masked(form.utf8, value)
          #expect(masked.contains("***"), "\(form)")
          // At both borders a digit may be left that stands for a neighbour too.
          #expect(masked.count <= form.count - value.utf8.count * 4 / 3 + 5, "\(form): \(masked)")
        }
        if after == 0, before % 3 == 0 {
          #expect(Self.masked(encoded.utf8, value).hasSuffix("***"), "\(encoded)")
        }
      }
    }
  }

  @Test func base64InLinesIsHidden() {
    let value = String((0..<150).map { Character(UnicodeScalar(UInt8(33 + $0 % 90))) })
    for (text, length) in [(value, 64), (value, 76), (value + "\n", 76)] {
      let digits = Data(text.utf8).base64EncodedString()
      for end in ["\n", "\r\n"] {
        var lines: [Substring] = []
        var rest = digits[...]
        while !rest.isEmpty {
          lines.append(rest.prefix(length))
          rest = rest.dropFirst(length)
        }
        let wrapped = lines.joined(separator: end)
        #expect(Self.masked("[\(wrapped)]".utf8, value) == "[***]")
      }
    }
  }

  @Test(arguments: hostile)
  func jsonIsHidden(_ value: String) throws {
    for options: JSONSerialization.WritingOptions in [[], .withoutEscapingSlashes] {
      let data = try JSONSerialization.data(withJSONObject: [value], options: options)
      #expect(Self.masked(data, value) == "[\"***\"]")
    }
    let python = try Python.lines(
      """
      import json, sys
      value = sys.argv[1]
      print(json.dumps([value]))
      print(json.dumps([value], ensure_ascii=False))
      print(json.dumps([value]).replace('/', '\\\\/'))
      """, value)
    for line in python { #expect(Self.masked(line.utf8, value) == "[\"***\"]", "\(line)") }
  }

  @Test(arguments: hostile)
  func addressesAreHidden(_ value: String) throws {
    let allowed = CharacterSet.alphanumerics.intersection(
      CharacterSet(charactersIn: "\0"..."\u{7F}")
    )
    .union(CharacterSet(charactersIn: "-._~"))
    let strict = try #require(value.addingPercentEncoding(withAllowedCharacters: allowed))
    #expect(Self.masked("?a=\(strict)&".utf8, value) == "?a=***&")
    let python = try Python.lines(
      """
      import sys, urllib.parse as parse
      value = sys.argv[1]
      print(parse.quote(value))
      print(parse.quote(value, safe=''))
      print(parse.quote_plus(value))
      print(parse.quote(value, safe="!'()*"))
      print(parse.quote(value, safe="!'()*;,/?:@&=+$#"))
      print(parse.quote(value, safe='*').replace('~', '%7E').replace('/', '%2F').replace('%20', '+'))
      """, value)
    #expect(python.count == 6)
    for line in python { #expect(Self.masked("[\(line)]".utf8, value) == "[***]", "\(line)") }
    let lower = strict.replacing(/%../) { $0.output.lowercased() }
    #expect(Self.masked("[\(lower)]".utf8, value) == "[***]")
  }

  @Test func linesOfAValueAreHiddenOneByOneIfTheyTellAnything() {
    let value = "-----BEGIN KEY-----\n  c2VjcmV0IGxpbmU=\nab\n-----END KEY-----\n"
    #expect(
      Self.masked("1: -----BEGIN KEY-----\n2:   c2VjcmV0IGxpbmU=\n3: ab\n".utf8, value)
        == "1: ***\n2:   ***\n3: ab\n")
    #expect(Self.masked("[\(value.replacing("\n", with: "\r\n"))]".utf8, value) == "[***\r\n]")
    #expect(Self.masked("[\(value)]".utf8, value) == "[***\n]")
  }

  @Test func whiteSpaceAroundAValueDoesNotMatter() {
    #expect(Self.masked("[hunter2]".utf8, " \thunter2\r\n") == "[***]")
    #expect(Self.masked("[ \thunter2\r\n]".utf8, " \thunter2\r\n") == "[ \t***\r\n]")
    #expect(MaskPatterns(values: [Secret("    \n\n")]).isEmpty)
  }

  @Test func bytesThatAreNoTextAreHidden() {
    var bytes: [UInt8] = [0xFF, 0xFE, 0x80, 0x41, 0xC3]
    let value = Secret(wiping: &bytes)
    var (mask, output) = (OutputMask(MaskPatterns(values: [value])), [UInt8]())
    let text: [UInt8] = [0x41, 0xFF, 0xFE, 0x80, 0x41, 0xC3, 0x42]
    text.withUnsafeBytes { mask.mask($0, into: &output) }
    #expect(String(decoding: output, as: UTF8.self) == "A***B")
  }

  /// What Python makes of a value.
  private enum Python {
    static func lines(_ script: String, _ value: String) throws -> [Substring] {
      let result = try ChildProcess.run(
        "/usr/bin/env", ["python3", "-c", script, value],
        environment: [
          "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "PYTHONUTF8": "1",
        ])
      try #require(result.status == 0, "\(String(decoding: result.errors, as: UTF8.self))")
      return String(decoding: result.output, as: UTF8.self).split(separator: "\n")
    }
  }
}
