import Documents
import Foundation
import Testing

@testable import DeployModel

/// Ten thousand hostile values through every form, read back by programs that share no code with
/// this project.
@Suite struct HostileValueTests {
  private static let values = (try? HostileValues.make(10_000)) ?? []

  /// Those of the values that a form does not refuse, which most must be.
  private static func values(for form: ExportForm) -> [ExportedValue] {
    let refused = Set(refusals(of: form).map(\.key))
    #expect(refused.count < 2500, "\(form.name) refuses \(refused.count)")
    return values.filter { !refused.contains($0.key) }
  }

  private static func refusals(of form: ExportForm) -> [FormRefusals.Refusal] {
    do throws(FormRefusals) {
      _ = try form.text(of: values)
      return []
    } catch {
      return error.refusals
    }
  }

  private static func bytes(_ values: [ExportedValue]) -> [[UInt8]] {
    values.map { $0.value.withBytes { Array($0) } }
  }

  private static func encoded(_ form: ExportForm, _ values: [ExportedValue]) throws -> [UInt8] {
    try form.text(of: values).withBytes { Array($0) }
  }

  /// Compares values by their bytes, and shows the first that differs.
  private static func expectEqual(_ read: [[UInt8]], _ values: [ExportedValue]) {
    let written = bytes(values)
    #expect(read.count == written.count)
    let first = zip(read, written).enumerated().first { $0.element.0 != $0.element.1 }
    let shown = first.map {
      String(decoding: $0.element.1.prefix(80), as: UTF8.self).debugDescription
    }
    #expect(first == nil, "\(first?.offset ?? 0): \(shown ?? "")")
  }

  @Test(.enabled(if: Peer.isThere("sh"), "there is no sh"))
  func aShellSourcesTheShellForm() throws {
    #expect(Self.values.count == 10_000)
    try Peer.inFolder { folder in
      try folder.write(Self.encoded(.shell, Self.values), to: "values.sh")
      // Words with a NUL behind each: printf is a part of every shell, and has no limit of length.
      let names = Self.values.map { "\\\"$\($0.key)\\\"" }
      let lines = names.map { "printf '%s\\0' \($0.replacing("\\\"", with: "\""))\n" }
      try folder.write(Array((". ./values.sh\n" + lines.joined()).utf8), to: "print.sh")
      let answer = try folder.run(["sh", "print.sh"])
      #expect(answer.status == 0)
      Self.expectEqual(
        answer.output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
          .map(Array.init), Self.values)
    }
  }

  @Test func theDotenvFormIsReadBack() throws {
    let values = Self.values(for: .dotenv)
    let text = try Self.encoded(.dotenv, values)
    let file = ImportFormat.dotenv.read(SourceText(name: ".env", bytes: text))
    #expect(file.mistakes.isEmpty)
    let read = file.values
    #expect(read.map(\.key) == values.map(\.key.text))
    Self.expectEqual(read.map { $0.value.withBytes { Array($0) } }, values)
  }

  @Test(.enabled(if: Peer.hasPython("dotenv"), "python-dotenv is not installed"))
  func pythonDotenvReadsTheDotenvForm() throws {
    try expectPython(
      """
      import dotenv
      # It reads from a text by searches that begin anew: in parts, for a long one takes minutes.
      lines = open("values", newline="", encoding="utf-8").read()
      import re
      starts = [m.start() for m in re.finditer(r"^K\\d+=", lines, re.M)] + [len(lines)]
      values = {}
      for first in range(0, len(starts) - 1, 50):
        part = lines[starts[first]:starts[min(first + 50, len(starts) - 1)]]
        values.update(dotenv.dotenv_values(stream=io.StringIO(part, newline=""), interpolate=False))
      """, reads: .dotenv)
  }

  /// Node reads all but what the form says that it does not.
  @Test(.enabled(if: Peer.hasNode, "there is no node with a reader of .env files"))
  func nodeReadsTheDotenvForm() throws {
    let values = Self.values(for: .dotenv).filter { value in
      !ExportForm.dotenv.reservations.contains {
        $0.text.hasPrefix("written with escapes") && $0.concerns(value)
      }
    }
    #expect(values.count > 5_000)
    try Peer.inFolder { folder in
      try folder.write(Self.encoded(.dotenv, values), to: "values")
      let script = """
        const text = require('fs').readFileSync('values', 'utf8')
        const values = require('util').parseEnv(text)
        // Node sorts the names.
        const names = Object.keys(values).sort((a, b) => a.slice(1) - b.slice(1))
        const hex = names.map((name) => Buffer.from(values[name]).toString('hex') + '\\n')
        require('fs').writeSync(1, hex.join(''))
        """
      let answer = try folder.run(["node", "-e", script])
      #expect(answer.status == 0)
      Self.expectEqual(Self.decoded(answer.output), values)
    }
  }

  @Test(.enabled(if: Peer.hasPython("json"), "python3 is not installed"))
  func pythonReadsTheJSONForm() throws {
    try expectPython(
      "values = json.load(open('values', newline='', encoding='utf-8'))", reads: .json)
  }

  @Test func theJSONFormIsReadBack() throws {
    let text = try Self.encoded(.json, Self.values)
    let read = ImportFormat.json.read(SourceText(name: "values.json", bytes: text)).values
    Self.expectEqual(read.map { $0.value.withBytes { Array($0) } }, Self.values)
  }

  /// The rules of Fly's parser once more, written as regular expressions over the whole text.
  @Test(.enabled(if: Peer.hasPython("re"), "python3 is not installed"))
  func anotherModelOfFlyReadsTheFlyForm() throws {
    try expectPython(Self.flyModel, reads: .fly)
  }

  /// What is refused has indeed no writing that Fly's parser reads back.
  @Test func whatIsRefusedHasNoLosslessWriting() throws {
    let refused = Set(Self.refusals(of: .fly).map(\.key))
    #expect(refused.count > 100)
    for value in Self.values where refused.contains(value.key) {
      let bytes = value.value.withBytes { Array($0) }
      for quotes in ["", " ", "\"", "'", "\"\"\"", "\"\"\"\n"] {
        let line = Array("\(value.key)=\(quotes)".utf8) + bytes + Array("\(quotes)\n".utf8)
        let read = try? FlySecretsParser.read(line)
        #expect(read != [Array(value.key.text.utf8): bytes], "\(value.key)")
      }
    }
  }

  private static let flyModel = #"""
    import re
    text = open("values", "rb").read()
    values = {}
    at = 0
    while at < len(text):
      end = text.find(b"\n", at)
      line = text[at:end]
      at = end + 1
      if len(line) > 65535:
        break
      line = re.sub(rb"\r\Z", b"", line)
      if re.match(rb"#|\s*\Z", line):
        continue
      name, rest = re.match(rb"([^=]*)= *(.*)\Z", line, re.S).groups()
      cut = re.match(rb'([^#"]*(?:"[^#"]*"[^#"]*)*)#', rest, re.S)
      if cut:
        rest = cut.group(1).rstrip(b" ")
      whole = re.match(rb'"""(.*)"""\Z', rest, re.S)
      if whole:
        values[name.strip().decode()] = whole.group(1).decode()
      elif rest.startswith(b'"""'):
        rest = rest[3:] + b"\n"
        while True:
          end = text.find(b"\n", at)
          line = re.sub(rb"\r\Z", b"", text[at:end])
          assert end >= 0 and len(text[at:end]) <= 65535
          at = end + 1
          if line.endswith(b'"""'):
            break
          rest += line + b"\n"
        values[name.strip().decode()] = (rest + line[:-3]).decode()
      else:
        quoted = re.match(rb"([\"'])(.*)\1\Z", rest, re.S)
        values[name.strip().decode()] = (quoted.group(2) if quoted else rest).decode()
    """#

  /// Expects a script to read the values that a form holds.
  private func expectPython(
    _ script: String, reads form: ExportForm
  ) throws {
    let values = Self.values(for: form)
    try Peer.inFolder { folder in
      try folder.write(Self.encoded(form, values), to: "values")
      let end = #"""

        out = sys.stdout.buffer
        for value in values.values():
          out.write(value.encode("utf-8", "surrogatepass").hex().encode() + b"\n")
        """#
      let answer = try folder.run(["python3", "-c", "import io, json, sys\n" + script + end])
      #expect(answer.status == 0)
      Self.expectEqual(Self.decoded(answer.output), values)
    }
  }

  /// What stands in hexadecimal digits on each line.
  private static func decoded(_ output: [UInt8]) -> [[UInt8]] {
    output.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { line in
      stride(from: line.startIndex, to: line.endIndex, by: 2).map { index in
        (ASCII.hexValue(line[index]) ?? 0) << 4 | (ASCII.hexValue(line[index + 1]) ?? 0)
      }
    }
  }
}
